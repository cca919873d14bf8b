"""`python -m bench.serving`: from an edit to the reload in a real browser, in archives of any size.

`archive serve` shows a generated archive; a browser looks at an article; its last paragraph gets a
sentence more. Measured are the seconds until the browser asks for the page again, and those until
it shows the sentence, and the processor time that the server takes until the first.
"""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from playwright.sync_api import Browser, Page, sync_playwright

from bench import builders, laying, trees
from bench.processes import ROOT
from generator import content
from generator.assemble import urls

_CHROMIUM = "/usr/bin/chromium"
_PATIENCE = 24 * 3600.0  # seconds
_CALM = 0.05  # seconds of processor time in a second
_MADE = "files made anew"
"""What the server says at the end of each update."""


class Server:
    """`archive serve`, in a process of its own.

    Args:
        root: Folder of the archive.
        log: Where what it says goes.
    """

    def __init__(self, root: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self._log = log
        command = [sys.executable, "-m", "generator", "--root", str(root), "serve"]
        with log.open("wb") as said:
            self.process = subprocess.Popen(
                [*command, "--address", self.address],
                cwd=ROOT,
                stdout=said,
                stderr=said,
                env=builders.environment(),
            )

    def is_calm_after(self, updates: int) -> None:
        """Wait until so many updates are done, and nothing more is.

        Raises:
            RuntimeError: The server ended, or takes a day.
        """
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            before = self.cpu()
            time.sleep(1)
            if self._log.read_text("utf-8").count(_MADE) >= updates and self.cpu() - before < _CALM:
                return
        raise RuntimeError(self._log.read_text("utf-8")[-1_000:])

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        return trees.cpu(self.process.pid)


@contextmanager
def serving(root: Path) -> Iterator[Server]:
    """A server that ends with the context."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(root, Path(folder) / "log.txt")
        try:
            yield server
        finally:
            server.process.terminate()
            server.process.wait()


@contextmanager
def browsing() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def measure(root: Path, edits: int) -> Iterator[tuple[float, float, float]]:
    """Edit articles here and there.

    Yields:
        Of each edit the seconds until the reload begins, and until it is done, and the server's
        processor time until it begins.
    """
    originals = laying.originals(root)
    with serving(root) as server, browsing() as browser:
        page = browser.new_page()
        for number in range(edits):
            server.is_calm_after(number + 1)
            path = originals[len(originals) * (number + 1) // (edits + 1)]
            read = content.read_article(
                root / "content", path.parent.relative_to(root / "content").as_posix()
            )
            original = read.articles[0]
            page.goto(f"http://{server.address}{urls.text(original, date=original.date)}")
            time.sleep(1)  # the page asks to be told
            yield _edited(page, server, path, number)


def _edited(page: Page, server: Server, path: Path, number: int) -> tuple[float, float, float]:
    said = f"{time.time_ns()}{number}"
    cpu, start = server.cpu(), time.perf_counter()
    with page.expect_request(lambda one: one.is_navigation_request(), timeout=_PATIENCE):
        laying.edit(path, int(said))
    begun, taken = time.perf_counter() - start, server.cpu() - cpu
    page.get_by_text(said).first.wait_for(timeout=_PATIENCE)  # the policy forbids `eval`
    return begun, time.perf_counter() - start, taken


@click.command()
@click.option("--articles", default=1_000, show_default=True, help="Articles, in both languages.")
@click.option("--edits", default=5, show_default=True, help="How many to measure.")
@click.option("--root", type=click.Path(path_type=Path), help="An archive that is laid already.")
def main(articles: int, edits: int, root: Path | None) -> None:
    """From an edit to the reload in a browser."""
    with tempfile.TemporaryDirectory() as folder:
        if root is None:
            root = Path(folder) / "archive"
            laying.lay(root, articles)
        rows = []
        for row in measure(root, edits):
            rows.append(row)
            click.echo("reload {:.2f} s, shown {:.2f} s, {:.2f} CPU s".format(*row))
        medians = [statistics.median(column) for column in zip(*rows, strict=True)]
        click.echo("medians: reload {:.2f} s, shown {:.2f} s, {:.2f} CPU s".format(*medians))


if __name__ == "__main__":
    main()
