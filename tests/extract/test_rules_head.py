from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Extraction

Extract = Callable[..., Extraction]
Roles = Callable[[Extraction], dict[str, str]]

LEAD = "Các tỉnh thành cử người về dự đông đủ, theo ban tổ chức cho biết."
MORE = "Hội nghị kéo dài một ngày và khép lại bằng một cuộc tọa đàm mở."
HEAD = "Hội nghị ngoại vụ khai mạc ở thủ đô"


@pytest.mark.parametrize(
    "title",
    [
        HEAD,
        "Đại sứ là ai?",
        "“Ngoại giao cây tre”",
        "Đổi mới",
        "🎉",
        "<script>alert(1)</script>",
        "Giá dầu lên 100 USD/thùng!",
        "# 1. Không phải Markdown | {{ x }}",
    ],
)
def test_first_line_that_is_no_sentence_is_the_headline(title: str, extract_text: Extract) -> None:
    found = extract_text(f"{title}\n\n{LEAD}\n\n{MORE}")

    assert (title, "stated") == (
        found.fields["title"].value,
        found.fields["title"].basis.kind.value,
    )


def test_text_that_begins_with_a_sentence_has_a_derived_headline(extract_text: Extract) -> None:
    found = extract_text(f"{LEAD}\n\n{MORE}")

    assert "first-sentence" == found.fields["title"].basis.rule
    assert "capture-title-derived" in [x.code for x in found.findings]
    assert all(label.kept for label in found.lines)


@pytest.mark.parametrize("label", ["Thời sự", "Trang chủ", "Nghề báo", "Politics"])
def test_label_above_the_headline_is_no_headline(label: str, extract_text: Extract) -> None:
    assert HEAD == extract_text(f"{label}\n{HEAD}\n\n{LEAD}\n\n{MORE}").fields["title"].value


def test_unknown_label_is_told_by_the_headline_that_comes_back(
    extract_text: Extract, roles: Roles
) -> None:
    found = extract_text(f"Góc nhìn bạn đọc\n{HEAD}\n\n{LEAD}\n\n{HEAD}\n\n{MORE}")

    assert "section" == roles(found)["Góc nhìn bạn đọc"]
    assert HEAD == found.fields["title"].value


def test_short_headline_is_not_taken_for_a_label(extract_text: Extract) -> None:
    found = extract_text(f"Đường về\nChuyện của những người xa xứ\n\n{LEAD}\n\n{MORE}")

    assert "Đường về" == found.fields["title"].value


def test_headline_printed_again_is_a_duplicate(extract_text: Extract) -> None:
    found = extract_text(f"{HEAD}\n\n{LEAD}\n\n{MORE}\n\n{HEAD}\n\n{LEAD[4:]}")

    assert ["headline", "body", "body", "duplicate", "body"] == [x.role.value for x in found.lines]


def test_short_headline_may_come_back_as_a_subheading(extract_text: Extract) -> None:
    found = extract_text(f"Đổi mới\n\n{LEAD}\n\n{MORE}\n\nĐổi mới\n\n{LEAD[4:]}\n\n{MORE[4:]}")

    assert "subheading" == found.lines[3].role.value


def test_paragraph_between_headline_and_date_line_is_the_deck(extract_text: Extract) -> None:
    found = extract_text(f"{HEAD}\n\n{LEAD}\n14:08 - 17/03/2023\n\n{MORE}")

    assert "deck" == found.lines[1].role.value
    assert found.article
    assert found.article.body.startswith(LEAD)


def test_first_paragraph_without_a_sign_is_no_deck(extract_text: Extract) -> None:
    found = extract_text(f"{HEAD}\n14:08 - 17/03/2023\n\n{LEAD}\n\n{MORE}")

    assert "body" == found.lines[2].role.value


@pytest.mark.parametrize(
    ("head", "body", "title", "rule"),
    [
        ("", f"<h1>{HEAD}</h1>", HEAD, "h1"),
        (f"<title>{HEAD} - Báo Ví Dụ</title>", "", f"{HEAD} - Báo Ví Dụ", "title-element"),
        (f"<meta property='og:title' content='{HEAD}'>", "", HEAD, "meta-og-title"),
        (
            f"<meta property='og:title' content='{HEAD}'>",
            f"<h1>Báo Ví Dụ</h1><h2>{HEAD}</h2>",
            HEAD,
            "heading-as-stated",
        ),
        (
            f"<meta property='og:site_name' content='Báo Ví Dụ'><title>{HEAD} | Báo Ví Dụ</title>",
            "",
            HEAD,
            "title-element",
        ),
        ("", f"<p><b>{HEAD}</b></p>", HEAD, "above-story"),
    ],
)
def test_headline_of_a_page(
    head: str, body: str, title: str, rule: str, extract_html: Extract
) -> None:
    page = (
        f"<html><head>{head}</head><body>{body}<div><p>{LEAD}</p><p>{MORE}</p></div></body></html>"
    )
    found = extract_html(page).fields["title"]

    assert (title, rule) == (found.value, found.basis.rule)


def test_printed_headline_wins_over_the_one_for_machines(extract_html: Extract) -> None:
    found = extract_html(
        f"<head><meta property='og:title' content='Tít cho máy tìm kiếm'></head>"
        f"<body><h1>{HEAD}</h1><p>{LEAD}</p><p>{MORE}</p></body>"
    )

    assert HEAD == found.fields["title"].value
