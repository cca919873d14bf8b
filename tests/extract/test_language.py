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
