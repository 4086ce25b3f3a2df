"""Which statements does nearly every unit have, so that they say nothing of its own work?"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from asn_restruktur.documents import read_document
from asn_restruktur.language.data import FOLDER
from asn_restruktur.language.tokens import tokens

_LIGHT = (
    r"(?:pelaksanaan|melaksanakan|penyelenggaraan|menyelenggarakan|pengoordinasian|"
    r"mengoordinasikan|koordinasi|pelayanan|melakukan|pemberian|penyiapan|dan) "
)
_END = r"(?:$| (?:sesuai|sebagai|agar|guna|untuk|berdasarkan|secara|dalam rangka|dan|serta)\b)"
_OWN_FIELD = re.compile(
    r" (?:di )?(?:bidang|urusan|lingkup|lingkungan|seksi|subbagian|sub bagian|subbidang|bagian"
    r"|sekretariat|dinas|badan|kecamatan|kelurahan|uptd|satuan|inspektorat|puskesmas) .*$"
)
_TAIL = re.compile(r" (?:sesuai|berdasarkan|agar|guna|sebagai bahan|sebagai pedoman) .*$")


def pattern_of(words: str) -> str:
    """Name the boiler-plate pattern that a statement follows.

    Args:
        words: the statement's words in lower case, separated by a blank (see `plain`).

    Returns:
        Code of the pattern (`G05`), or "" when the statement says something of its own.

    Source:
        PP 18/2016 for the parts that it prescribes for every perangkat daerah; the rest from
        regulations on kedudukan, susunan organisasi, tugas dan fungsi.
    """
    match = _patterns().search(words)
    return str(match.lastgroup) if match else ""


def plain(text: str) -> str:
    """Bring a statement to its words, lower-case, spelling mended, separators left out."""
    return " ".join(token.word for token in tokens(text) if token.word not in ",;:()")


def template(words: str) -> str:
    """Cut off what a unit puts in of its own: "… bidang X", "… Dinas Y", the closing tail."""
    return _OWN_FIELD.sub("", _TAIL.sub("", words))


def repeated(templates: Sequence[str], speakers: Iterable[str], *, at_least: int) -> list[bool]:
    """Tell which templates are said by so many speakers that they mark no one's own work.

    Args:
        templates: template of each statement (see `template`).
        speakers: who says it, as many: a perangkat daerah, or "" for one that does not count.
        at_least: from how many different speakers on.

    Returns:
        One boolean a statement, in order.
    """
    said_by: dict[str, set[str]] = {}
    for text, speaker in zip(templates, speakers, strict=True):
        said_by.setdefault(text, set()).add(speaker)
    return [len(said_by[text] - {""}) >= at_least for text in templates]


@cache
def _patterns() -> re.Pattern[str]:
    file = FOLDER / "boilerplate.yaml"
    found = read_document(file.read_text(encoding="utf-8"), file.name).value
    if not isinstance(found, dict):
        raise TypeError(file.name)
    parts = (
        f"(?P<{code}>{str(pattern).replace('LIGHT', f'(?:{_LIGHT})*').replace('END', _END)})"
        for code, pattern in found.items()
    )
    return re.compile("|".join(parts))
