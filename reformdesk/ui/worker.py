"""One thread that does one thing after another.

It stands between the key and the disk: what :mod:`concurrent.futures` makes for each piece of work takes as long
as the work.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")


class Outcome(Generic[Result]):
    """What became of a piece of work: its result, or what it raised."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self.problem: BaseException | None = None
        try:
            self._result = work()
        except BaseException as problem:  # noqa: BLE001 - whoever asked for the work gets it
            self.problem = problem

    def get(self) -> Result:
        """Return the result; raises what the work raised."""
        if self.problem is not None:
            raise self.problem
        return self._result


class Worker:
    """Begins at once; ends when it is closed, or with the program."""

    def __init__(self, name: str) -> None:
        self._waiting: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        # a program that breaks down does not wait for work that nobody asks for any more
        self._thread = Thread(target=_do_all, args=(self._waiting,), name=name, daemon=True)
        self._thread.start()

    def do(self, work: Callable[[], Result], then: Callable[[Outcome[Result]], object], wait: float = 0) -> None:
        """Do something; ``then`` gets its outcome, on the worker's thread. The caller rests up to ``wait`` seconds."""
        doing = Lock()
        doing.acquire()

        def do() -> None:
            outcome = Outcome(work)
            doing.release()
            then(outcome)

        self._waiting.put(do)
        if wait:
            doing.acquire(timeout=wait)

    def ask(self, work: Callable[[], Result]) -> Result:
        """Do something and wait for its result; raises what it raised."""
        told: SimpleQueue[Outcome[Result]] = SimpleQueue()
        self.do(work, told.put)
        return told.get().get()

    def close(self, *, wait: bool = True) -> None:
        """Do what is waiting, and then no more."""
        self._waiting.put(None)
        if wait:
            self._thread.join()


def _do_all(waiting: SimpleQueue[Callable[[], Any] | None]) -> None:
    while (do := waiting.get()) is not None:
        do()
        # what it holds is not kept until there is more to do
        del do
