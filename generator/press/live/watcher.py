"""Watching files: told by the system where it tells, looked at now and then where it does not.

What the system tells is taken as a hint only; whether anything is different, sizes and times say.
So a hint too many costs nothing, and one too few (on a network share, or with more folders than
the system will watch) costs a second or two.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Any, Self

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from generator.press import environment

QUIET = 0.02
"""Seconds without a hint after which an edit is held to be whole: editors save in several steps."""

RESTLESS = 2.0
"""Seconds after which an edit is looked at all the same: some programs never stop writing."""

LOOK = 1.0
"""Seconds between looks without a hint, at least."""

SHARE = 50
"""Looks without a hint take one part in so many of the time."""

_CHANGES: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent, FileClosedEvent),
    *(DirCreatedEvent, DirMovedEvent, DirDeletedEvent),
]
"""All that changes something. The system is not asked to tell what is only read: a build reads so
much that hints would be lost."""


class Watcher:
    """Watches files and folders; a context, in which it does."""

    def __init__(self) -> None:
        self._hint = Event()
        self._touched: SimpleQueue[Path] = SimpleQueue()
        self._observer = Observer()
        self._watched: dict[Path, Any] = {}
        self._paths: tuple[str, ...] = ()
        self._seen: dict[str, bytes] = {}
        self._patience = LOOK

    def __enter__(self) -> Self:
        self._observer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._observer.stop()
        self._observer.join()

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these, and nothing else.

        Args:
            paths: Files, and folders with all that is in them; some may not be there.
        """
        self._paths = tuple(sorted(map(str, paths)))
        folders = {self._folder(Path(path)): Path(path).is_dir() for path in self._paths}
        for folder in self._watched.keys() - folders.keys():
            self._observer.unschedule(self._watched.pop(folder))
        for folder, deep in folders.items():
            if folder not in self._watched and folder.is_dir():
                try:
                    self._watched[folder] = self._observer.schedule(
                        _Handler(self._hint, self._touched),
                        str(folder),
                        recursive=deep,
                        event_filter=_CHANGES,
                    )
                except OSError:  # the system watches no more: looking now and then is enough
                    continue

    def look(self) -> bool:
        """Whether something is different from the last time that this was asked.

        What was not watched then does not count.
        """
        begun = time.perf_counter()
        seen = {path: environment.signature([path]) for path in self._paths}
        self._patience = max(LOOK, SHARE * (time.perf_counter() - begun))
        before, self._seen = self._seen, seen
        return any(before.get(path, now) != now for path, now in seen.items())

    @property
    def is_hinted(self) -> bool:
        """Whether there was a hint since anybody waited for one."""
        return self._hint.is_set()

    def wait(
        self,
        patience: float | None = None,
        *,
        hinted: Callable[[Sequence[Path]], None] = lambda _: None,
    ) -> bool:
        """Wait until something is different; False if nothing was before patience ended.

        Args:
            patience: In seconds; None to wait however long it takes.
            hinted: Gets the files that a hint was about, before it is known whether they changed:
                in a large archive it takes longer to look than to show what one file says.
        """
        end = None if patience is None else time.monotonic() + patience
        while True:
            left = self._patience if end is None else min(self._patience, end - time.monotonic())
            if self._hint.wait(max(left, 0)):
                self._hint.clear()
                calm = time.monotonic() + RESTLESS
                while time.monotonic() < calm and self._hint.wait(QUIET):
                    self._hint.clear()
                hinted(self._hinted())
            if self.look():
                return True
            if end is not None and time.monotonic() >= end:
                return False

    def _hinted(self) -> tuple[Path, ...]:
        """The files of all hints since this was last asked, each once."""
        found: dict[Path, None] = {}
        while not self._touched.empty():  # nobody else takes from it
            found[self._touched.get_nowait()] = None
        return tuple(found)

    @staticmethod
    def _folder(path: Path) -> Path:
        """Files are watched by their folders, since editors put a new one in the place of each."""
        return path if path.is_dir() else path.parent


class _Handler(FileSystemEventHandler):
    def __init__(self, hint: Event, touched: SimpleQueue[Path]) -> None:
        self._hint = hint
        self._touched = touched

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in (event.src_path, event.dest_path):
            if path and not event.is_directory:
                self._touched.put(Path(os.fsdecode(path)))
        self._hint.set()
