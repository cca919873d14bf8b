"""Fields that hold fields of their own: rights, pictures, corrections, translation."""

from __future__ import annotations

from generator.content.forms import Form, field, items, record
from generator.content.nodes import Node, Text
from generator.content.plain import Plain
from generator.content.report import Report
from generator.content.values import (
    DATE,
    PICTURE,
    SHA256,
    TEXT,
    URL,
    choice,
    member,
)
from generator.model import (
    Bilingual,
    Correction,
    Image,
    Rights,
    Translation,
    TranslationKind,
)


def _bilingual(*, vi: str = "", en: str = "") -> Bilingual:
    if not (vi or en):
        raise ValueError("{}")
    return Bilingual(vi=vi, en=en)


BILINGUAL = record(
    _bilingual,
    (
        field("vi", TEXT, "tiếng Việt", "in Vietnamese"),
        field("en", TEXT, "tiếng Anh", "in English"),
    ),
    model=Bilingual,
    hint=Bilingual(vi="`{vi: …, en: …}`", en="`{vi: …, en: …}`"),
)


def _note() -> Form[Bilingual]:
    """A text for both languages alike, or one for each."""

    def read(node: Node, report: Report, name: str) -> Bilingual:
        if isinstance(node, Text):
            text = TEXT.read(node, report, name)
            return Bilingual(vi=text, en=text)
        return BILINGUAL.read(node, report, name)

    def write(note: Bilingual) -> Plain:
        return TEXT.write(note.vi) if note.vi == note.en else BILINGUAL.write(note)

    return Form(
        read=read,
        write=write,
        schema={"anyOf": [TEXT.schema, BILINGUAL.schema]},
        hint=Bilingual(vi="chữ, hoặc `{vi: …, en: …}`", en="text, or `{vi: …, en: …}`"),
    )


NOTE = _note()

RIGHTS: Form[Rights] = record(
    Rights,
    (
        field(
            "statement",
            URL,
            "địa chỉ bản tuyên bố quyền",
            "address of a rights statement",
            schema_org="license",
            dublin_core="rights",
        ),
        field(
            "holder",
            TEXT,
            "ai giữ quyền",
            "who holds the rights",
            schema_org="copyrightHolder",
            dublin_core="rightsHolder",
        ),
        field("note", NOTE, "ghi chú", "a note"),
        field(
            "show",
            choice(("full", "excerpt", "link")),
            "đăng `full` (toàn văn), `excerpt` (trích) hay `link` (chỉ dẫn liên kết)",
            "publish in `full`, an `excerpt`, or the `link` only",
        ),
    ),
    model=Rights,
    hint=Bilingual(vi="`{}` để theo bản ghi của báo", en="`{}` to take the outlet's"),
)

IMAGES = items(
    record(
        Image,
        (
            field(
                "file",
                PICTURE,
                "tệp ảnh cạnh bài",
                "picture beside the text",
                schema_org="contentUrl",
            ),
            field("url", URL, "địa chỉ ảnh gốc", "address of the original", schema_org="isBasedOn"),
            field("name", TEXT, "tên tệp ghi trên trang", "file name as printed", by_tool=True),
            field("alt", BILINGUAL, "ảnh có gì, cho người không thấy", "alt text"),
            field(
                "caption", TEXT, "chú thích như đã in", "caption as printed", schema_org="caption"
            ),
            field(
                "credit",
                TEXT,
                "ảnh của ai, như đã in",
                "credit as printed",
                schema_org="creditText",
            ),
            field(
                "rights",
                TEXT,
                "quyền riêng của ảnh",
                "rights of its own",
                schema_org="copyrightNotice",
            ),
        ),
        model=Image,
        hint=Bilingual(vi="`caption: …`, `credit: …`", en="`caption: …`, `credit: …`"),
    )
)

UPDATED = items(
    record(
        Correction,
        (
            field(
                "date",
                DATE,
                "ngày sửa",
                "when it was corrected",
                required=True,
                schema_org="dateModified",
            ),
            field(
                "note",
                BILINGUAL,
                "đã sửa gì",
                "what was corrected",
                required=True,
                schema_org="correction",
            ),
        ),
        model=Correction,
        hint=Bilingual(
            vi="`date: …` và `note: {vi: …, en: …}`", en="`date: …` and `note: {vi: …, en: …}`"
        ),
    )
)


def _translation(*, kind: TranslationKind, **known: object) -> Translation:
    return Translation(**{"of": "", "kind": kind, **known})  # type: ignore[arg-type]  # by table


TRANSLATION = record(
    _translation,
    (
        field(
            "of",
            SHA256,
            "sha256 của bản gốc khi dịch; để trống nếu không biết",
            "sha256 of the original when translated; leave out if unknown",
        ),
        field(
            "kind",
            member(TranslationKind),
            "dịch bằng cách nào",
            "how it was translated",
            required=True,
        ),
        field(
            "translator",
            TEXT,
            "ai dịch",
            "who translated it",
            schema_org="translator",
            dublin_core="contributor",
        ),
        field("date", DATE, "dịch khi nào", "when it was translated"),
    ),
    model=Translation,
    hint=Bilingual(vi="`kind: human` và `translator: …`", en="`kind: human` and `translator: …`"),
)
