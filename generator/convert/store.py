"""The store: what was made of each capture, kept for the next run.

A SQLite file in `.archive/`, of which nothing is believed: a row counts only with the digest that
it was stored with, and all rows are of one program. Losing or damaging the file costs the time to
convert again, and nothing else.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from generator.convert.made import Made, Packed, Summary, unpack, unpack_summary
from generator.convert.parcels import Slot
from generator.errors import FindingError, finding

NAME = "convert.sqlite"

EACH = 64
"""Captures that are stored at once; as many are converted again after a cut."""

_BASIC = 0xFF  # the part of SQLite's error codes that says what kind of error it is
_FORM = "1"  # of the tables and of what `made` packs
_SCHEMA = """
CREATE TABLE IF NOT EXISTS program (form TEXT, digest TEXT);
CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, digest TEXT, count INTEGER);
CREATE TABLE IF NOT EXISTS made (
  path TEXT, nth INTEGER, fingerprint TEXT, seal BLOB, summary BLOB, rest BLOB,
  PRIMARY KEY (path, nth)
);
"""
_TABLES = (
    "SELECT form, digest FROM program LIMIT 1",
    "SELECT path, digest, count FROM file LIMIT 1",
    "SELECT path, nth, fingerprint, seal, summary, rest FROM made LIMIT 1",
)


class _DamagedError(sqlite3.DatabaseError):
    """The database says itself that it is not whole."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


class Store:
    """What was made of each capture, by where the capture lies.

    Args:
        database: An open database.
        program: Digest of the program; what another one made is forgotten.
    """

    def __init__(self, database: sqlite3.Connection, program: str) -> None:
        self._db = database
        self._unsaved = 0
        self._db.executescript(_SCHEMA)
        if self._db.execute("SELECT form, digest FROM program").fetchall() != [(_FORM, program)]:
            self._db.executescript("DELETE FROM program; DELETE FROM file; DELETE FROM made")
            self._db.execute("INSERT INTO program VALUES (?, ?)", (_FORM, program))
        self._db.commit()

    def put(self, slot: Slot, fingerprint: str, packed: Packed) -> None:
        """Keep what was made of a capture."""
        seal = _seal(slot, fingerprint, packed)
        row = (slot.file, slot.nth, fingerprint, seal, packed.summary, packed.rest)
        self._db.execute("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?, ?, ?)", row)
        self._unsaved += 1
        if self._unsaved >= EACH:
            self.save()

    def drop(self, slot: Slot) -> None:
        """Forget what was made of a capture that has changed."""
        self._db.execute("DELETE FROM made WHERE path = ? AND nth = ?", (slot.file, slot.nth))

    def summary(self, slot: Slot, fingerprint: str = "") -> Summary | None:
        """The summary of what was made of a capture, if it would come out the same again.

        Args:
            slot: Where the capture lies.
            fingerprint: That of the capture which lies there now; empty if its file is unchanged.
        """
        query = "SELECT fingerprint, seal, summary, rest FROM made WHERE path = ? AND nth = ?"
        row = self._db.execute(query, (slot.file, slot.nth)).fetchone()
        if row is None or not all(map(isinstance, row, (str, bytes, bytes, bytes))):
            return None
        packed = Packed(row[2], row[3])
        if row[1] != _seal(slot, row[0], packed) or (fingerprint and fingerprint != row[0]):
            return None
        summary = unpack_summary(packed.summary)
        return summary if summary.lasting else None

    def made(self, slot: Slot) -> Made:
        """All else that was made of a capture, of which this run has seen the summary."""
        query = "SELECT rest FROM made WHERE path = ? AND nth = ?"
        return unpack(self._db.execute(query, (slot.file, slot.nth)).fetchone()[0])

    def file(self, path: str, digest: str) -> tuple[tuple[Slot, Summary], ...] | None:
        """What was made of all captures of a file; None unless all of it would come out again.

        Args:
            path: Of the file, below `raw/`.
            digest: The sha256 of its bytes as they are now.
        """
        query = "SELECT count FROM file WHERE path = ? AND digest = ?"
        row = self._db.execute(query, (path, digest)).fetchone()
        if row is None or not isinstance(row[0], int):
            return None
        found = []
        for nth in range(row[0]):
            slot = Slot(file=path, nth=nth)
            summary = self.summary(slot)
            if summary is None:
                return None
            found.append((slot, summary))
        return tuple(found)

    def end(self, path: str, digest: str, count: int) -> None:
        """Note that a file was read to its end, and how many captures it yielded."""
        self._db.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", (path, digest, count))
        self._db.execute("DELETE FROM made WHERE path = ? AND nth >= ?", (path, count))

    def forget_all_but(self, paths: Iterable[str]) -> None:
        """Drop what was made of files that are there no more."""
        self._db.execute("CREATE TEMP TABLE kept (path TEXT PRIMARY KEY)")
        self._db.executemany("INSERT INTO kept VALUES (?)", ((path,) for path in paths))
        for table in ("file", "made"):
            query = f"DELETE FROM {table} WHERE path NOT IN (SELECT path FROM kept)"  # noqa: S608 - ours
            self._db.execute(query)
        self._db.execute("DROP TABLE kept")
        self.save()

    def save(self) -> None:
        """Make sure that what was stored outlives this process."""
        self._db.commit()
        self._unsaved = 0


@contextmanager
def opened(folder: Path | None, program: str) -> Iterator[Store]:
    """Open the store of an archive.

    One that is damaged is begun anew. Where there can be none, because the disk will not have it
    or another run holds it, one that lasts as long as this run does the same but for the next run.

    Args:
        folder: Where it is kept (`.archive`), made if need be; None for one that does not last.
        program: Digest of the program.

    Raises:
        FindingError: The disk is full, or fails.
    """
    with closing(_connected(folder)) as database:
        try:
            store = Store(database, program)
            yield store
            store.save()
        except sqlite3.Error as error:
            file = f"{folder.name}/{NAME}" if folder else NAME
            found = finding("file-unwritable", file=file, reason=str(error))
            raise FindingError(found) from error


def _connected(folder: Path | None) -> sqlite3.Connection:
    if folder is not None:
        path = folder / NAME
        for _ in range(2):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                return _sound(path)
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode & _BASIC == sqlite3.SQLITE_BUSY or not _remove(path):
                    break
            except OSError:
                break
    return sqlite3.connect("")  # SQLite keeps it in memory, and on disk when it grows


def _sound(path: Path) -> sqlite3.Connection:
    """A database that is whole, and ours alone while it is open.

    Raises:
        sqlite3.DatabaseError: It is damaged, or another process has it.
    """
    database = sqlite3.connect(path, timeout=0.1)
    try:
        for setting in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = NORMAL"):
            database.execute(f"PRAGMA {setting}")
        database.executescript("BEGIN EXCLUSIVE; COMMIT")
        if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise _DamagedError
        database.executescript(_SCHEMA)
        for query in _TABLES:
            database.execute(query)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _remove(path: Path) -> bool:
    """Remove a database; whether that could be done."""
    try:
        for suffix in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _seal(slot: Slot, fingerprint: str, packed: Packed) -> bytes:
    """A digest of a row, by which it is known to be what was stored."""
    total = hashlib.blake2b(digest_size=16)
    for part in (slot.file, str(slot.nth), fingerprint, packed.summary, packed.rest):
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        total.update(b"%d:%b" % (len(data), data))
    return total.digest()
