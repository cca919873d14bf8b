"""The MkDocs hook: lets `mkdocs build` and `mkdocs serve` work right after a clone.

Named under `hooks:` in mkdocs.yml. Only a doorway; the room behind it is `reference`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.press import reference


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - MkDocs gives them by these names
    """Learn whether pages are for people who edit, or for readers."""
    reference.start(command)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stage the archive, and let MkDocs build from there."""
    reference.begin(config)
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Inspect the site."""
    reference.finish(config)


def on_build_error(error: Exception) -> None:  # noqa: ARG001 - MkDocs gives it by this name
    """Let the next build begin."""
    reference.release()


def on_serve(
    server: LiveReloadServer,
    config: MkDocsConfig,
    builder: Callable[..., None],  # noqa: ARG001 - MkDocs gives it by this name
) -> LiveReloadServer:
    """Watch what people edit."""
    reference.watch(server, config)
    return server
