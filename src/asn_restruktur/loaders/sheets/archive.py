"""Is this zip safe to open, and what stands in its parts?"""

import io
import zipfile
import zlib

from asn_restruktur.findings import Problem, UnusableInput, Value, params
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.vocabulary import Place

MAX_ENTRIES = 10_000
MAX_INFLATED_BYTES = 512 * 1024 * 1024
MAX_RATIO = 200
RATIO_FROM_BYTES = 16 * 1024 * 1024

_LOCAL_HEADER = 30
_MEGABYTE = 1024 * 1024
_IS_ENCRYPTED = 0x1


class BrokenPartError(Exception):
    """A part of the archive is cut off, changed, or longer than it claims."""


class Archive:
    """A zip whose directory was checked: no bomb, no overlap, no hidden entry.

    Args:
        content: bytes of the file.
        file: path as typed, in POSIX form.

    Raises:
        UnusableInput: the zip is cut off, or built to harm.
    """

    def __init__(self, content: bytes, file: str) -> None:
        self._content = content
        self._file = file
        try:
            entries = ask_reader(self._directory)
        except ReaderFailed:
            raise self._refusal("input.zip_damaged") from None
        self._check(entries)
        self._entries = {entry.filename: entry for entry in entries}

    def _directory(self) -> list[zipfile.ZipInfo]:
        with zipfile.ZipFile(io.BytesIO(self._content)) as directory:
            return directory.infolist()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the parts, sorted."""
        return tuple(sorted(self._entries))

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, never more than it claims.

        Raises:
            BrokenPartError: the part is missing, cut off, changed, or not as long as it claims.
        """
        if name not in self._entries:
            raise BrokenPartError(name)
        entry = self._entries[name]
        packed = self._packed(entry)
        if entry.compress_type == zipfile.ZIP_STORED:
            content = packed
        elif entry.compress_type == zipfile.ZIP_DEFLATED:
            try:
                content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(
                    packed, entry.file_size + 1
                )
            except zlib.error:
                raise BrokenPartError(name) from None
        else:
            raise BrokenPartError(name)
        if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
            raise BrokenPartError(name)
        return content

    def _packed(self, entry: zipfile.ZipInfo) -> bytes:
        """Return the compressed bytes of an entry, found behind its local header."""
        start = entry.header_offset
        header = self._content[start : start + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
            raise BrokenPartError(entry.filename)
        skip = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        start += _LOCAL_HEADER + skip
        return self._content[start : start + entry.compress_size]

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        """Refuse what no spreadsheet program writes."""
        if len(entries) > MAX_ENTRIES:
            raise self._refusal("input.zip_entries", count=len(entries), limit=MAX_ENTRIES)
        inflated = sum(entry.file_size for entry in entries)
        is_bomb = inflated > RATIO_FROM_BYTES and inflated > MAX_RATIO * len(self._content)
        if is_bomb or inflated > MAX_INFLATED_BYTES:
            raise self._refusal(
                "input.zip_bomb",
                inflated_mb=inflated // _MEGABYTE,
            )
        if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
            raise self._refusal("input.zip_password")
        if len({entry.filename for entry in entries}) < len(entries):
            raise self._refusal("input.zip_overlap")
        end = 0
        for entry in sorted(entries, key=lambda one: one.header_offset):
            if entry.header_offset < end:
                raise self._refusal("input.zip_overlap")
            end = entry.header_offset + _LOCAL_HEADER + entry.compress_size

    def _refusal(self, key: str, **values: Value) -> UnusableInput:
        return UnusableInput(
            Problem(key=key, place=Place(file=self._file), params=params(**values))
        )
