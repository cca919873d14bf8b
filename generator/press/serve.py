"""`archive serve`: MkDocs's live server on the archive, with reload on every edit."""

from __future__ import annotations

import logging
from collections.abc import Callable

from mkdocs.commands.serve import serve as mkdocs_serve

from generator.settings import Settings


def serve(settings: Settings, *, address: str, say: Callable[[str], None]) -> None:
    """Build the site into a folder of its own and show it until interrupted.

    Args:
        settings: Of the archive.
        address: `HOST:PORT` to listen on.
        say: Is told, a line at a time, the address once it answers, each rebuild, and all
            findings.
    """
    handler = _Teller(say)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        mkdocs_serve(config_file=str(settings.root / "mkdocs.yml"), dev_addr=address)
    finally:
        logger.removeHandler(handler)


class _Teller(logging.Handler):
    """Passes log lines on, without MkDocs's ornaments."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(logging.INFO)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        label = "" if record.levelno < logging.WARNING else f"{record.levelname.lower()}: "
        self._say(f"serve: {label}{record.getMessage()}")
