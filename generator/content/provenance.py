"""Fields of where a text is from: its source, its captures, and what cleaning did to it."""

from __future__ import annotations

from generator.content.forms import field, items, record
from generator.content.values import BASIS, CAPTURE, DATE, NUMBER, OUTLET, SHA256, TEXT, URL
from generator.model import Bilingual, Cleaning, OtherCapture, Repair, Source

BY_CONVERTER = Bilingual(vi="do công cụ ghi", en="written by the converter")
"""Said of what nobody writes by hand."""

_CAPTURES = items(
    record(
        OtherCapture,
        (
            field("raw", CAPTURE, "bản chụp, dưới `raw/`", "the capture", required=True),
            field("sha256", SHA256, "sha256 của bản chụp", "its sha256", required=True),
            field("captured", DATE, "ngày chụp lại", "when it was scraped"),
        ),
        model=OtherCapture,
        hint=BY_CONVERTER,
    )
)

SOURCE = record(
    Source,
    (
        field(
            "outlet",
            OUTLET,
            "mã của báo đã đăng, hoặc `unknown`",
            "id of the outlet, or `unknown`",
            required=True,
            schema_org="publisher",
            dublin_core="publisher",
        ),
        field(
            "outlet_basis",
            BASIS,
            "vì sao biết, nếu trang không ghi",
            "how it is known, if not stated",
        ),
        field(
            "url",
            URL,
            "địa chỉ bài gốc",
            "address of the original",
            schema_org="isBasedOn",
            dublin_core="source",
        ),
        field(
            "memento",
            URL,
            "địa chỉ một bản lưu có ngày",
            "address of a dated copy",
            schema_org="archivedAt",
        ),
        field("captured", DATE, "ngày chụp lại", "when it was scraped"),
        field(
            "agency",
            TEXT,
            "hãng tin viết bản tin",
            "the agency that wrote it",
            schema_org="sourceOrganization",
        ),
        field("raw", CAPTURE, "bản chụp, dưới `raw/`", "the capture, below `raw/`", by_tool=True),
        field("sha256", SHA256, "sha256 của bản chụp", "sha256 of the capture", by_tool=True),
        field(
            "captures",
            _CAPTURES,
            "những bản chụp khác của cùng trang",
            "other captures of the same page",
            by_tool=True,
        ),
    ),
    model=Source,
    hint=Bilingual(
        vi="`outlet: unknown` hoặc mã của báo", en="`outlet: unknown`, or the outlet's id"
    ),
)

_REPAIRS = items(
    record(
        Repair,
        (
            field("n", NUMBER, "dòng", "line", required=True),
            field("was", TEXT, "trước khi sửa", "as captured", required=True),
            field("now", TEXT, "sau khi sửa", "as written", required=True),
            field("rule", TEXT, "quy tắc", "rule", required=True),
        ),
        model=Repair,
        hint=BY_CONVERTER,
    )
)

CLEANING = record(
    Cleaning,
    (
        field("profile", TEXT, "hồ sơ báo", "outlet profile", required=True),
        field("version", TEXT, "phiên bản", "version", required=True),
        field("removed", NUMBER, "số dòng đã bỏ", "lines removed", required=True),
        field("repairs", _REPAIRS, "chỗ đã sửa", "what was mended"),
        field("body", SHA256, "sha256 của nội dung", "sha256 of the text"),
        field(
            "wrote",
            SHA256,
            "sha256 của cả tệp, trừ dòng này",
            "sha256 of the file without this line",
        ),
    ),
    model=Cleaning,
    hint=BY_CONVERTER,
)
