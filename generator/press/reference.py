"""The reference build: what happens when MkDocs is started by itself.

`hook.py` is the doorway that MkDocs knows; everything it does is here. One build holds the
archive's lock from its first event to its last, so that another cannot change the staged tree
under it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from generator.errors import ArchiveError
from generator.model import Finding, Severity
from generator.press import gate, lock
from generator.press.epoch import clock
from generator.press.markup import Allowed
from generator.press.prepare import Staged, complete, docs_folder, prepare
from generator.settings import load

log = logging.getLogger("mkdocs.hooks.archive")

_held = ExitStack()
_running: list[Staged] = []
_commands: list[str] = []

LIVE = "live"
"""Key in `extra`: whether pages are for MkDocs's live server, which adds a script to each."""


def start(command: str) -> None:
    """Note what MkDocs was started for: `build`, `serve` or `gh-deploy`."""
    _commands[:] = [command]


def begin(config: MkDocsConfig) -> None:
    """Stage the archive and point MkDocs at it; nothing if the press has done so already.

    Findings of severity error become warnings of MkDocs, which `--strict` fails on.

    Raises:
        PluginError: Nothing can be built; the message says why.
    """
    settings = load(Path(config.config_file_path).parent)
    if Path(config.docs_dir) == docs_folder(settings):
        return
    _held.enter_context(lock.hold(settings.work))
    try:
        staged = prepare(settings)
    except ArchiveError as error:
        raise PluginError(str(error)) from error
    _running.append(staged)
    _held.enter_context(clock(staged.archive))
    config.docs_dir = str(staged.docs)
    config.extra[LIVE] = _commands == ["serve"]
    tell(staged.findings)


def finish(config: MkDocsConfig) -> None:
    """Put in what no engine makes, and inspect what was built."""
    for staged in _running:
        complete(staged, Path(config.site_dir))
        tell(gate.inspect(Path(config.site_dir), allowed(config)))
    release()


def release() -> None:
    """Let the next build begin; harmless if none is under way."""
    _running.clear()
    _held.close()


def watch(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Watch what people edit in place of what is staged, which would rebuild without end."""
    settings = load(Path(config.config_file_path).parent)
    server.unwatch(config.docs_dir)
    custom = config.theme.custom_dir
    for folder in (settings.content, Path(custom) if custom else None):
        if folder and folder.is_dir():
            server.watch(str(folder))


def allowed(config: MkDocsConfig) -> Allowed:
    """What the gate lets pass: the theme's own scripts, and those that `mkdocs.yml` adds."""
    return gate.allow(
        [Path(folder) for folder in config.theme.dirs],
        extra=[*map(str, config.extra_javascript), *config.extra_css],
        site_url=config.site_url or "",
        live=bool(config.extra.get(LIVE)),
    )


def tell(findings: Iterable[Finding]) -> None:
    """Say findings in MkDocs's log."""
    for found in findings:
        level = logging.WARNING if found.severity is Severity.ERROR else logging.INFO
        where = f"{found.file}:{found.line}" if found.line else found.file
        log.log(level, "%s: %s %s [%s]", where, found.what.en, found.remedy.en, found.code)
