"""`archive serve`: MkDocs's live server on the archive, with reload on every edit."""

from __future__ import annotations

import logging

from mkdocs.commands.serve import serve as mkdocs_serve

from generator.errors import SettingsError
from generator.settings import Settings


def serve(settings: Settings, *, address: str) -> None:
    """Build the site into a folder of its own and show it until interrupted.

    The address, once it answers, each rebuild and all findings are told on stderr, as MkDocs's
    own log lines are.

    Args:
        settings: Of the archive.
        address: `HOST:PORT` to listen on.

    Raises:
        SettingsError: Nobody can listen there.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("serve: %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        mkdocs_serve(config_file=str(settings.root / "mkdocs.yml"), dev_addr=address)
    except OSError as error:
        raise SettingsError(f"cannot listen on {address}: {error.strerror}") from error
    finally:
        logger.removeHandler(handler)
