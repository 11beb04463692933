"""What the tests of attacks share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.attacks.stage import Stage, Trial, set_up
from tests.attacks.table import ATTACKS, PERFORMED


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A stage for attacks of which nothing may be kept; :func:`trial` asserts that nothing was."""
    with set_up(tmp_path_factory.mktemp("stage")) as made:
        yield made


@pytest.fixture
def trial(stage: Stage, request: pytest.FixtureRequest) -> Iterator[Trial]:
    """The row that the test performs; afterwards it must have been tried, and left no trace."""
    name = request.function.__name__
    row = next(attack for attack in ATTACKS.values() if name in PERFORMED.get(attack.id, ()))
    before = stage.state()
    made = Trial(row, stage)
    yield made
    assert made.tries
    assert stage.state() == before
