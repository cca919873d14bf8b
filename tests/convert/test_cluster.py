"""The same work on a Dask cluster, of which a worker is lost on the way."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import convert
from generator.content import Outcome
from generator.convert.limits import MEGABYTE
from generator.errors import SettingsError
from tests.convert import samples
from tests.convert.stubs import pathological

distributed = pytest.importorskip("distributed")

LIMITS = convert.Limits(cpu=0.5, memory=256 * MEGABYTE, clock=30)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as cluster:
        yield cluster


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    for n in range(60):
        samples.put(tmp_path / "raw", f"{n:02}.txt", samples.text(n))
    lines = [samples.item(n, url=f"https://bao.example.vn/{n}.html") for n in range(60, 80)]
    samples.put(tmp_path / "raw", "items.jsonl", "\n".join(lines))
    return tmp_path / "raw"


class Killer:
    """Kills one worker of a cluster when some captures are done."""

    def __init__(self, address: str, after: int) -> None:
        self.address = address
        self.after = after
        self.killed: set[int] = set()

    def __call__(self, progress: convert.Progress) -> None:
        if progress.captures >= self.after and not self.killed:
            with distributed.Client(self.address, set_as_default=False) as client:
                pids = client.run(os.getpid)
            pid = min(pids.values())
            os.kill(pid, signal.SIGKILL)
            self.killed = {pid}


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(
    cluster: Any, raw: Path, tmp_path: Path
) -> None:
    killer = Killer(cluster.scheduler_address, after=10)

    outcomes = list(
        convert.run(raw, tmp_path / "there", scheduler=cluster.scheduler_address, watch=killer)
    )

    list(convert.run(raw, tmp_path / "here"))
    assert {"written"} == {outcome.status for outcome in outcomes}
    assert (80, 1) == (len(outcomes), len(killer.killed))
    assert samples.files(tmp_path / "here") == samples.files(tmp_path / "there")


def test_the_limits_of_a_capture_hold_on_a_cluster(cluster: Any, tmp_path: Path) -> None:
    names = ("allocates", "exits", "good", "loops")
    for n, name in enumerate(names):
        samples.put(tmp_path / "raw", f"{name}.txt", samples.text(n))

    outcomes = convert.run(
        tmp_path / "raw",
        tmp_path / "content",
        scheduler=cluster.scheduler_address,
        task=pathological,
        limits=LIMITS,
    )

    assert {
        "allocates.txt": ["capture-too-much-memory"],
        "exits.txt": ["capture-crashed"],
        "good.txt": [],
        "loops.txt": ["capture-too-slow"],
    } == {outcome.raw: _errors(outcome) for outcome in outcomes}


def _errors(outcome: Outcome) -> list[str]:
    return [found.code for found in outcome.findings if outcome.status == "failed"]


def test_workers_with_another_program_are_refused(
    cluster: Any, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.convert.program.digest", lambda: "another")

    with pytest.raises(SettingsError, match="another version"):
        list(convert.run(raw, tmp_path / "content", scheduler=cluster.scheduler_address))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://", "host"])
def test_a_scheduler_that_is_not_there_is_named(
    raw: Path, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.convert.cluster.PATIENCE", 1)

    with pytest.raises(SettingsError, match=address):
        list(convert.run(raw, tmp_path / "content", scheduler=address))
