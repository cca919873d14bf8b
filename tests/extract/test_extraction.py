from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.extract import Profile, article, explain, explain_text
from generator.extract.blocks_text import visible
from generator.model import Capture, Extraction, Severity

Extract = Callable[..., Extraction]

LINES = (
    "Hội nghị ngoại vụ khai mạc ở thủ đô",
    "Các tỉnh thành cử người về dự đông đủ, theo ban tổ chức cho biết.",
    "Hội nghị kéo dài một ngày và khép lại bằng một cuộc tọa đàm mở.",
    "ham dự hội nghị còn có đại diện của nhiều bộ, ngành và địa phương.",
    "(CLO) Chiều 21/10, đoàn công tác của các tỉnh đến thăm một tòa soạn báo.",
    "Thứ sáu, 22/10/2021 06:24 AM - 0 Trả lời",
    "14:08 - 17/03/2023",
    "Video Tin trong nước",
    "© Ảnh : TTXVN - Thu AnĐoàn chủ tịch hội nghị",
    "Đoàn chủ tịch hội nghị - Sputnik Việt Nam, 1920, 13.12.2021",
    "Đoàn chủ tịch hội nghị",
    "Toàn cảnh phòng họp. Ảnh: Hải Đăng/TTXVN",
    "anh-1.jpg (704×407)",
    "hoi nghi ngoai vu khai mac o thu do hinh 1",
    "Tin khác",
    "Bến phà cũ ngừng hoạt động",
    "Nghề báo",
    "Phòng chat",
    "0",
    "loader",
    "Заголовок открываемого материала",
    "PV",
    "Thực hiện: Thu An",
    "Nguồn Bộ Ngoại giao",
    "https://www.mofa.gov.vn.example/vi/ns210803192004",
    "Nhiệm kỳ 2023-2026",
    "<script>alert(1)</script> {{ x }} | # 1.",
    "",
)
lines = st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=25)
quiet = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def _capture(text: str, form: str = "text", digest: str = "0" * 64) -> Capture:
    return Capture(raw="a", sha256=digest, format=form, encoding="utf-8", text=text)


@quiet
@given(parts=lines)
def test_no_word_of_a_text_is_lost(parts: list[str], profiles: tuple[Profile, ...]) -> None:
    text = "\n".join(parts)
    found = article(_capture(text), profiles)

    kept = " ".join(label.block.text for label in found.lines if label.kept)
    removed = " ".join(removal.text for removal in found.removals)
    assert _words(" ".join(map(visible, text.split("\n")))) == _words(kept) + _words(removed)


@quiet
@given(parts=lines)
def test_what_is_kept_is_in_the_title_or_the_body(
    parts: list[str], profiles: tuple[Profile, ...]
) -> None:
    found = article(_capture("\n".join(parts)), profiles)
    if found.article is None:
        return
    headline = [x.block.text for x in found.lines if x.role.value == "headline"]
    story = " ".join(x.block.text for x in found.lines if x.kept and x.block.text not in headline)
    written = found.article.body.replace("\\", "")
    for repair in found.article.cleaning.repairs if found.article.cleaning else ():
        story = story.replace(repair.was, repair.now)
    for escaped, plain in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
        ("&#61;", "="),
        ("&#126;", "~"),
    ):
        written = written.replace(escaped, plain)

    assert headline in ([], [found.article.title])
    assert not _words(story) - _words(written)


@quiet
@given(parts=lines)
def test_extraction_is_deterministic_and_each_capture_is_alone(
    parts: list[str], profiles: tuple[Profile, ...]
) -> None:
    capture = _capture("\n".join(parts))
    first = article(capture, profiles)
    article(_capture("Một trang khác\n\nvới những câu khác, dài hơn và có dấu chấm."), profiles)

    assert first == article(capture, profiles)


@quiet
@given(
    parts=st.lists(st.sampled_from([x for x in LINES if not re.search(r"\d\d", x)]), max_size=20)
)
def test_date_never_comes_from_nothing(parts: list[str], profiles: tuple[Profile, ...]) -> None:
    found = article(_capture("\n".join(parts)), profiles)

    assert "" == found.fields["date"].value
    assert "" == found.fields["event_date"].value


@quiet
@given(text=st.text(alphabet="<>/abdivph1 ='\"&;\n", max_size=120))
def test_no_page_makes_extraction_fail(text: str, profiles: tuple[Profile, ...]) -> None:
    found = article(_capture(text, "html"), profiles)

    assert (found.article is None) is any(x.code == "capture-no-story" for x in found.findings)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Chỉ có một tít",
        "Đăng nhập\nĐăng ký\nloader\nPhòng chat",
        "Trang chủ\nGiới thiệu\nLiên hệ\nBình luận\nChia sẻ",
        "Tin khác\nBến phà cũ ngừng hoạt động\nGiá đất tăng",
        "2021",
    ],
)
def test_capture_without_a_story_is_a_finding(text: str, extract_text: Extract) -> None:
    found = extract_text(text, raw="x/y.txt")

    assert None is found.article
    assert [("capture-no-story", "raw/x/y.txt")] == [(x.code, x.file) for x in found.findings]


def test_short_story_is_a_story(extract_text: Extract) -> None:
    assert extract_text("Tin vắn\n\nHội nghị đã khai mạc sáng nay.").article


