from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.extract import language
from generator.model import Extraction

VIETNAMESE = "Các tỉnh thành cử người về dự đông đủ, theo ban tổ chức cho biết."
ENGLISH = "Officials of the provinces met in the capital to talk about the work of the year."


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        (VIETNAMESE, "", "vi"),
        (VIETNAMESE, "en", "vi"),
        (ENGLISH, "", "en"),
        (ENGLISH, "vi", "en"),
        ("The talks between Nguyễn Phú Trọng and the President of the US were held.", "", "en"),
        ("Cac tinh cua nuoc Viet Nam va nguoi dan khong duoc biet ve viec nay.", "", "vi"),
        ("Заголовок открываемого материала на русском языке.", "", ""),
        ("Reuters 2021", "en-US", "en"),
        ("", "vi-VN", "vi"),
        ("", "fr", ""),
    ],
)
def test_language_is_told_by_the_text_first(text: str, declared: str, expected: str) -> None:
    assert expected == language.tell([text], declared)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Заголовок открываемого материала", "ru"),
        ("Заголовок", "ru"),
        ("Зеленський зустрівся з міністрами у столиці країни", "uk"),
        ("外交部长今天会见了大使并讨论了合作", "zh"),
        ("日本の首相は今日ハノイで会談した", "ja"),
        ("ประธานาธิบดีพบกับรัฐมนตรี", "th"),
        ("Le président a reçu les ministres dans la capitale pour une réunion sur le climat", "fr"),
        ("Der Minister hat mit dem Kollegen über die Lage gesprochen und auch das Geld", "de"),
        ("El ministro se reunió con los embajadores de la región para hablar del comercio", "es"),
        (VIETNAMESE, "vi"),
        (ENGLISH, "en"),
        ("Nguyễn Phú Trọng", ""),
        ("Reuters 2021", ""),
        ("0 12 34", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_language_of_a_block_is_told_where_it_is_certain(text: str, expected: str) -> None:
    assert expected == language.of_block(text)


FRENCH = (
    "Le président a reçu les ministres dans la capitale pour une réunion sur le climat, selon les "
    "services de la présidence. Les participants ont discuté avec lui des moyens de réduire les "
    "émissions dans les transports, qui sont au cœur du plan présenté par le gouvernement."
)


def test_article_in_another_language_is_kept_whole_and_named(
    extract_text: Callable[..., Extraction],
) -> None:
    found = extract_text(f"Réunion sur le climat\n13 décembre 2021\n\n{FRENCH}\n\n{FRENCH}\n")
    said = [x.what.en for x in found.findings if x.code == "capture-language-unknown"]

    assert found.article
    assert FRENCH in found.article.body
    assert "en" == found.article.lang
    assert 1 == len(said)
    assert "`fr`" in said[0]
    assert "2021-12-13" == found.fields["date"].value


def test_text_in_a_third_language_is_a_finding(
    extract_text: Callable[..., Extraction],
) -> None:
    text = (
        "Заголовок статьи\n\n" + "Сегодня в столице открылась большая конференция дипломатов. " * 3
    )
    found = extract_text(text)

    assert "capture-language-unknown" in [x.code for x in found.findings]
    assert "" == found.fields["lang"].value


def test_english_article_is_an_english_file(extract_text: Callable[..., Extraction]) -> None:
    found = extract_text(f"Meeting opens in the capital\n\n{ENGLISH}\n\n{ENGLISH[:-1]} again.")

    assert found.article
    assert ("en", True) == (found.article.lang, found.article.path.endswith("/en.md"))
