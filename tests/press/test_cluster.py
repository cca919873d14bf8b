"""Pages printed on a Dask cluster, of which a worker is lost on the way."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator import settings
from generator.cli import main
from generator.convert.cluster import executor
from generator.pages.cards import Card
from generator.press import build, crew, drawing
from generator.press.cards import Kept, draw
from tests.press.edits import HAI, edit
from tests.press.processes import tree

pytestmark = pytest.mark.site

distributed = pytest.importorskip("distributed")


@pytest.fixture
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as cluster:
        yield cluster


class Killing(Executor):
    """Kills one of the workers when it has been given some parcels."""

    def __init__(self, inner: Executor, pids: list[int], after: int) -> None:
        self.inner = inner
        self.pids = pids
        self.after = after
        self.given = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.given += 1
        if self.given == self.after:
            os.kill(self.pids[0], signal.SIGKILL)
        return self.inner.submit(fn, *args, **kwargs)


def test_a_scheduler_that_does_not_answer_is_a_matter_of_usage(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.convert.cluster.PATIENCE", 1)

    command = ["--root", str(small), "build", "--scheduler", "tcp://127.0.0.1:1"]
    result = CliRunner().invoke(main, command)

    assert 2 == result.exit_code
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in result.stderr
    assert not (small / "site").exists()


def test_a_cluster_that_loses_a_worker_prints_the_same_site(
    cluster: Any, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "PARCEL", 2)
    known = settings.load(small)
    with (
        executor(cluster.scheduler_address) as (workers, processors),
        distributed.Client(cluster.scheduler_address, set_as_default=False) as client,
    ):
        killing = Killing(workers, sorted(client.run(os.getpid).values()), after=6)
        assert () == build.build(known, jobs=processors, executor=killing)
        there = tree(small / "site")
        # Workers that live on print what is there now, not what they know from before.
        edit(small / HAI, "Lời thứ hai.", "Lời đã sửa.")
        assert () == build.build(known, jobs=processors, executor=workers)

    edited = tree(small / "site")
    assert 2 == processors
    assert killing.given > killing.after
    assert () == build.build(known, clean=True)
    assert tree(small / "site") == edited
    edit(small / HAI, "Lời đã sửa.", "Lời thứ hai.")
    assert () == build.build(known, clean=True)
    assert tree(small / "site") == there


def test_a_cluster_that_loses_a_worker_draws_the_same_cards(
    cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "FEW", 1)
    monkeypatch.setattr(drawing, "PARCEL", 2)
    cards = [Card(path=f"{number}.png", name="Kho", title=f"Bài {number}") for number in range(40)]
    with (
        executor(cluster.scheduler_address) as (workers, _),
        distributed.Client(cluster.scheduler_address, set_as_default=False) as client,
    ):
        killing = Killing(workers, sorted(client.run(os.getpid).values()), after=6)
        with drawing.ahead(cards, tmp_path, killing):
            end = time.monotonic() + 60
            while not (list(tmp_path.glob("*.png")) or time.monotonic() > end):
                time.sleep(0.01)
            by_others = len(list(tmp_path.glob("*.png")))
            found = dict(Kept(tmp_path).files(cards))

    assert by_others
    assert 20 == killing.given
    assert {card.path: draw(card) for card in cards} == {
        path: file.read_bytes() for path, file in found.items()
    }
