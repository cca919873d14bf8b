"""A small archive with every kind of page in it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

UNSHOWN = "lời không được đăng"
"""Stands in articles that are not shown."""

TITLE = "Hội nghị Ngoại giao kinh tế khai mạc tại Hà Nội"


def png(width: int, height: int) -> bytes:
    """A grey picture of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x99" * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def content(article_text: Callable[..., str]) -> dict[str, str]:
    """Path below `content/` → text."""
    translated = (
        "---\ntitle: Economic Diplomacy Conference opens in Hanoi\nslug: conference-opens\n"
        f"translation:\n  kind: human\n  of: '{'0' * 64}'\n  translator: Tran Thi An\n---\n\n"
        "The conference on economic diplomacy opened in Hanoi.\n"
    )
    return {
        "articles/2021/2021-12-13-khai-mac/vi.md": article_text(
            "Sáng 13/12, tại Hà Nội, ông Trần Văn Mẫu phát biểu khai mạc.\n\n## Nội dung chính\n\n"
            "Bộ Mẫu đánh giá cao kết quả; ông Trần Văn Mẫu nêu ba việc.\n\n> Lời trích dẫn.\n\n"
            "| Năm | Kim ngạch |\n|---|---|\n| 2020 | 545 |\n",
            id="a-2021-00000001",
            title=TITLE,
            slug="khai-mac",
            summary="Hội nghị khai mạc sáng 13/12 tại Hà Nội.",
            byline="PV",
            section="Thời sự",
            event="hoi-nghi-mau",
            topics=["kinh-te-mau"],
            source={"outlet": "bao-mau", "url": "https://bao-mau.example/khai-mac"},
            images=[
                {"file": "anh.png", "caption": "Quang cảnh hội nghị.", "credit": "TTX Mẫu"},
                {"caption": "Các đại biểu dự hội nghị.", "credit": "Người Ảnh"},
            ],
            updated=[{"date": "2021-12-14", "note": {"vi": "Sửa tên.", "en": "Name mended."}}],
        ),
        "articles/2021/2021-12-13-khai-mac/en.md": translated,
        "articles/2021/2021-12-20-tong-ket/vi.md": article_text(
            "Ông Trần Văn Mẫu tổng kết hội nghị tại Hà Nội, theo Bộ Mẫu.",
            id="a-2021-00000002",
            title="Tổng kết hội nghị",
            date="2021-12-20T06:24:00+07:00",
            slug="tong-ket",
            event="hoi-nghi-mau",
            source={"outlet": "bao-mau"},
        ),
        "articles/2022/2022-03-visit/en.md": article_text(
            "Mr Tran Van Mau visited the Sample Ministry.",
            id="a-2022-00000003",
            title="A visit reported in English only",
            date="2022-03",
            slug="visit",
        ),
        "articles/undated/khong-ngay/vi.md": article_text(
            "Bài không rõ ngày đăng.",
            id="a-undated-00000004",
            title="Bài không ngày",
            date="unknown",
            slug="khong-ngay",
        ),
        "articles/2023/2023-01-02-rut/vi.md": article_text(
            "Bài đã rút.",
            id="a-2023-00000005",
            title="Bài đã rút",
            date="2023-01-02",
            slug="rut",
            status="withdrawn",
            status_note="Theo yêu cầu của tòa soạn.",
            status_date="2023-02-01",
            aliases=["/2023/01/02/ten-cu/"],
        ),
        "articles/2024/2024-01-03-go/vi.md": article_text(
            f"Bài đã gỡ, {UNSHOWN}.",
            id="a-2024-00000006",
            title="Bài đã gỡ",
            date="2024-01-03",
            slug="go",
            status="removed",
            status_note="Theo yêu cầu.",
            status_date="2024-02-01",
        ),
        "articles/2023/2023-05-01-nhap/vi.md": article_text(
            f"Bài nháp, {UNSHOWN}.",
            id="a-2023-00000007",
            title="Nháp",
            date="2023-05-01",
            status="draft",
        ),
        "people/tran-van-mau.yml": (
            "name: {vi: Trần Văn Mẫu, en: Tran Van Mau}\n"
            "roles:\n  - title: {vi: Bộ trưởng, en: Minister}\n    organisation: bo-mau\n"
            "    from: 2020-01\n    to: 2022-06\n"
        ),
        "organisations/bo-mau.yml": "name: {vi: Bộ Mẫu, en: Sample Ministry}\naliases: [BM]\n",
        "places/ha-noi.yml": "name: {vi: Hà Nội, en: Hanoi}\n",
        "topics/kinh-te-mau.yml": "name: {vi: Ngoại giao kinh tế, en: Economic diplomacy}\n",
        "events/hoi-nghi-mau.yml": (
            "name: {vi: Hội nghị Mẫu, en: Sample Conference}\n"
            "when: 2021-12-13/2021-12-20\nplace: ha-noi\n"
        ),
        "outlets/bao-mau.yml": "name: {vi: Báo Mẫu, en: Sample Daily}\nurl: https://bao-mau.example/\n",
        "pages/about/vi.md": "---\ntitle: Giới thiệu\n---\n\nKho lưu trữ mẫu.\n",
        "pages/about/en.md": "---\ntitle: About\n---\n\nA sample archive.\n",
    }
