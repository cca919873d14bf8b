"""The articles of the small archive, and what people do to them."""

from __future__ import annotations

from pathlib import Path

HAI = "content/articles/2022/2022-01-02-hai/vi.md"
MOT = "content/articles/2021/2021-12-13-mot/vi.md"


def edit(path: Path, before: str, after: str) -> None:
    """Change the first place where a file has some words, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
