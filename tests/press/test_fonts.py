from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest
from fontTools.ttLib import TTFont

from generator import settings
from generator.press import build, fonts, standing
from tests.conftest import REPOSITORY

STYLES = (REPOSITORY / "overrides/assets/stylesheets/archive.css").read_text(encoding="utf-8")
FACES = [
    dict(re.findall(r"([\w-]+):\s*([^;]+);", face))
    for face in re.findall(r"@font-face \{([^}]*)\}", STYLES)
]
OWN = [face for face in FACES if "url(" in face["src"]]
VIETNAMESE = [
    base + tone
    for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
]


def font(name: str) -> TTFont:
    return TTFont(io.BytesIO(fonts.cut()[name]))


def points(face: dict[str, str]) -> set[int]:
    found: set[int] = set()
    for start, end in re.findall(r"U\+([0-9a-f]+)(?:-([0-9a-f]+))?", face["unicode-range"]):
        found |= set(range(int(start, 16), int(end or start, 16) + 1))
    return found


@pytest.mark.parametrize("name", [fonts.UPRIGHT, fonts.ITALIC])
def test_all_of_vietnamese_is_there_in_either_normal_form(name: str) -> None:

    there = set(font(name).getBestCmap())
    needed = {ord(c) for syllable in VIETNAMESE for c in normalize("NFC", syllable) + syllable}

    assert set() == needed - there
    assert set() == set(map(ord, "đĐ₫“”–…")) - there


def test_what_every_page_fetches_is_small() -> None:
    assert len(fonts.cut()[fonts.UPRIGHT]) < 30_000


def test_the_typeface_goes_from_text_to_headlines() -> None:
    (axis,) = font(fonts.UPRIGHT)["fvar"].axes

    assert ("wght", *map(float, fonts.WEIGHTS)) == (axis.axisTag, axis.minValue, axis.maxValue)


def test_the_licence_travels_with_the_typeface() -> None:
    assert "Open Font License" in (font(fonts.UPRIGHT)["name"].getDebugName(13) or "")


def test_the_same_bytes_come_out_in_another_process() -> None:
    script = (
        "import hashlib; from generator.press import fonts; "
        "print([hashlib.sha256(data).hexdigest() for data in fonts.cut().values()])"
    )
    command = [sys.executable, "-c", script]
    other, again = (
        subprocess.run(command, check=True, capture_output=True, text=True, cwd=REPOSITORY).stdout
        for _ in range(2)
    )

    assert other == again


def test_the_style_sheet_names_just_these_files_and_their_letters() -> None:
    names = [re.sub(r'.*url\("\.\./(.*?)"\).*', r"assets/\1", face["src"]) for face in OWN]

    assert list(fonts.cut()) == names
    assert [fonts.LETTERS, fonts.LETTERS, fonts.OTHERS] == [points(face) for face in OWN]
    assert {"swap"} == {face["font-display"] for face in OWN}


FALLBACKS = [face for face in FACES if face not in OWN]


@pytest.mark.parametrize("fallback", FALLBACKS, ids=lambda face: face["src"])
def test_the_fallback_has_the_measures_of_the_typeface(fallback: dict[str, str]) -> None:
    made = font(fonts.ITALIC if fallback.get("font-style") == "italic" else fonts.UPRIGHT)
    units, lines = made["head"].unitsPerEm, made["hhea"]
    adjusted = float(fallback["size-adjust"].rstrip("%")) / 100

    for name, measure in (("ascent", lines.ascent), ("descent", -lines.descent)):
        override = float(fallback[f"{name}-override"].rstrip("%"))
        assert pytest.approx(100 * measure / units / adjusted, abs=0.01) == override
    assert 0 == lines.lineGap
    assert "0%" == fallback["line-gap-override"]


def test_regular_bold_and_italic_letters_have_a_fallback_each() -> None:
    expected = {("normal", "400"), ("normal", "700"), ("italic", "400")}

    assert expected == {
        (face.get("font-style", "normal"), face.get("font-weight", "400")) for face in FALLBACKS
    }


def test_what_was_cut_is_kept_and_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = fonts.files(tmp_path)
    monkeypatch.setattr(fonts, "cut", lambda: pytest.fail("it was there"))

    assert first == fonts.files(tmp_path)
    assert fonts.NAMES == tuple(first)


def test_other_versions_cut_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts.files(tmp_path)
    monkeypatch.setattr(fonts, "version", lambda _name: "0")
    monkeypatch.setattr(fonts, "cut", lambda: dict.fromkeys(fonts.NAMES, b"new"))

    assert {b"new"} == set(fonts.files(tmp_path).values())
    assert 2 == len(list((tmp_path / "fonts").iterdir()))


@pytest.mark.site
def test_the_built_site_has_the_typeface_and_the_gate_lets_it_pass(small: Path) -> None:
    known = settings.load(small)

    assert not standing.failed(build.build(known))
    for name, data in fonts.cut().items():
        assert data == (known.site / name).read_bytes()
    page = (known.site / "2021/12/13/mot/index.html").read_text(encoding="utf-8")
    assert 1 == page.count(f'../../../../{fonts.UPRIGHT}" as="font"')


def test_what_a_killed_build_left_of_the_typeface_keeps_no_other_from_cutting_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "cut", lambda: dict.fromkeys(fonts.NAMES, b"x"))
    rename = Path.rename
    monkeypatch.setattr(Path, "rename", lambda *_: sys.exit("killed"))
    with pytest.raises(SystemExit):
        fonts.files(tmp_path)
    monkeypatch.setattr(Path, "rename", rename)

    assert fonts.files(tmp_path) == fonts.files(tmp_path)
    assert 1 == len(list((tmp_path / "fonts").iterdir()))
