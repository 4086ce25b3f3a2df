"""In which encoding is this text, and is it one at all?"""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_SAMPLE = 65_536
_MOST_CONTROLS = 0.01


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded text without byte order mark, and the encoding it was read in."""

    content: str
    encoding: str


def decode(content: bytes) -> Text | None:
    """Decode a text by its byte order mark, else as UTF-8, UTF-16 or cp1252.

    Args:
        content: bytes of a file.

    Returns:
        The text; None where the bytes are no text.
    """
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        if len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample):
            return None
        return Text(text.removeprefix("\ufeff"), encoding.removesuffix("-sig"))
    return None


def _candidates(content: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return (encoding,)
    # Text of Western letters in UTF-16 has a zero in every second byte.
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 4 > even:
        return ("utf-16-le",)
    if even > len(sample) // 4 > odd:
        return ("utf-16-be",)
    return ("utf-8", "cp1252")
