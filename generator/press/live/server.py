"""The live server: shows a site that is made anew again and again, and reloads what changed.

Pages keep their Content-Security-Policy: the one script that reloads them is a file of this
server, so the preview shows what the policy forbids just as readers will see it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Collection, Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Condition
from typing import Any, BinaryIO
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.model import Finding
from generator.press.live import telling

KEEP_ALIVE = 15
"""Seconds after which a page that waits is told that nothing happened, or found to be gone."""

_SEEN_EVERYWHERE = frozenset(
    {".avif", ".css", ".gif", ".jpeg", ".jpg", ".js", ".png", ".svg", ".webp", ".woff2"}
)
"""Files that any page may show: all pages are reloaded when one of them changes."""


class State:
    """What is shown, and which page changed when; shared by all threads.

    Args:
        lang: Of what is said of errors.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.ready = False
        """Whether there is a site."""
        self.errors: tuple[Finding, ...] = ()
        self.stale = False
        """Whether the site is not what the files say now."""
        # Greater than any that a server before this one told its pages.
        self.version = self._all = time.time_ns() // 1_000_000
        self._pages: dict[str, int] = {}
        self._told = Condition()

    def publish(
        self, changed: Collection[str], errors: Sequence[Finding], *, stale: bool, ready: bool
    ) -> None:
        """Tell pages what changed.

        Args:
            changed: Paths in the site.
            errors: What is wrong now.
            stale: Whether the site is what it was before.
            ready: Whether there is a site.
        """
        with self._told:
            self.version += 1
            said = (self.errors, self.stale, self.ready)
            self.errors, self.stale, self.ready = tuple(errors), stale, ready
            if said != (self.errors, self.stale, ready) or any(map(_is_everywhere, changed)):
                self._all = self.version
            self._pages.update(dict.fromkeys(changed, self.version))
            self._told.notify_all()

    def changed(self, path: str, since: int, patience: float) -> bool:
        """Wait until a file of the site is another one than at a version.

        Args:
            path: In the site.
            since: The version.
            patience: Seconds after which to give up.
        """
        with self._told:
            return self._told.wait_for(
                lambda: max(self._all, self._pages.get(path, 0)) > since, patience
            )


def _is_everywhere(path: str) -> bool:
    return Path(path).suffix in _SEEN_EVERYWHERE


class LiveServer(ThreadingHTTPServer):
    """Serves a folder.

    Args:
        address: Host and port.
        site: The folder; it need not be there yet.
        mount: Path below which the site stands, with a slash at both ends.
        state: What is shown.

    Raises:
        OSError: Nobody can listen there.
    """

    daemon_threads = True

    def __init__(self, address: tuple[str, int], site: Path, mount: str, state: State) -> None:
        self.site = site
        self.mount = mount
        self.state = state
        self.own = telling.own_files()
        super().__init__(address, partial(_Handler, directory=str(site)))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away in the middle is no error."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    server: LiveServer

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == telling.EVENTS:
            self._events()
        elif path == telling.LIST:
            self._send(HTTPStatus.OK, self._error_page())
        elif path in self.server.own:
            kind, data = self.server.own[path]
            self._send(HTTPStatus.OK, data, kind)
        elif not unquote(path).startswith(self.server.mount):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self.server.mount)
            self.end_headers()
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """The file below the site; its index for a folder."""
        below = unquote(urlsplit(path).path).removeprefix(self.server.mount)
        place: str = super().translate_path("/" + quote(below))
        return place

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The answer's head; a page with what reloads it."""
        state = self.server.state
        version = state.version
        if not state.ready and not state.errors:
            page = telling.waiting_page(version=version, lang=state.lang)
            return self._send(HTTPStatus.SERVICE_UNAVAILABLE, page, written=False)
        file = Path(self.translate_path(self.path))
        if "\0" in str(file):  # no file is called that, and asking for one is an error
            return self._send(HTTPStatus.NOT_FOUND, self._error_page(), written=False)
        if file.is_dir():
            if not urlsplit(self.path).path.endswith("/"):
                return super().send_head()
            file /= "index.html"
        if file.is_file() and file.suffix != ".html":
            return super().send_head()
        status = HTTPStatus.OK
        try:
            page = file.read_bytes()
        except OSError:
            status = HTTPStatus.NOT_FOUND
            if state.errors or not (missing := self.server.site / "404.html").is_file():
                return self._send(status, self._error_page(), written=False)
            page = missing.read_bytes()
        page = telling.with_live(
            page, version=version, errors=state.errors, stale=state.stale, lang=state.lang
        )
        return self._send(status, page, written=False)

    def end_headers(self) -> None:
        """No browser keeps anything: what changed within a second has the same date."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def guess_type(self, path: str) -> str:  # type: ignore[override]  # paths are texts here
        """The kind of a file, with its letters if it is text."""
        kind: str = super().guess_type(path)
        text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        return f"{kind}; charset=utf-8" if text else kind

    def log_message(self, *_: object) -> None:
        """Nobody wants to read which files were asked for."""

    def _error_page(self) -> bytes:
        state = self.server.state
        return telling.error_page(
            version=state.version, errors=state.errors, home=self.server.mount, lang=state.lang
        )

    def _send(
        self,
        status: HTTPStatus,
        data: bytes,
        kind: str = "text/html; charset=utf-8",
        *,
        written: bool = True,
    ) -> BytesIO:
        """Send a head, and what follows it unless the caller does."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if written:
            self.wfile.write(data)
        return BytesIO(data)

    def _events(self) -> None:
        """Tell a page, in an open answer, when it is another one.

        Source:
            HTML Standard, 9.2, server-sent events.
        """
        asked = parse_qs(urlsplit(self.path).query)
        since = int(asked["version"][0]) if asked.get("version", [""])[0].isdecimal() else 0
        path = asked.get("page", [""])[0].removeprefix(self.server.mount)
        path = f"{path}index.html" if path.endswith("/") or not path else path
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while not self.server.state.changed(unquote(path), since, KEEP_ALIVE):
                self.wfile.write(b":\n\n")
            self.wfile.write(b"data: changed\n\n")
        except OSError:  # the page is closed
            self.close_connection = True
