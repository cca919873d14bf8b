"""What the store spares the next run, and that it never makes a difference but in time."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from generator import convert
from generator.content import Outcome
from generator.convert.made import Packed
from generator.convert.parcels import Parcel
from generator.convert.store import NAME
from generator.convert.work import work
from tests.convert import samples

COUNT = 6


class Counted:
    """The real work, counted."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def __call__(self, parcel: Parcel) -> Packed:
        self.done.append(parcel.raw)
        return work(parcel)


class Archive:
    """An archive that is converted again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.raw = root / "raw"
        self.store = root / ".archive" / NAME
        for n in range(COUNT):
            samples.put(self.raw, f"{n}.txt", samples.text(n))

    def convert(self, **how: object) -> tuple[list[Outcome], list[str]]:
        """The results, and the names of captures that were worked on."""
        counted = Counted()
        outcomes = convert.run(
            self.raw,
            self.root / "content",
            keep=self.root / ".archive",
            task=counted,
            **how,  # type: ignore[arg-type]  # as `run` takes it
        )
        return list(outcomes), counted.done


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def clean(archive: Archive, tmp_path: Path) -> dict[str, bytes]:
    """What a first run makes of the same captures."""
    list(convert.run(archive.raw, tmp_path / "clean"))
    return samples.files(tmp_path / "clean")


def test_what_is_unchanged_is_not_worked_on_again(archive: Archive) -> None:
    first, worked = archive.convert()

    second, again = archive.convert()

    assert ({f"{n}.txt" for n in range(COUNT)}, []) == (set(worked), again)
    assert [(o.raw, o.path, o.findings) for o in first] == [
        (o.raw, o.path, o.findings) for o in second
    ]
    assert {"unchanged"} == {outcome.status for outcome in second}


def test_what_has_changed_or_is_new_is(archive: Archive) -> None:
    archive.convert()
    samples.put(archive.raw, "3.txt", samples.text(33))
    samples.put(archive.raw, "new.txt", samples.text(44))

    _, worked = archive.convert()

    assert ["3.txt", "new.txt"] == worked


def test_only_the_new_lines_of_a_container_are(archive: Archive) -> None:
    lines = [samples.item(n, url=f"https://bao.example.vn/{n}.html") for n in range(50, 54)]
    path = samples.put(archive.raw, "items.jsonl", "\n".join(lines[:3]))
    archive.convert()
    path.write_text("\n".join(lines), encoding="utf-8")

    _, worked = archive.convert()

    assert ["items.jsonl#4"] == worked


def test_a_cut_leaves_nothing_of_a_file_as_it_was_before(archive: Archive) -> None:
    archive.convert()
    samples.put(archive.raw, "3.txt", samples.text(33))

    def interrupted(_: Parcel) -> Packed:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(
            convert.run(
                archive.raw,
                archive.root / "content",
                keep=archive.store.parent,
                task=interrupted,
            )
        )
    _, worked = archive.convert()

    assert ["3.txt"] == worked


def test_findings_of_what_was_skipped_are_reported(archive: Archive) -> None:
    samples.put(archive.raw, "empty.txt", "")
    samples.put(archive.raw, "menu.txt", "Trang chủ\nLiên hệ\n")
    first, _ = archive.convert()

    second, _ = archive.convert()

    failed = {o.raw: [f.code for f in o.findings] for o in second if o.status == "failed"}
    assert {"empty.txt": ["capture-empty"], "menu.txt": ["capture-no-story"]} == failed
    assert [o.findings for o in first] == [o.findings for o in second]


def test_a_deleted_article_is_made_again_without_work(archive: Archive, tmp_path: Path) -> None:
    outcomes, _ = archive.convert()
    (archive.root / "content" / outcomes[2].path).unlink()

    second, worked = archive.convert()

    assert ("written", []) == (second[2].status, worked)
    assert clean(archive, tmp_path) == samples.files(archive.root / "content")


def test_what_another_program_made_does_not_count(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.convert()
    monkeypatch.setattr("generator.convert.program.digest", lambda: "another")

    _, worked = archive.convert()

    assert COUNT == len(worked)


def test_a_capture_that_is_gone_is_forgotten(archive: Archive) -> None:
    archive.convert()
    (archive.raw / "1.txt").unlink()

    outcomes, _ = archive.convert()

    assert COUNT - 1 == len(outcomes)
    with closing(sqlite3.connect(archive.store)) as database:
        assert [(COUNT - 1,)] == database.execute("SELECT count(*) FROM made").fetchall()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def _scramble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    chance = random.Random(0)  # noqa: S311 - the same on every run
    for _ in range(200):
        data[chance.randrange(100, len(data))] ^= 255
    path.write_bytes(data)


def _replace(path: Path) -> None:
    path.write_text("This is no database.", encoding="utf-8")


def _other_tables(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE made (something TEXT)")


def _forge(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE made SET rest = (SELECT rest FROM made WHERE path = '0.txt')")
        database.commit()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "damage", [_cut, _scramble, _replace, _other_tables, _forge, _folder, Path.unlink]
)
def test_a_damaged_store_costs_time_and_nothing_else(
    archive: Archive, damage: Callable[[Path], None], tmp_path: Path
) -> None:
    archive.convert()
    damage(archive.store)
    samples.put(archive.raw, "new.txt", samples.text(77))

    outcomes, worked = archive.convert()

    assert "new.txt" in worked
    assert ["unchanged"] * COUNT + ["written"] == [outcome.status for outcome in outcomes]
    assert clean(archive, tmp_path) == samples.files(archive.root / "content")


def test_a_row_that_was_changed_is_worked_on_again(archive: Archive) -> None:
    archive.convert()
    _forge(archive.store)

    _, worked = archive.convert()

    assert [f"{n}.txt" for n in range(1, COUNT)] == worked


def test_two_runs_at_once_do_not_disturb_each_other(archive: Archive, tmp_path: Path) -> None:
    archive.store.parent.mkdir()
    holder = sqlite3.connect(archive.store)
    holder.executescript("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")

    outcomes, worked = archive.convert()
    holder.close()

    assert (COUNT, {"written"}) == (len(worked), {outcome.status for outcome in outcomes})
    assert clean(archive, tmp_path) == samples.files(archive.root / "content")


@pytest.mark.parametrize("when", ["while it works", "while it writes"])
def test_a_run_that_was_killed_is_finished_by_the_next(tmp_path: Path, when: str) -> None:
    for n in range(300):
        samples.put(tmp_path / "raw", f"{n % 7}/{n:03}.txt", samples.text(n))
    command = [sys.executable, "-m", "generator", "--root", str(tmp_path), "convert", "--jobs", "2"]
    store = tmp_path / ".archive" / f"{NAME}-wal"

    def far_enough() -> bool:
        if when == "while it writes":
            return len(list(tmp_path.glob("content/**/vi.md"))) >= 5
        return store.is_file() and store.stat().st_size > 300_000

    with subprocess.Popen(
        command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not far_enough():
            time.sleep(0.002)
        os.kill(process.pid, signal.SIGKILL)
    partial = samples.files(tmp_path / "content")

    counted = Counted()
    list(
        convert.run(
            tmp_path / "raw", tmp_path / "content", keep=tmp_path / ".archive", task=counted
        )
    )

    list(convert.run(tmp_path / "raw", tmp_path / "clean"))
    whole = samples.files(tmp_path / "clean")
    assert whole == samples.files(tmp_path / "content")
    assert len(partial) < len(whole)
    assert len(counted.done) < 300
