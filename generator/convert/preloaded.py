"""Imported by the fork server alone: what all workers need, loaded once and shared by them.

A worker is a copy of the fork server. So what is in memory there costs each of them nothing, and a
worker that takes the place of a lost one starts at once.
"""

from contextlib import suppress

from generator import extract
from generator.convert.work import profiles
from generator.model import Capture

_ANY = "Hà Nội - Một trang để nạp sẵn mọi thứ mà bước trích xuất cần đến, rồi bỏ đi."

# What goes wrong here goes wrong in the workers too, where it costs a capture and not all workers.
with suppress(Exception):
    for _format, _text in (("text", _ANY), ("html", f"<html><body><p>{_ANY}</p></body></html>")):
        extract.article(
            Capture(raw="", sha256="0" * 64, format=_format, encoding="utf-8", text=_text),
            profiles(),
        )
