from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.captures import legacy, plausible
from generator.captures.decoding import UnreadableTextError, decode
from generator.captures.mending import Mended, mend
from tests.captures.wrong import ENGLISH, NEWS, spoilt, to_1258, to_legacy

SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))


def decoded(data: bytes, *, html: bool = False, charset: str = "") -> tuple[str, str]:
    found = decode(data, html=html, charset=charset)
    return found.encoding, unicodedata.normalize("NFC", found.text)


def refused(data: bytes, *, html: bool = False) -> int:
    with pytest.raises(UnreadableTextError) as caught:
        decode(data, html=html)
    return caught.value.nuls


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


@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "windows-1252", "windows-1251"])
def test_a_wrong_declaration_does_not_hide_windows_1258(label: str) -> None:
    page = f'<meta charset="{label}"><p>{NEWS}'

    assert ("cp1258", page) == decoded(to_1258(page), html=True)


def test_a_wrong_declaration_is_reported_unless_it_makes_no_difference() -> None:
    def declared(data: bytes) -> str:
        return decode(data, html=True).declared

    page = '<meta charset="iso-8859-1"><p>{}'

    assert "iso-8859-1" == declared(page.format(NEWS).encode())
    assert "iso-8859-1" == declared(to_1258(page.format(NEWS)))
    assert "" == declared(page.format("Plain").encode())
    assert "" == declared(page.format("café").encode("cp1252"))
    assert "" == declared(f'<meta charset="utf-8"><p>{NEWS}'.encode())


def test_what_the_transport_states_comes_before_what_the_page_declares() -> None:
    page = '<meta charset="koi8-r"><p>Заголовок открываемого материала'

    assert ("cp1251", page) == decoded(page.encode("cp1251"), html=True, charset="windows-1251")
    assert ("koi8-r", page) == decoded(page.encode("koi8-r"), html=True, charset="no-such-page")
    assert ("utf-8", page) == decoded(page.encode(), html=True, charset="windows-1251")


@pytest.mark.parametrize(
    "label", ["punycode", "unicode_escape", "idna", "rot13", "hex", "utf-7", "nonsense", "\x00"]
)
def test_a_declared_codec_that_no_browser_knows_is_not_used(label: str) -> None:
    page = f'<meta charset="{label}"><p>{" " * 99}'.encode() + b"\xc0\xf7\xe2" * 12

    assert 0 == refused(page, html=True)


@pytest.mark.parametrize("table", [legacy.TCVN3, legacy.VNI])
@pytest.mark.parametrize("label", ["", "windows-1252", "iso-8859-1", "utf-8", "windows-1258"])
def test_bytes_of_a_legacy_font_are_read_as_latin_1(table: dict[str, str], label: str) -> None:
    characters = f'<meta charset="{label}"><p>{to_legacy(NEWS, table)}'

    encoding, text = decoded(characters.encode("latin-1"), html=True)

    assert encoding in {"iso8859-1", "cp1252"}
    assert characters == text


EUROPEAN = [
    ("cp1250", "Piątek: minister przyjął ambasadora, rozmawiał o współpracy w środę."),
    ("cp1250", "Ministr zahraničí přijal velvyslance; ve středu se uskutečnilo setkání ministrů."),
    ("cp1250", "A külügyminiszter fogadta a nagykövetet, és tárgyalt az együttműködésről."),
    ("iso8859-2", "Ministr zahraničí přijal velvyslance a šéfy, též jednal o těžkých věcech."),
    ("cp1252", "L’ambassadeur a été reçu à Hanoï, où il a parlé de coopération."),
    ("cp1252", "El señor Núñez viajó a Hanói; ¿qué pasó después? La reunión terminó mañana."),
    ("cp1252", "Größe, Übung, Straße, für, Mädchen, Köln, Äpfel"),
    ("cp1254", "Dışişleri Bakanı büyükelçiyi kabul etti ve işbirliğini görüştüler."),
    ("cp1257", "Užsienio reikalų ministras priėmė ambasadorių; įvyko susitikimas, šiuo metu."),
    ("cp1251", "Министр иностранных дел принял посла и обсудил сотрудничество в сфере экономики."),
    ("koi8-r", "Министр иностранных дел принял посла и обсудил сотрудничество в сфере экономики."),
    ("cp1253", "Ο υπουργός Εξωτερικών δέχθηκε τον πρέσβη και συζήτησαν για τη συνεργασία."),
    ("gb18030", "外交部长会见各国大使，双方就加强合作交换了意见。越南外交部长星期三会见了代表团。"),
]


@pytest.mark.parametrize(("name", "text"), EUROPEAN)
def test_undeclared_text_of_another_language_is_read_by_its_letters(name: str, text: str) -> None:
    assert (name, text) == decoded(text.encode(name))
    assert (name, f"<p>{text}") == decoded(f"<p>{text}".encode(name), html=True)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(1, 256)),
        b"\xff",
        "Заголовок материала".encode("koi8-r"),
        "外交部长会见各国大使".encode("gbk"),
        codecs.BOM_UTF16_LE + b"\x00\xdc\x00\xdc",
        codecs.BOM_UTF8 + b"abc\xff\xfe\xfd",
    ],
)
def test_anything_else_is_unknown(data: bytes) -> None:
    assert 0 == refused(data)


@pytest.mark.parametrize(
    ("data", "nuls"), [(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", 5), (b"\x00" * 100, 100)]
)
def test_nuls_are_counted_where_they_are_what_is_wrong(data: bytes, nuls: int) -> None:
    assert nuls == refused(data)


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
    assert Mended(text, "", 0) == mend(text, html=False)


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
        assert Mended(text, "", 0) == mend(text, html=False)
        for name in ("cp1252", "cp1258"):
            assert text == mend(spoilt(text, name), html=False).text


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_read_or_refused(data: bytes, html: bool) -> None:  # noqa: FBT001  # drawn
    try:
        found = decode(data, html=html)
    except UnreadableTextError:
        return

    assert codecs.lookup(found.encoding)
    assert isinstance(mend(found.text, html=html).text, str)
