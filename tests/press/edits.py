"""The articles of the small archive, and what people do to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

HAI = "content/articles/2022/2022-01-02-hai/vi.md"
MOT = "content/articles/2021/2021-12-13-mot/vi.md"


def edit(path: Path, before: str, after: str) -> None:
    """Change the first place where a file has some words, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def edited_before(template: Path, call: Callable[..., Any]) -> Callable[..., Any]:
    """The same call, before which somebody edits a template."""

    def overtaken(*given: Any, **named: Any) -> Any:
        edit(template, "{% block content %}", "{% block content %}<p>Mới</p>")
        return call(*given, **named)

    return overtaken
