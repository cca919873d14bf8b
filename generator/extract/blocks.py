"""From a capture to its blocks: HTML and bare text become the same before anything is decided."""

from __future__ import annotations

from generator.extract import blocks_html, blocks_text
from generator.model import Block, Capture

_READERS = {"html": blocks_html.read, "text": blocks_text.read}


def read(capture: Capture) -> tuple[Block, ...]:
    """Cut a capture into paragraph-sized blocks, in reading order.

    Pure and total: whatever is in the capture, there are blocks or none, and no error.
    """
    return _READERS[capture.format](capture)