def test_id_is_made_of_the_year_and_the_digest(profiles: tuple[Profile, ...]) -> None:
    text = "Một tít báo\n14:08 - 17/03/2023\nCác tỉnh thành cử người về dự đông đủ."
    found = article(_capture(text, digest="0123456789abcdef" * 4), profiles)

    assert found.article
    assert "a-2023-04hmasw9" == found.article.id


def test_headline_without_letters_takes_the_id_for_its_slug(extract_text: Extract) -> None:
    found = extract_text("🎉\n\nCác tỉnh thành cử người về dự đông đủ, theo ban tổ chức.")

    assert found.article
    assert found.article.id == found.article.slug


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>", "x" * 5000, "\u202eabc", "a: 'b' # |"]
)
def test_hostile_headline_is_one_line_of_text(title: str, extract_html: Extract) -> None:
    escaped = title.replace("<", "&lt;")
    found = extract_html(
        f"<h1>{escaped}</h1><p>Các tỉnh thành cử người về dự đông đủ, theo ban tổ chức.</p>"
    )

    assert found.article
    assert visible(title) == found.article.title
    assert len(found.article.path) < 200


def test_removals_say_where_they_stood(extract_text: Extract) -> None:
    found = extract_text(
        "Một tít báo\nCác tỉnh thành cử người về dự đông đủ, theo ban tổ chức.\nloader\n"
        "Hội nghị kéo dài một ngày và khép lại bằng một cuộc tọa đàm mở.\nPV"
    )

    assert [(3, 1), (5, 2)] == [(removal.n, removal.after) for removal in found.removals]


def test_headings_begin_at_level_two_and_skip_none(extract_html: Extract) -> None:
    paragraph = "<p>Các tỉnh thành cử người về dự đông đủ, theo ban tổ chức cho biết thêm {}.</p>"
    found = extract_html(
        "<h1>Một tít báo</h1>" + paragraph.format(1) + "<h3>Một</h3>" + paragraph.format(2)
        + "<h5>Hai</h5>" + paragraph.format(3)
    )  # fmt: skip

    assert found.article
    assert ["## Một", "### Hai"] == re.findall(r"^#.*$", found.article.body, re.MULTILINE)


def test_explanation_has_the_form_that_programs_rely_on(extract_text: Extract) -> None:
    found = extract_text("Một tít báo\n14:08 - 17/03/2023\nCác tỉnh thành cử người về dự đông đủ.")
    explained = explain(found)

    assert ["raw", "sha256", "format", "profile", "fields", "lines"] == list(explained)
    assert {
        "n": 2,
        "text": "14:08 - 17/03/2023",
        "lang": None,
        "kept": False,
        "role": "date_line",
        "rule": "date-line",
    } in explained["lines"]  # type: ignore[operator]  # a list of lines
    assert {"value": "2023-03-17T14:08:00+07:00", "basis": "stated", "rule": "date-line"} == (
        explained["fields"]["date"]  # type: ignore[index]  # a table of fields
    )


def test_explanation_tells_a_line_in_another_language(extract_text: Extract) -> None:
    strange = "Чтобы участвовать в дискуссии, авторизуйтесь или зарегистрируйтесь"
    story = "Các tỉnh thành cử người về dự đông đủ trong ngày khai mạc hội nghị ở Hà Nội."
    lines = explain(extract_text(f"Một tít báo\n\n{story}\n\n{strange}"))["lines"]

    assert ["vi", "ru"] == [line["lang"] for line in lines if line["lang"]]  # type: ignore[attr-defined]


def test_explanation_never_says_that_what_is_unknown_was_stated(extract_text: Extract) -> None:
    fields = explain(extract_text("Một tít báo\nCác tỉnh thành cử người về dự đông đủ."))["fields"]

    assert {"value": "unknown", "basis": "unknown", "rule": ""} == fields["date"]  # type: ignore[index]
    assert {"value": None, "basis": "unknown", "rule": ""} == fields["byline"]  # type: ignore[index]


@pytest.mark.parametrize(("lang", "words"), [("vi", ["giữ", "bỏ", "không rõ"]), ("en", ["kept"])])
def test_explanation_for_people_speaks_their_language(
    lang: str, words: list[str], extract_text: Extract
) -> None:
    found = extract_text("Một tít báo\nloader\nCác tỉnh thành cử người về dự đông đủ.")
    text = explain_text(found, lang)

    assert all(word in text for word in words)


def test_capture_may_be_named_anything(profiles: tuple[Profile, ...]) -> None:
    capture = _capture("Một tít báo\nCác tỉnh thành cử người về dự đông đủ.")
    one, two = (
        article(replace(capture, raw=raw), profiles).article for raw in ("a.txt", "b/c.txt")
    )

    assert one
    assert two
    assert one.id == two.id
    assert one.path == two.path


def test_member_of_a_container_that_is_no_article_is_a_notice_only(
    profiles: tuple[Profile, ...],
) -> None:
    capture = Capture(
        raw="a.warc#3", sha256="0" * 64, format="text", encoding="utf-8", text="Menu", member=3
    )

    (found,) = article(capture, profiles).findings

    assert ("capture-no-article", Severity.NOTICE) == (found.code, found.severity)
