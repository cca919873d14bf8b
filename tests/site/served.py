"""A site that answers on this machine, and a browser page that is watched."""

from __future__ import annotations

from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from generator.model import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A built site that answers.

    Attributes:
        root: The archive.
        folder: The built files.
        url: Where it answers, without a slash at the end.
        findings: What building it said.
    """

    root: Path
    folder: Path
    url: str
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True, kw_only=True)
class Watched:
    """A browser page, and everything on it that should not happen.

    Attributes:
        page: The page.
        origin: The only host that it may ask.
        events: Dialogs, errors, and requests to other hosts, in words.
    """

    page: Page
    origin: str
    events: list[str] = field(default_factory=list)

    def visit(self, path: str) -> Page:
        """Go to a page of the site and let its scripts finish; what happened before is over."""
        self.events.clear()
        self.page.goto(self.origin + path, wait_until="load")
        self.page.wait_for_timeout(50)
        return self.page

    def incidents(self) -> list[str]:
        """What happened so far, a script that ran among it."""
        ran = self.page.evaluate("window.pwned")
        return [*self.events, *(["a script ran"] if ran else [])]


def watched(browser: Browser, origin: str, **options: object) -> Watched:
    """Open a page in a context of its own.

    Args:
        browser: The browser.
        origin: The only host that it may ask, as `http://host:port`.
        **options: Of the context, by Playwright's names.
    """
    context = browser.new_context(**options)  # type: ignore[arg-type]  # Playwright's names
    made = Watched(page=context.new_page(), origin=origin)
    host = urlsplit(origin).netloc

    def asked(request: Request) -> None:
        url = urlsplit(request.url)
        if url.netloc != host and url.scheme not in {"about", "blob", "data"}:
            made.events.append(f"asked {request.url}")

    def told(message: ConsoleMessage) -> None:
        if message.type == "error":
            made.events.append(f"console {message.text}")

    def dismiss(dialog: Dialog) -> None:
        made.events.append("a dialog")
        dialog.dismiss()

    context.on("request", asked)
    context.on("page", lambda new: made.events.append(f"opened {new.url}"))
    made.page.on("pageerror", lambda error: made.events.append(f"error {error}"))
    made.page.on("console", told)
    made.page.on("dialog", dismiss)
    return made


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder as a web host does: quietly, and with the site's own 404 page."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory, "404.html")
        if code != 404 or not missing.exists():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
