"""Which unit is a regulation about, by its title?"""

import re
from collections.abc import Iterable, Iterator, Sequence

from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.unit_names import UnitName, is_nameless, rank, unit_name
from asn_restruktur.loaders.regulation.unit_tree import UnitTree
from asn_restruktur.loaders.regulation.units import Unit

_BEGIN = re.compile(
    r"\b(?=(?:dinas|badan|inspektorat|kantor|satuan\s+polisi|sekretariat\s+(?:daerah|dprd|dewan)"
    r"|kecamatan|kelurahan|rumah\s+sakit|rsud|unit\s+pelaksana\s+teknis|uptd?|puskesmas"
    r"|pusat\s+kesehatan\s+masyarakat|kementerian)\b)",
    re.IGNORECASE,
)
_NEXT = r"\bdan\s+(?:badan|dinas|inspektorat|kelurahan|rumah\s+sakit|sekretariat)\b"
_JOINED = re.compile(_NEXT, re.IGNORECASE)
_END = re.compile(rf"\s*(?:[:;,]|\bpada\b|\bdi\s+lingkungan\b|{_NEXT}|$)", re.IGNORECASE)
_OF_ALL = frozenset({"daerah", "teknis", "otonom"})
_MOST_LINES = 30
_MOST_WORDS = 12
_WITHIN = "unit pelaksana teknis"


def enter_titled(title: str, lines: Sequence[Line], tree: UnitTree) -> None:
    """Let the tree begin with the perangkat daerah of the title, or the UPTD below it.

    A title about many of them (`DINAS DAERAH`) begins with none. Where the title names none, one
    that stands alone on one of the first lines does.
    """
    line = lines[0]
    names = list(_names(title)) or list(_alone(lines))
    tops = [name for name in names if not rank(name.kind)]
    below = next(
        (name for name in names if name.kind in {_WITHIN, "puskesmas"} and name.words), None
    )
    root: Unit | None = None
    if len(tops) == 1 or (below is not None and tops):
        root = tree.add(tops[0], None, line, is_listed=True)
        tree.enter(root)
    if below is not None:
        tree.enter(tree.add(below, root, line, is_listed=True))


def _alone(lines: Sequence[Line]) -> Iterator[UnitName]:
    """Return the first perangkat daerah that is all that one of the first lines says."""
    for line in lines[:_MOST_LINES]:
        name = unit_name(line.text)
        is_name = name is not None and not rank(name.kind) and name.words and not name.is_head
        is_name = is_name and not _JOINED.search(line.text)
        if name is not None and is_name and len(line.text.split()) <= _MOST_WORDS:
            yield name
            return


def _names(title: str) -> Iterable[UnitName]:
    starts = [found.start() for found in _BEGIN.finditer(title)]
    until = -1
    for at, start in enumerate(starts):
        if start < until:
            continue
        rest = title[start:]
        end = _END.search(rest, 4)
        until = start + (end.start() if end else len(rest))
        next_start = next((one for one in starts[at + 1 :] if one >= until), None)
        name = unit_name(title[start : until if next_start is None else min(until, next_start)])
        if name is None or {*name.words[:1]} & _OF_ALL:
            continue
        if name.words or (is_nameless(name.kind) and not rank(name.kind)):
            yield name
