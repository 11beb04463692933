"""The worker does one thing after another, tells what became of each, and ends when it is told."""

from __future__ import annotations

import threading
from queue import SimpleQueue
from threading import Event

import pytest

from reformdesk.ui.worker import Outcome, Worker


def test_it_does_one_thing_after_another() -> None:
    worker = Worker("under test")
    done: list[int] = []
    threads: set[str] = set()

    def note(number: int) -> None:
        threads.add(threading.current_thread().name)
        done.append(number)

    for number in range(50):
        worker.do(lambda number=number: note(number), lambda _: None)  # type: ignore[misc] # its own number
    worker.close()
    assert done == list(range(50))
    assert threads == {"under test"}


def test_what_fails_is_told_and_the_next_thing_is_done() -> None:
    worker = Worker("under test")
    told: SimpleQueue[Outcome[object]] = SimpleQueue()
    worker.do(lambda: int("x"), told.put)
    worker.do(lambda: "done", told.put)
    assert isinstance(told.get(timeout=30).problem, ValueError)
    assert told.get(timeout=30).get() == "done"
    with pytest.raises(ZeroDivisionError):
        worker.ask(lambda: 1 // 0)
    assert worker.ask(lambda: 2) == 2
    worker.close()


def test_who_rests_goes_on_when_it_is_done_or_when_it_takes_too_long() -> None:
    worker = Worker("under test")
    done: list[str] = []
    worker.do(lambda: done.append("soon"), lambda _: None, wait=30)
    assert done == ["soon"]
    slow = Event()
    told: SimpleQueue[Outcome[bool]] = SimpleQueue()
    worker.do(lambda: slow.wait(30), told.put, wait=0.001)
    assert told.empty()
    slow.set()
    assert told.get(timeout=30).get()
    worker.close()


def test_closing_waits_for_what_is_under_way() -> None:
    worker = Worker("under test")
    going = Event()
    done: list[str] = []
    worker.do(lambda: going.wait(30), lambda _: done.append("last"))
    threading.Timer(0.05, going.set).start()
    worker.close()
    assert done == ["last"]
    assert "under test" not in {one.name for one in threading.enumerate()}
