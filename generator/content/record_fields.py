"""The table of fields of authority records."""

from __future__ import annotations

from generator.content.forms import Field, Form, field, items, record
from generator.content.groups import BILINGUAL, RIGHTS
from generator.content.nodes import Fields, Node
from generator.content.plain import Plain
from generator.content.report import Report
from generator.content.values import DATE, ID, IDS, INTERVAL, TEXT, URL
from generator.model import Aliases, Bilingual, DatedRole, EntityKind


def _role(**values: object) -> DatedRole:
    role = DatedRole(**values)  # type: ignore[arg-type]  # the table says what stands in it
    if role.start and role.end and role.end.is_before(role.start):
        raise ValueError(f"{role.start} – {role.end}")
    return role


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

_NAMES = items(TEXT)

_PER_LANGUAGE = record(
    Aliases,
    (
        field("vi", _NAMES, "tên tiếng Việt", "Vietnamese names"),
        field("en", _NAMES, "tên tiếng Anh", "English names"),
        field("other", _NAMES, "tên bằng tiếng khác", "names in other languages"),
    ),
    model=Aliases,
    hint=Bilingual(vi="danh sách, hoặc `{vi: […], en: […]}`", en="a list, or `{vi: […], en: […]}`"),
)


def _aliases() -> Form[Aliases]:
    """Names of each language, or one list where nobody needs to tell the languages apart."""

    def read(node: Node, report: Report, name: str) -> Aliases:
        if isinstance(node, Fields):
            return _PER_LANGUAGE.read(node, report, name)
        return Aliases(other=_NAMES.read(node, report, name))

    def write(aliases: Aliases) -> Plain:
        if not (aliases.vi or aliases.en):
            return _NAMES.write(aliases.other)
        return _PER_LANGUAGE.write(aliases)

    return Form(
        read=read,
        write=write,
        schema={"anyOf": [_NAMES.schema, _PER_LANGUAGE.schema]},
        hint=_PER_LANGUAGE.hint,
        fields=_PER_LANGUAGE.fields,
    )


RECORD_FIELDS: tuple[Field, ...] = (
    field("name", BILINGUAL, "tên chính", "the preferred name", required=True, schema_org="name"),
    field(
        "aliases",
        _aliases(),
        "các tên khác, có thể chia theo ngôn ngữ",
        "other names, which may be told apart by language",
        schema_org="alternateName",
    ),
    field(
        "abbreviations",
        _NAMES,
        "chữ viết tắt, tối đa 12 ký tự",
        "short forms in capitals, of 12 characters at most",
        schema_org="alternateName",
    ),
    field(
        "given",
        TEXT,
        "tên gọi của một người, một phần của tên, đứng đầu khi xếp theo tên",
        "the given name of a person, a part of the name, which leads in lists",
        schema_org="givenName",
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
    field("articles", IDS, "mã các bài về sự kiện", "ids of articles about an event"),
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
    "articles": frozenset({EntityKind.EVENT}),
    "given": frozenset({EntityKind.PERSON}),
    "rights": frozenset({EntityKind.OUTLET}),
}
"""Fields that make sense for some kinds of record only."""
