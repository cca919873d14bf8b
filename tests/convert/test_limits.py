"""What a capture may cost, and what it costs the others when it costs more."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import convert
from generator.content import Outcome
from generator.convert.limits import MEGABYTE
from generator.errors import FindingError
from tests.convert import samples
from tests.convert.stubs import pathological, refuses_to_start

LIMITS = convert.Limits(cpu=0.5, memory=256 * MEGABYTE, clock=4)


def run(tmp_path: Path, *names: str, jobs: int = 1) -> dict[str, Outcome]:
    for n, name in enumerate((*names, "a-good-one", "z-good-one")):
        samples.put(tmp_path / "raw", f"{name}.txt", samples.text(n))
    outcomes = convert.run(
        tmp_path / "raw", tmp_path / "content", jobs=jobs, task=pathological, limits=LIMITS
    )
    return {outcome.raw.partition(".")[0]: outcome for outcome in outcomes}


def code(outcome: Outcome) -> str:
    return ", ".join(found.code for found in outcome.findings)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("loops", "capture-too-slow"),
        ("loops-in-c", "capture-too-slow"),
        ("allocates", "capture-too-much-memory"),
        ("exits", "capture-crashed"),
        ("exits-well", "capture-crashed"),
        ("segfaults", "capture-crashed"),
        ("sleeps", "capture-crashed"),
        ("recurses", "capture-crashed"),
        ("hands-back-nonsense", "capture-crashed"),
    ],
)
def test_a_worker_that_is_lost_costs_one_capture(tmp_path: Path, name: str, expected: str) -> None:
    outcomes = run(tmp_path, name)

    assert ("failed", expected) == (outcomes[name].status, code(outcomes[name]))
    assert {"written"} == {outcomes[good].status for good in ("a-good-one", "z-good-one")}


def test_many_that_go_wrong_at_once_cost_no_other(tmp_path: Path) -> None:
    bad = [f"{name}.{n}" for n in range(6) for name in ("exits", "segfaults")]
    outcomes = list(
        convert.run(
            _mixed(tmp_path, bad, good=12),
            tmp_path / "content",
            jobs=2,
            task=pathological,
            limits=LIMITS,
        )
    )

    failed = {outcome.raw for outcome in outcomes if outcome.status == "failed"}
    assert {f"{name}.txt" for name in bad} == failed
    assert 12 == sum(outcome.status == "written" for outcome in outcomes)


def _mixed(tmp_path: Path, bad: list[str], *, good: int) -> Path:
    for n, name in enumerate((*bad, *(f"good-{n:02}" for n in range(good)))):
        samples.put(tmp_path / "raw", f"{name}.txt", samples.text(n))
    return tmp_path / "raw"


def test_what_was_lost_is_tried_again_by_the_next_run(tmp_path: Path) -> None:
    raw = _mixed(tmp_path, ["exits"], good=1)
    keep = tmp_path / ".archive"
    first = list(
        convert.run(raw, tmp_path / "content", jobs=1, keep=keep, task=pathological, limits=LIMITS)
    )

    second = list(convert.run(raw, tmp_path / "content", jobs=1, keep=keep))

    assert ["failed", "written"] == [outcome.status for outcome in first]
    assert ["written", "unchanged"] == [outcome.status for outcome in second]


def test_workers_that_cannot_even_start_end_the_run_with_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.convert.pool.confine", refuses_to_start)

    outcomes = run(tmp_path, "one", jobs=2)

    assert {"capture-crashed"} == {code(outcome) for outcome in outcomes.values()}


def test_a_mistake_of_the_program_costs_one_capture_in_this_process_too(tmp_path: Path) -> None:
    samples.put(tmp_path / "raw", "a.txt", samples.text(1))

    def recurses(depth: int = 0) -> int:
        return recurses(depth + 1)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("generator.convert.work.extract.article", lambda *_: recurses())
        (outcome,) = convert.run(tmp_path / "raw", tmp_path / "content")

    assert ("failed", "capture-crashed") == (outcome.status, code(outcome))
    assert "RecursionError" in outcome.findings[0].what.en


def test_a_capture_that_is_explained_has_the_same_limits(tmp_path: Path) -> None:
    page = "<div>" * 9_000 + "<table>" * 900 + samples.text(1)
    samples.put(tmp_path / "raw", "a.html", page)

    with pytest.raises(FindingError) as caught:
        convert.examine("a.html", raw=tmp_path / "raw", limits=convert.Limits(cpu=0.001))

    assert ["capture-too-slow"] == [found.code for found in caught.value.findings]
