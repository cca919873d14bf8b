"""Cards as pictures: drawn once, alike everywhere, and never with an empty box for a letter."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from generator.pages.cards import HEIGHT, WIDTH, Card
from generator.press import cards, lettering
from generator.press.cards import SPARED, Kept, draw, laid_out
from generator.press.lettering import BOLD
from generator.press.stage import stage
from tests.conftest import REPOSITORY

NAME = "Lưu trữ Tin Đối ngoại Việt Nam"
LONG = "Việt Nam tích cực tham gia các hoạt động của Liên hợp quốc " * 5
CARD = Card(
    path="assets/cards/a-1.vi.png",
    name=NAME,
    title="Hội nghị khai mạc",
    facts=("Báo Mới", "13 tháng 12 năm 2021"),
)


def card(title: str, **facts: tuple[str, ...]) -> Card:
    return Card(path="a.png", name=NAME, title=title, **facts)


def pixels(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture)).convert("RGB")


def test_a_card_is_a_small_picture_of_few_colours() -> None:
    picture = draw(CARD)
    image = Image.open(io.BytesIO(picture))

    assert ("PNG", "P", (WIDTH, HEIGHT)) == (image.format, image.mode, image.size)
    assert len(picture) < 20_000
    assert len(draw(card(LONG, facts=CARD.facts, badges=("Đã rút",)))) < 28_000


def test_another_process_draws_the_same_bytes() -> None:
    program = (
        "import hashlib, sys\n"
        "from generator.pages.cards import Card\n"
        "from generator.press.cards import draw\n"
        f"print(hashlib.sha256(draw({CARD!r})).hexdigest())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )

    assert hashlib.sha256(draw(CARD)).hexdigest() == done.stdout.strip()


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Tin  về\nẾch ở Đắk Lắk", "Tin về Ếch ở Đắk Lắk"),
        ("To\u0302\u0301ng", "Tống"),
        ("🇻🇳 Việt Nam – EU: 30 năm ✨", "Việt Nam – EU: 30 năm"),
        ("Dvořák và Пушкин", "Dvořák và Пушкин"),
        ("\u202eTin\u200b ngược\u202c", "Tin ngược"),
        ("😀", ""),
        ("…!", ""),
        ("中国 và Việt Nam", ""),
        ("خبر", ""),
        ("", ""),
    ],
)
def test_what_has_no_sign_is_left_out_and_a_text_is_never_drawn_without_its_letters(
    text: str, drawn: str
) -> None:
    assert drawn == lettering.drawable(text)


@pytest.mark.parametrize("title", ["😀", "中国新闻", "\u202e"])
def test_the_archive_stands_in_the_place_of_a_headline_that_cannot_be_drawn(title: str) -> None:
    assert draw(card(NAME)) == draw(card(title))


def test_a_fact_that_cannot_be_drawn_is_left_out() -> None:
    assert draw(card("Tin", facts=("2021",))) == draw(card("Tin", facts=("人民日报", "2021")))


@pytest.mark.parametrize("title", ["Tin ngắn", LONG[:120], LONG, "dài" * 100, "W" * 300])
def test_a_headline_stays_within_its_place(title: str) -> None:
    size, lines = laid_out(title)

    assert max(lettering.width(line, size, BOLD) for line in lines) <= WIDTH - 2 * 72
    assert len(lines) * size * 1.36 <= 300


def test_a_headline_is_set_smaller_before_it_is_cut_after_a_word() -> None:
    sizes = [laid_out(LONG[:length].strip())[0] for length in (20, 90, 130, 300)]
    _, lines = laid_out(LONG)
    shown = " ".join(lines)

    assert sorted(sizes, reverse=True) == sizes
    assert len(set(sizes)) > 2
    assert shown.endswith("…")
    assert LONG.startswith(f"{shown.removesuffix('…')} ")


def test_lines_of_a_headline_are_about_as_long_as_each_other() -> None:
    _, lines = laid_out("Công tác ngoại giao nay đã khác")

    assert ["Công tác ngoại", "giao nay đã khác"] == lines


def test_the_highest_marks_are_drawn_whole() -> None:
    ink = pixels(draw(card("Ễ"))).crop((0, 186, WIDTH, HEIGHT)).convert("L").point(lambda x: x < 99)
    flat = (
        pixels(draw(card("E"))).crop((0, 186, WIDTH, HEIGHT)).convert("L").point(lambda x: x < 99)
    )
    (_, top, _, bottom), (_, _, _, base) = ink.getbbox() or (0,) * 4, flat.getbbox() or (0,) * 4
    mask, _, above = lettering.drawn("Ễ", 68, BOLD)

    assert base == bottom
    assert abs(bottom - top - len(mask)) <= 2
    assert above < -68


def test_colours_are_those_of_the_style_sheet() -> None:
    styles = (REPOSITORY / "overrides/assets/stylesheets/archive.css").read_text(encoding="utf-8")
    light = styles.split("@media")[0]
    channels = pixels(draw(CARD)).tobytes()
    found = {f"#{channels[at : at + 3].hex()}" for at in range(0, len(channels), 3)}
    named = {name: light.split(f"--{name}: ")[1][:7] for name in ("paper", "ink", "red")}

    assert set() == set(named.values()) - found
    assert named["paper"] == f"#{channels[:3].hex()}"


def test_a_badge_changes_the_picture() -> None:
    assert draw(card("Tin")) != draw(card("Tin", badges=("Đã rút",)))


def test_a_card_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Kept(tmp_path).file(CARD)
    monkeypatch.setattr(cards, "draw", lambda _card: pytest.fail("drawn again"))

    assert first == Kept(tmp_path).file(CARD)
    assert [first] == list(tmp_path.iterdir())


def test_a_card_with_other_words_is_another_file_wherever_it_stands(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    same = Card(path="b.png", name=CARD.name, title=CARD.title, facts=CARD.facts)
    others = (
        Card(path="a.png", name=CARD.name, title=CARD.title, badges=CARD.facts),
        Card(path="a.png", name="Kho", title=CARD.title, facts=CARD.facts),
        Card(path="a.png", name=CARD.name, title="Khác", facts=CARD.facts),
    )

    assert kept.file(CARD) == kept.file(same)
    assert 4 == len({kept.file(one) for one in (CARD, *others)})


def test_cards_that_nobody_asks_for_are_forgotten(tmp_path: Path) -> None:
    (old,) = Kept(tmp_path).files([card("Cũ")])
    half = tmp_path / "nua-chung.123"
    half.write_bytes(b"")
    long_ago = time.time() - 2 * SPARED
    os.utime(old[1], (long_ago, long_ago))
    (new,) = Kept(tmp_path).files([card("Mới")])

    assert {new[1], half} == set(tmp_path.iterdir())  # what is being drawn just now stays
    assert old != new
    os.utime(half, (long_ago, long_ago))
    assert [new] == list(Kept(tmp_path).files([card("Mới")]))
    assert [new[1]] == list(tmp_path.iterdir())


def test_cards_are_staged_and_follow_their_words(tmp_path: Path) -> None:
    docs, work = tmp_path / "docs", tmp_path / "cards"
    shown = []
    for one in (card("Một"), card("Một"), card("Hai")):
        stage([], content=tmp_path, docs=docs, kept=Kept(work).files([one]))
        shown.append((docs / "a.png").read_bytes())

    assert [draw(card("Một")), draw(card("Một")), draw(card("Hai"))] == shown


def test_a_card_that_is_gone_is_removed_from_what_is_staged(tmp_path: Path) -> None:
    docs, work = tmp_path / "docs", tmp_path / "cards"
    for cards_ in ([card("Một")], []):
        stage([], content=tmp_path, docs=docs, kept=Kept(work).files(cards_))

    assert [] == list(docs.iterdir())


def test_a_file_system_without_links_gets_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    stage([], content=tmp_path, docs=tmp_path / "docs", kept=Kept(tmp_path / "k").files([CARD]))

    assert draw(CARD) == (tmp_path / "docs" / CARD.path).read_bytes()
