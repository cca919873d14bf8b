"""The table of fields: what stands in front matter, and what it means elsewhere.

This is the single source for reading, writing, checking, the JSON Schema, the README's table
and the facts in a page's head: field → form → help → schema.org → Dublin Core.
"""

from __future__ import annotations

from dataclasses import replace

from generator.content.forms import Field, field, items
from generator.content.groups import IMAGES, NOTE, RIGHTS, TRANSLATION, UPDATED
from generator.content.provenance import CLEANING, SOURCE
from generator.content.values import (
    BASIS,
    DATE,
    DATE_OR_UNKNOWN,
    ID,
    IDS,
    INTERVAL,
    PATH,
    SLUG,
    TEXT,
    choice,
    member,
)
from generator.model import GENRES, Status

MAX_SUMMARY = 300
"""Longest summary, in characters: what search results and cards show at most."""

FIELDS: tuple[Field, ...] = (
    field(
        "id",
        ID,
        "mã của bài; không bao giờ đổi",
        "the article's id; never changes",
        required=True,
        schema_org="identifier",
        dublin_core="identifier",
    ),
    field(
        "title",
        TEXT,
        "tít",
        "headline",
        required=True,
        schema_org="headline",
        dublin_core="title",
        per_language=True,
    ),
    field(
        "title_basis",
        BASIS,
        "vì sao biết tít, nếu trang không ghi",
        "how it is known, if not stated",
    ),
    field(
        "date",
        DATE_OR_UNKNOWN,
        "báo đăng khi nào",
        "when the outlet published it",
        required=True,
        schema_org="datePublished",
        dublin_core="issued",
    ),
    field(
        "date_basis",
        BASIS,
        "vì sao biết ngày, nếu trang không ghi",
        "how it is known, if not stated",
    ),
    field(
        "event_date",
        INTERVAL,
        "sự việc xảy ra khi nào",
        "when what it reports happened",
        schema_org="temporalCoverage",
        dublin_core="temporal",
    ),
    field(
        "event_date_basis",
        BASIS,
        "vì sao biết, nếu trang không ghi",
        "how it is known, if not stated",
    ),
    field(
        "status",
        member(Status),
        "`draft` nháp, `published` đăng, `withdrawn` rút, `removed` gỡ",
        "whether it is shown",
        schema_org="creativeWorkStatus",
        per_language=True,
        always=True,
    ),
    field("status_note", NOTE, "lý do rút hoặc gỡ", "why it was withdrawn or removed"),
    field("status_date", DATE, "ngày rút hoặc gỡ", "when it was withdrawn or removed"),
    field(
        "summary",
        TEXT,
        "tóm tắt, tối đa 300 ký tự",
        "summary, at most 300 characters",
        schema_org="description",
        dublin_core="abstract",
        per_language=True,
    ),
    field(
        "source",
        SOURCE,
        "lấy từ đâu",
        "where it comes from",
        required=True,
        schema_org="isBasedOn",
        dublin_core="source",
    ),
    field(
        "byline",
        TEXT,
        "tên tác giả như đã in",
        "author as printed",
        schema_org="author",
        dublin_core="creator",
    ),
    field("dateline", TEXT, "nơi đưa tin như đã in", "dateline as printed", schema_org="dateline"),
    field(
        "section", TEXT, "chuyên mục như đã in", "section as printed", schema_org="articleSection"
    ),
    field(
        "genre",
        choice(GENRES),
        "thể loại; không ghi là `news`",
        "genre; `news` if not given",
        schema_org="genre",
        dublin_core="type",
    ),
    field(
        "people",
        IDS,
        "mã những người được nói đến",
        "ids of people it is about",
        schema_org="mentions",
        dublin_core="subject",
    ),
    field(
        "organisations",
        IDS,
        "mã các tổ chức",
        "ids of organisations",
        schema_org="mentions",
        dublin_core="subject",
    ),
    field(
        "places",
        IDS,
        "mã các địa danh",
        "ids of places",
        schema_org="contentLocation",
        dublin_core="spatial",
    ),
    field(
        "topics", IDS, "mã các chủ đề", "ids of topics", schema_org="about", dublin_core="subject"
    ),
    field("event", ID, "mã sự kiện", "id of the event", schema_org="about", dublin_core="subject"),
    field(
        "reprint_of",
        ID,
        "mã bài mà bài này đăng lại",
        "id of the article it reprints",
        schema_org="isBasedOn",
        dublin_core="isVersionOf",
    ),
    field(
        "related",
        IDS,
        "mã các bài cần nêu cạnh bài này",
        "ids of articles to show beside it",
        schema_org="isRelatedTo",
        dublin_core="relation",
    ),
    field("unrelated", IDS, "mã các bài không được nêu", "ids of articles to keep away from it"),
    field("images", IMAGES, "ảnh, theo thứ tự trong bài", "pictures, in order", schema_org="image"),
    field(
        "rights",
        RIGHTS,
        "được đăng những gì; `{}` là theo bản ghi của báo",
        "what may be shown; `{}` takes the outlet's",
        required=True,
        schema_org="license",
        dublin_core="rights",
    ),
    field(
        "slug",
        SLUG,
        "tên trong địa chỉ; không đổi sau khi đăng",
        "its name in the URL; kept once published",
        schema_org="url",
        per_language=True,
        always=True,
    ),
    field(
        "aliases",
        items(PATH),
        "các địa chỉ cũ trong trang này",
        "former addresses on this site",
        per_language=True,
    ),
    field(
        "updated",
        UPDATED,
        "các lần đính chính",
        "corrections",
        schema_org="dateModified",
        dublin_core="modified",
    ),
    field(
        "translation",
        TRANSLATION,
        "chỉ có trong bản dịch",
        "only in a translation",
        schema_org="translationOfWork",
        dublin_core="isVersionOf",
        per_language=True,
    ),
    field(
        "cleaning",
        CLEANING,
        "do công cụ ghi; đừng sửa",
        "written by the converter; leave it",
        by_tool=True,
    ),
)
"""Front matter of an article, in the order in which it is written."""

TRANSLATION_FIELDS = tuple(
    replace(row, required=row.required or row.name == "translation")
    for row in FIELDS
    if row.per_language
)
"""What a translation may hold; all else it takes from its original."""

EDITORIAL_FIELDS = tuple(row for row in FIELDS if row.name == "title")
"""Front matter of a page of the institution's own."""
