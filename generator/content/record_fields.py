"""The table of fields of authority records."""

from __future__ import annotations

from generator.content.forms import Field, field, items, record
from generator.content.groups import BILINGUAL, RIGHTS
from generator.content.values import DATE, ID, IDS, INTERVAL, TEXT, URL
from generator.model import Bilingual, Date, DatedRole, EntityKind


def _role(**values: object) -> DatedRole:
    role = DatedRole(**values)  # type: ignore[arg-type]  # the table says what stands in it
    if role.start and role.end and is_before(role.end, role.start):
        raise ValueError(f"{role.start} – {role.end}")
    return role


def is_before(first: Date, second: Date) -> bool:
    """Whether a date certainly lies before another: 2021 is not before 2021-04, nor after."""
    for one, other in (
        (first.year, second.year),
        (first.month, second.month),
        (first.day, second.day),
    ):
        if not (one and other):
            return False
        if one != other:
            return one < other
    return False


ROLE = record(
    _role,
    (
        field("title", BILINGUAL, "chức vụ", "name of the post", required=True),
        field("organisation", ID, "mã tổ chức", "id of an organisation on record"),
        field("from", DATE, "từ khi nào", "since when, if known", attribute="start"),
        field(
            "to",
            DATE,
            "đến khi nào; bỏ trống nếu đang giữ",
            "until when; left out if still held",
            attribute="end",
        ),
    ),
    model=DatedRole,
    hint=Bilingual(
        vi="`title: {vi: …, en: …}`, và `to` không trước `from`",
        en="`title: {vi: …, en: …}`, and `to` not before `from`",
    ),
)

RECORD_FIELDS: tuple[Field, ...] = (
    field("name", BILINGUAL, "tên chính", "the preferred name", required=True, schema_org="name"),
    field(
        "aliases",
        items(TEXT),
        "các tên khác và chữ viết tắt",
        "other names and abbreviations, any language",
        schema_org="alternateName",
    ),
    field(
        "description",
        BILINGUAL,
        "một hai câu giới thiệu",
        "one or two sentences",
        schema_org="description",
    ),
    field(
        "same_as",
        items(URL),
        "địa chỉ ở Wikidata và nơi khác",
        "addresses at Wikidata and elsewhere",
        schema_org="sameAs",
    ),
    field(
        "roles",
        items(ROLE),
        "các chức vụ của một người",
        "posts of a person",
        schema_org="hasOccupation",
    ),
    field(
        "when",
        INTERVAL,
        "sự kiện diễn ra khi nào",
        "when an event took place",
        schema_org="startDate",
    ),
    field(
        "place", ID, "mã nơi diễn ra sự kiện", "id of the place of an event", schema_org="location"
    ),
    field(
        "parent",
        ID,
        "mã của nơi trực thuộc",
        "id of what it belongs to",
        schema_org="parentOrganization",
    ),
    field("url", URL, "trang chủ", "home page", schema_org="url"),
    field(
        "rights", RIGHTS, "quyền mặc định cho bài của báo", "default rights of an outlet's articles"
    ),
    field("replaces", IDS, "các mã cũ của bản ghi này", "former ids of this record"),
)
"""An authority record, in the order in which it is written; its id is the file's stem."""

ONLY_FOR: dict[str, frozenset[EntityKind]] = {
    "roles": frozenset({EntityKind.PERSON}),
    "when": frozenset({EntityKind.EVENT}),
    "place": frozenset({EntityKind.EVENT}),
    "rights": frozenset({EntityKind.OUTLET}),
}
"""Fields that make sense for some kinds of record only."""
