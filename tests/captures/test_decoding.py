from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.captures import legacy, plausible
from generator.captures.decoding import UnreadableTextError, decode

NEWS = (
    "Bộ trưởng Bộ Ngoại giao tiếp Đại sứ các nước, khẳng định đường lối đối ngoại độc lập.\n"
    "Chiều 12/5, tại Hà Nội, hai bên nhất trí đẩy mạnh hợp tác kinh tế, văn hoá và giáo dục.\n"
)
ENGLISH = "Viet Nam joined the Association on 28 July 1995 – “a new page”, officials said.\n"
SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))


def decoded(data: bytes, *, html: bool = False) -> tuple[str, str]:
    name, text = decode(data, html=html)
    return name, unicodedata.normalize("NFC", text)


def to_1258(text: str) -> bytes:
    """As Windows' Vietnamese keyboard writes it: letters of the page, tones after them."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    typed = []
    for character in text:
        parts = unicodedata.normalize("NFD", character)
        letter = "".join(part for part in parts if part not in tones)
        typed.append(unicodedata.normalize("NFC", letter))
        typed.append("".join(part for part in parts if part in tones))
    return "".join(typed).encode("cp1258")


def to_legacy(text: str, table: dict[str, str]) -> str:
    back: dict[str, str] = {}
    for key, letter in table.items():
        back.setdefault(letter, key)
    return "".join(back.get(c) or back.get(c.lower()) or c for c in text)


def refused(data: bytes, *, html: bool = False) -> str:
    with pytest.raises(UnreadableTextError) as caught:
        decode(data, html=html)
    return caught.value.encoding


@pytest.mark.parametrize("text", [NEWS, ENGLISH, "Заголовок материала, тест"])
@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(text: str, mark: bytes, name: str) -> None:
    assert (name, text) == decoded(mark + text.encode(name))


def test_windows_1258_is_recognised_and_its_tones_put_in_their_place() -> None:
    assert ("cp1258", NEWS) == decoded(to_1258(NEWS))


def test_decomposed_text_is_read_as_it_is() -> None:
    assert ("utf-8", NEWS) == decoded(unicodedata.normalize("NFD", NEWS).encode())


def test_western_text_is_windows_1252() -> None:
    assert ("cp1252", ENGLISH) == decoded(ENGLISH.encode("cp1252"))
    french = "L’ambassadeur a été reçu à Hanoï, où il a parlé de coopération. " * 3
    assert ("cp1252", french) == decoded(french.encode("cp1252"))


def test_utf8_that_breaks_off_within_a_letter_is_read_up_to_it() -> None:
    assert ("utf-8", f"{NEWS}Vi") == decoded(f"{NEWS}Việ".encode()[:-1])


def test_a_declared_code_page_is_used_where_bytes_are_not_utf8() -> None:
    page = '<meta charset="{}"><p>Заголовок открываемого материала'

    for label, name in [("windows-1251", "cp1251"), ("KOI8-R", "koi8-r"), ("cp1251", "cp1251")]:
        text = page.format(label)

        assert (name, text) == decoded(text.encode(name), html=True)


def test_utf8_wins_over_a_wrong_declaration() -> None:
    page = f'<meta charset="iso-8859-1"><p>{NEWS}'

    assert ("utf-8", page) == decoded(page.encode(), html=True)


def test_a_wrong_declaration_does_not_hide_windows_1258() -> None:
    page = f'<meta charset="utf-8"><p>{NEWS}'

    assert ("cp1258", page) == decoded(to_1258(page), html=True)


@pytest.mark.parametrize(
    "label", ["punycode", "unicode_escape", "idna", "rot13", "hex", "utf-7", "nonsense", "\x00"]
)
def test_a_declared_codec_that_no_browser_knows_is_not_used(label: str) -> None:
    assert "" == refused(
        f'<meta charset="{label}"><p>'.encode() + b"\xc0\xe1\xe2\xe3" * 20, html=True
    )


@pytest.mark.parametrize(("name", "table"), [("TCVN3 (ABC)", legacy.TCVN3), ("VNI", legacy.VNI)])
def test_legacy_fonts_are_named_and_refused(name: str, table: dict[str, str]) -> None:
    characters = to_legacy(NEWS, table)

    assert name == refused(characters.encode("latin-1"))
    assert name == refused(characters.encode())
    assert name == refused(f'<meta charset="windows-1252"><p>{characters}'.encode(), html=True)
    assert name == refused(
        f'<meta charset="iso-8859-1"><p>{characters}'.encode("latin-1"), html=True
    )


def test_the_legacy_tables_read_back_what_they_write() -> None:
    lower = NEWS.lower()

    assert lower == legacy.from_tcvn3(to_legacy(lower, legacy.TCVN3))
    assert NEWS == legacy.from_vni(to_legacy(NEWS, legacy.VNI))
    vowels = {letter.lower() for letter in legacy.VNI.values()}
    assert vowels == {letter.lower() for letter in legacy.TCVN3.values()}
    assert 67 == len(vowels)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        bytes(range(256)),
        b"\xff",
        b"\x00" * 100,
        "Заголовок открываемого материала".encode("koi8-r"),
        "外交部长会见各国大使".encode("gbk"),
        "Piątek: minister przyjął ambasadora, rozmawiał o współpracy".encode("cp1250"),
        codecs.BOM_UTF16_LE + b"\x00\xdc\x00\xdc",
        codecs.BOM_UTF8 + b"abc\xff\xfe\xfd",
    ],
)
def test_anything_else_is_unknown(data: bytes) -> None:
    assert "" == refused(data)


@pytest.mark.parametrize(
    "text",
    [
        "Größe, Übung, Straße, für, Mädchen, Köln, schön, müssen, können, hören. " * 3,
        "L’été dernier, le président a reçu à l’Élysée la délégation vietnamienne. " * 3,
        "El señor Núñez viajó a Hanói; ¿qué pasó después? La reunión terminó mañana. " * 3,
        "Заголовок открываемого материала. " * 5,
        "外交部长会见各国大使。" * 5,
        "km² °C «xin chào» ½ ¾ ® © § 10 µm " * 5,
    ],
)
def test_other_languages_in_utf8_are_not_taken_for_a_legacy_font(text: str) -> None:
    assert ("utf-8", text) == decoded(text.encode())


def test_right_readings_score_high_and_wrong_ones_low() -> None:
    assert (1.0, True) == (plausible.vietnamese(NEWS)[0], plausible.usual(NEWS) == 1.0)
    for table in (legacy.TCVN3, legacy.VNI):
        assert plausible.vietnamese(to_legacy(NEWS, table))[0] < 0.3
    assert plausible.usual(NEWS.encode("utf-16-le").decode("utf-16-be", "replace")) < 0.5


@pytest.mark.skipif(not SEEDS, reason="the real scrapes are not here")
def test_real_scrapes_are_read_right_from_every_code_page() -> None:
    for path in SEEDS:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))

        for name in ("utf-8", "utf-16-le", "utf-16-be"):
            assert (name, text) == decoded(text.encode(name))
        for name, table in (("TCVN3 (ABC)", legacy.TCVN3), ("VNI", legacy.VNI)):
            assert name == refused(to_legacy(text, table).encode())


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_read_or_refused(data: bytes, html: bool) -> None:  # noqa: FBT001  # drawn
    try:
        name, text = decode(data, html=html)
    except UnreadableTextError:
        return

    assert codecs.lookup(name)
    assert isinstance(text, str)
