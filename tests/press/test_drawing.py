"""Cards drawn ahead by others: the same files, whoever draws them and whoever is lost."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from generator.pages.cards import Card
from generator.press import cards, drawing
from generator.press.cards import Kept
from generator.press.hands import Crew

CARDS = [
    Card(path=f"{number}.png", name="Lưu trữ", title=f"Bài thứ {number}", facts=("2021",))
    for number in range(23)
]


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "FEW", 1)
    monkeypatch.setattr(drawing, "PARCEL", 4)


class Here(Executor):
    """Does what it is given at once, and notes it."""

    def __init__(self) -> None:
        self.drawn: list[list[str]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_kwargs: Any) -> Future[Any]:
        self.drawn.append([card.path for card in args[0]])
        future: Future[Any] = Future()
        future.set_result(fn(*args))
        return future


def kept(folder: Path, crew: Crew, during: Callable[[], object] = bool) -> dict[str, bytes]:
    """Path of each card below the site, in order → the card."""
    with drawing.others(crew) as executor, drawing.ahead(CARDS, folder, executor):
        during()
        found = list(Kept(folder).files(CARDS))
    assert {path for _, path in found} == set(folder.glob("*.png"))
    return {path: file.read_bytes() for path, file in found}


def all_drawn(folder: Path) -> Callable[[], None]:
    def until() -> None:
        end = time.monotonic() + 60
        while len(list(folder.glob("*.png"))) < len(CARDS) and time.monotonic() < end:
            time.sleep(0.01)

    return until


@pytest.fixture
def expected(tmp_path: Path) -> dict[str, bytes]:
    return kept(tmp_path / "alone", Crew())


def no_draw(_card: Card) -> bytes:
    raise AssertionError("drawn again")


def test_processes_of_this_machine_draw_the_same(
    tmp_path: Path, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cards"

    def drawn_by_others() -> None:
        all_drawn(folder)()
        monkeypatch.setattr(cards, "draw", no_draw)

    assert list(expected.items()) == list(kept(folder, Crew(2), drawn_by_others).items())


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_of_others_draw_the_same(
    method: str, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    folder, context = tmp_path / "cards", multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        assert expected == kept(folder, Crew(1, executor), all_drawn(folder))


def test_whoever_comes_first_draws_and_both_may_draw_at_once(
    tmp_path: Path, expected: dict[str, bytes]
) -> None:
    with ThreadPoolExecutor(3) as executor:
        assert expected == kept(tmp_path / "cards", Crew(1, executor))


def test_cards_of_lost_workers_are_drawn_here(tmp_path: Path, expected: dict[str, bytes]) -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as executor:
        executor.submit(os._exit, 1)
        assert expected == kept(tmp_path / "cards", Crew(2, executor))
        # By now it takes nothing at all.
        assert expected == kept(tmp_path / "others", Crew(2, executor))


def test_others_begin_with_the_last_card(tmp_path: Path) -> None:
    executor = Here()
    with drawing.ahead(CARDS, tmp_path, executor):
        pass

    assert [card.path for card in CARDS[::-1]] == [*itertools.chain(*executor.drawn)]
    assert [4, 4, 4, 4, 4, 3] == [*map(len, executor.drawn)]


def test_what_is_there_is_not_drawn_again(tmp_path: Path) -> None:
    first, second = Here(), Here()
    for card in CARDS[:20]:
        Kept(tmp_path).file(card)
    for executor in (first, second):
        with drawing.ahead(CARDS, tmp_path, executor):
            pass

    assert [["22.png", "21.png", "20.png"]] == first.drawn
    assert [] == second.drawn


def test_one_job_starts_no_process(
    tmp_path: Path, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "processes", lambda _jobs: pytest.fail("a process is started"))
    assert expected == kept(tmp_path / "one", Crew(1))


def test_all_is_drawn_here_where_no_process_can_be_started(
    tmp_path: Path, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Future[Any]:
        raise BlockingIOError

    monkeypatch.setattr(ProcessPoolExecutor, "submit", full)
    assert expected == kept(tmp_path / "cards", Crew(2))


def test_nobody_is_asked_for_a_few_cards(
    tmp_path: Path, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "FEW", len(CARDS) + 1)
    executor = Here()
    assert expected == kept(tmp_path / "few", Crew(1, executor))
    assert [] == executor.drawn


def test_who_stops_early_leaves_nobody_drawing(tmp_path: Path) -> None:
    with (
        pytest.raises(KeyError),
        ProcessPoolExecutor(1) as executor,
        drawing.ahead(CARDS * 40, tmp_path, executor),
    ):
        raise KeyError

    there = sorted(tmp_path.iterdir())
    time.sleep(0.2)
    assert there == sorted(tmp_path.iterdir())
    assert all(path.suffix == ".png" for path in there)
