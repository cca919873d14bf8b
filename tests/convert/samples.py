"""Captures for tests: stories that differ, and pages that were scraped more than once."""

from __future__ import annotations

import json
from pathlib import Path

PARAGRAPHS = (
    "Chiều 21/10, tại Hà Nội, hai bên đã họp để rà soát kế hoạch hợp tác số {n} của năm nay.",
    "Cuộc họp lần {n} bàn về thương mại, giáo dục và giao lưu nhân dân, với nhiều đơn vị tham gia.",
    "Các đại biểu của đoàn {n} nhất trí sẽ gặp lại nhau vào mùa xuân để tổng kết công việc chung.",
    "Theo kế hoạch, báo cáo thứ {n} sẽ được gửi tới các cơ quan liên quan trước cuối tháng sau.",
)


def text(n: int) -> str:
    """A story as bare text."""
    body = "\n\n".join(paragraph.format(n=n) for paragraph in PARAGRAPHS)
    return f"Hai bên rà soát kế hoạch hợp tác số {n}\n\nThứ sáu, 22/10/2021 06:24 AM\n\n{body}\n"


def page(n: int, *, url: str = "", paragraphs: int = 4, dated: bool = True, title: str = "") -> str:
    """A story as HTML, with as much of it as the scrape got."""
    headline = title or f"Hai bên rà soát kế hoạch hợp tác số {n}"
    body = "".join(f"<p>{text.format(n=n)}</p>" for text in PARAGRAPHS[:paragraphs])
    link = f'<link rel="canonical" href="{url}">' if url else ""
    published = '<meta property="article:published_time" content="2021-10-22T06:24:00+07:00">'
    return (
        f'<!doctype html><html lang="vi"><head><title>{headline}</title>{link}'
        f"{published if dated else ''}</head>"
        f"<body><article><h1>{headline}</h1>{body}</article></body></html>"
    )


def item(n: int, *, url: str, captured: str = "", **how: object) -> str:
    """A line of JSON Lines, as a scraper writes it."""
    found = {"url": url, "html": page(n, **how)}  # type: ignore[arg-type]  # as `page` takes it
    return json.dumps(found | ({"scraped_at": captured} if captured else {}), ensure_ascii=False)


def put(folder: Path, name: str, content: str) -> Path:
    """Write a capture."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    """All that stands in a folder, hidden files aside."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
