"""`archive serve`: shows the site, makes anew what an edit changes, and reloads what shows it."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from generator.errors import SettingsError, printed
from generator.press import lock
from generator.press.live.preview import OvertakenError, Preview, Update
from generator.press.live.server import LiveServer, State
from generator.press.live.watcher import Watcher
from generator.settings import Settings

IDLE = 0.5
"""Seconds after an edit from which on the search may follow: it is not what an editor looks at."""

SHARE, CALM = 10, 5.0
"""An update begins when there was no edit for one part in so many of the time that the last one
took, and for no more than so many seconds."""

MOST = 5
"""Edits in a row that may keep an update from its end: some programs never stop writing."""

log = logging.getLogger("generator.press.serve")


def serve(settings: Settings, *, address: str, lang: str = "en") -> None:
    """Show the site until interrupted; `archive build`'s own is not touched.

    The address, each update and all findings are told on stderr.

    Args:
        settings: Of the archive.
        address: `HOST:PORT` to listen on.
        lang: In which findings are told, there and on the pages.

    Raises:
        SettingsError: Nobody can listen there, or another process serves this archive.
    """
    preview = Preview(settings)
    state = State(lang)
    with _told(), _alone(preview.work), _listening(address, settings, preview, state) as url:
        log.info("Serving on %s", url)
        with Watcher() as watcher:
            try:
                _follow(preview, state, watcher)
            except KeyboardInterrupt:
                log.info("Stopped")


def _follow(preview: Preview, state: State, watcher: Watcher) -> None:
    follower = _Follower(preview, state, watcher)
    while True:
        try:
            follower.follow()
        except OSError as error:  # a disk that is full, a folder that went away meanwhile
            log.info("%s; looking again", error)
            time.sleep(IDLE)


class _Follower:
    """Shows what there is, again and again.

    Args:
        preview: What is shown.
        state: Knows who looks at it.
        watcher: Knows when it is another.
    """

    def __init__(self, preview: Preview, state: State, watcher: Watcher) -> None:
        self._preview, self._state, self._watcher = preview, state, watcher
        self._calm = 0.0
        self._overtaken = 0

    def follow(self) -> None:
        """Show what there is, and wait until it is another."""
        preview, watcher = self._preview, self._watcher
        watched = preview.watched
        watcher.watch(watched)
        watcher.look()
        try:
            self._update()
        except OvertakenError:
            self._overtaken += 1
            watcher.wait(0, hinted=self._glance)
        else:
            self._overtaken = 0
            watcher.watch(preview.watched)
            if preview.watched != watched and preview.is_behind:
                return  # nobody watched what was read for the first time
            if preview.is_whole or not watcher.wait(IDLE, hinted=self._glance):
                preview.finish()
                watcher.wait(hinted=self._glance)
        # Whoever saves again and again wants each edit shown, and the rest when there is a pause.
        for _ in range(MOST):
            if not watcher.wait(self._calm, hinted=self._glance):
                return

    def _update(self) -> None:
        begun = time.perf_counter()
        update = self._preview.update(self._heed)
        seconds = time.perf_counter() - begun
        self._calm = min(seconds / SHARE, CALM)
        ready = self._preview.stands
        self._state.publish(update.changed, update.errors, stale=update.stale, ready=ready)
        _tell(update, seconds, self._state.lang)

    def _heed(self) -> None:
        if self._watcher.is_hinted and self._overtaken < MOST:
            raise OvertakenError

    def _glance(self, touched: Sequence[Path]) -> None:
        changed = self._preview.glance(touched)
        if changed:  # what is wrong is told when all is known
            state = self._state
            state.publish(changed, state.errors, stale=state.stale, ready=state.ready)


def _tell(update: Update, seconds: float, lang: str) -> None:
    text = printed.as_text(update.findings, lang)
    for line in text.splitlines():
        log.info("%s", line)
    if update.stale:
        log.info("The site stands as it was (%.2f s)", seconds)
    else:
        log.info("%d files made anew (%.2f s)", len(update.changed), seconds)


@contextmanager
def _told() -> Iterator[None]:
    """Say on stderr what is logged."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("serve: %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(handler)


@contextmanager
def _alone(work: Path) -> Iterator[None]:
    """Have the preview to oneself.

    Raises:
        SettingsError: Another process has it.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(lock.hold(work, wait=False))
        except BlockingIOError as error:
            raise SettingsError("this archive is being served already; stop that first") from error
        yield


@contextmanager
def _listening(address: str, settings: Settings, preview: Preview, state: State) -> Iterator[str]:
    """Answer browsers in threads of their own; gives the address of the home page.

    Raises:
        SettingsError: Nobody can listen there.
    """
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        raise SettingsError(f"cannot listen on {address}: expected HOST:PORT, as 127.0.0.1:8000")
    mount = f"/{urlsplit(settings.site_url).path.strip('/')}/".replace("//", "/")
    try:
        server = LiveServer((host.strip("[]"), int(port)), preview.site, mount, state)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(f"cannot listen on {address}: {reason}") from error
    with server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://{address}{mount}"
        finally:
            server.shutdown()
            thread.join()
