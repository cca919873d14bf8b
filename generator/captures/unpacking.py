"""A WARC as one stream of bytes, unpacked as it is read, and never more than it may grow.

A `.warc.gz` is a row of gzip members, a record each; one that was packed as a whole is read too.
What is broken or grows too much is left where it stands, and the next member is looked for.
"""

from __future__ import annotations

import zlib
from typing import IO

from generator.settings import MAX_CAPTURE

MOST_GROWTH = 100
"""Times its packed size to which a record may grow; news pages grow 4- to 15-fold."""

HARMLESS = 256_000
"""Size in bytes to which anything may grow: 100 times of a page of 2.5 kB."""

_PIECE = 1 << 16
_PROBE = 1_024  # packed bytes by which a record is known; its first line is within them
_MOST_RETURNS = 100  # times that broken bytes are gone back to, lest a file be read over and over
_AUTOMATIC = 47  # zlib or gzip, by its header
_GZIP = 31
_BARE = -15  # deflate without any header, which some servers send
_MAGIC = b"\x1f\x8b\x08"


class BrokenStreamError(Exception):
    """The packed bytes are damaged."""


class CutStreamError(BrokenStreamError):
    """The packed bytes end before they should."""


class BombError(Exception):
    """What is packed grows more than `MOST_GROWTH`."""


class LongLineError(Exception):
    """What should be a few lines of headers is longer than any."""


class Stream:
    """Bytes of a WARC, read forward only.

    Attributes:
        limit: Bytes that may still be read before `LongLineError`; None for any number.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._packed = file.read(_PIECE)
        self._is_gzip = self._packed.startswith(_MAGIC)
        self._inflater: zlib._Decompress | None = None
        self._member = 0  # where the gzip member starts that is being read
        self._returns = 0
        self._back = b""
        self._read = self._grown = 0
        self.limit: int | None = None

    def tell(self) -> int:
        """Nothing that anyone needs; `warcio` asks for it."""
        return 0

    def begin(self) -> None:
        """Begin to measure a record."""
        self._read = self._grown = 0

    def read(self, size: int = _PIECE) -> bytes:
        """Up to `size` bytes; none at the end.

        Raises:
            BrokenStreamError: The bytes are damaged, or end too early.
            BombError: The record grew too much.
            LongLineError: `limit` was reached.
        """
        if self._back:
            data, self._back = self._back[:size], self._back[size:]
        elif self._is_gzip:
            data = self._inflate(size)
        else:
            data, self._packed = self._packed[:size], self._packed[size:]
            data = data or self._file.read(size)
        if self.limit is not None:
            self.limit -= len(data)
            if self.limit < 0:
                self._back = data + self._back
                raise LongLineError
        return data

    def _inflate(self, size: int) -> bytes:
        data = b""
        while not data:
            self._packed = self._packed or self._file.read(_PIECE)
            if not self._packed:
                if self._inflater is None:
                    return b""
                raise CutStreamError
            if self._inflater is None:
                self._inflater = zlib.decompressobj(_GZIP)
                self._member = self._file.tell() - len(self._packed)
            before = len(self._packed)
            try:
                data = self._inflater.decompress(self._packed, size)
            except zlib.error as error:
                raise BrokenStreamError from error
            if self._inflater.eof:
                self._packed, self._inflater = self._inflater.unused_data, None
            else:
                self._packed = self._inflater.unconsumed_tail
            self._read += before - len(self._packed)
            self._grown += len(data)
            if self._grown > max(HARMLESS, MOST_GROWTH * self._read):
                raise BombError
        return data

    def next_member(self) -> bool:
        """Leave what is broken and go to the next gzip member that is a record; False if none."""
        self._inflater, self._back, self.limit = None, b"", None
        if not self._is_gzip:
            return False
        if self._returns < _MOST_RETURNS:
            # Damaged bytes may have been read as if what follows were part of them.
            self._returns += 1
            self._file.seek(self._member + 1)
            self._packed = b""
        window, more = self._packed, b"-"
        while more:
            more = self._file.read(_PIECE)
            window += more
            # A header that is not whole yet waits for the next piece; at the end, none does.
            end = len(window) - (_PROBE if more else 0)
            at = window.find(_MAGIC, 0, max(0, end))
            while at >= 0:
                if _starts_record(window[at : at + _PROBE]):
                    self._packed = window[at:]
                    return True
                at = window.find(_MAGIC, at + 1, max(0, end))
            window = window[max(0, end - len(_MAGIC)) :]
        return False

    def next_record(self, rest: bytes) -> bool:
        """Go to the next line that starts a record; False if there is none.

        Args:
            rest: Bytes that were read and not used, which come first.
        """
        self.limit = None
        window = b"\n" + rest
        while True:
            at = window.find(b"\nWARC/")
            if at >= 0:
                self._back = window[at + 1 :] + self._back
                return True
            more = self.read()
            if not more:
                return False
            window = window[-5:] + more


def _starts_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(_GZIP).decompress(packed, 5) == b"WARC/"
    except zlib.error:
        return False


def inflate(data: bytes) -> bytes:
    """Undo `Content-Encoding: gzip` or `deflate`; what is not packed is given as it is.

    Raises:
        BrokenStreamError: The bytes are damaged, or end too early.
        BombError: They grow too much.
    """
    limit = min(MAX_CAPTURE, max(HARMLESS, MOST_GROWTH * len(data)))
    for form in (_AUTOMATIC, _BARE):
        inflater = zlib.decompressobj(form)
        try:
            plain = inflater.decompress(data, limit + 1)
        except zlib.error as error:
            if form == _AUTOMATIC and data.startswith(_MAGIC):
                raise BrokenStreamError from error
            continue
        if len(plain) > limit:
            raise BombError
        if not inflater.eof:
            raise CutStreamError
        return plain
    return data
