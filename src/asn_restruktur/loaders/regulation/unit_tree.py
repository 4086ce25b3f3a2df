"""Which units does a regulation name, and which of its phrases mean the same one?"""

from collections import deque
from collections.abc import Iterable, Mapping

from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.unit_names import (
    UnitName,
    is_contrast,
    is_nameless,
    is_other_name,
    is_post,
    likeness,
    rank,
    telling,
    title_case,
    unit_name,
)
from asn_restruktur.loaders.regulation.units import Head, Key, Unit, full_title, key_of

NOT_UNDER: Mapping[str, frozenset[str]] = {
    "seksi": frozenset({"sekretariat", "bagian", "asisten"}),
    "subbidang": frozenset({"sekretariat", "bagian"}),
    "subbagian": frozenset({"bidang"}),
    "kelompok jabatan fungsional": frozenset({"sekretariat", "bidang", "bagian", "asisten"}),
    "unit pelaksana teknis": frozenset({"sekretariat", "bidang", "bagian"}),
    "instalasi": frozenset(
        {
            "satuan pengawas internal",
            "satuan pengawas intern",
            "satuan pemeriksaan internal",
            "komite",
            "unsur pengarah",
        }
    ),
}
"""Kinds below which a unit of a kind does not stand (PP 18/2016 and Permendagri 99/2018)."""

_TOPS = frozenset({"kelurahan"})
"""Kinds that a text is read about as about a perangkat daerah, though they stand below one."""

_MOST_COMPARED = 200
_MOST_SHARING = 40
_RECENT = 20
"""Units named before among which the one that several spellings share is looked for."""

_NEAR = 0.6
_NEAR_PART = 0.5
_NEAR_WITH_CHILDREN = 0.35
_NEAR_IN_ARTICLE = 0.5
_NEAR_SLIP = 0.85
_NEAR_SUPERIOR = 0.4


class UnitTree:
    """The units of one regulation, and the part of the text that is being read.

    Args:
        named: names that the sentences about duties use; a unit of the list that none of them
            names exactly may stand in the text under another spelling.
        short_forms: names by what Pasal 1 calls them for short.

    Attributes:
        by_item: the unit that an item of a list names, by the identity of the item.
    """

    def __init__(self, named: frozenset[Key], short_forms: Mapping[str, str]) -> None:
        self.units: list[Unit] = []
        self.root: Unit | None = None
        self.heading: Unit | None = None
        self.current: Unit | None = None
        self.by_item: dict[int, Unit] = {}
        self._named = named
        self._short_forms = short_forms
        self._by_key: dict[Key, list[Unit]] = {}
        self._by_kind: dict[str, list[Unit]] = {}
        self._by_word: dict[tuple[str, str], list[Unit]] = {}
        self._last: dict[str, Unit] = {}
        self._recent: deque[Unit] = deque(maxlen=_RECENT)

    def understood(self, phrase: str) -> UnitName | None:
        """Return the unit that a phrase names, a short form of Pasal 1 written out."""
        name = unit_name(phrase)
        long = self._short_forms.get(" ".join(phrase.casefold().split()))
        if long and (name is None or not name.words):
            return unit_name(long) or name
        return name

    def add(self, name: UnitName, parent: Unit | None, line: Line, *, is_listed: bool) -> Unit:
        """Return the unit of a name below a parent, made where there is none yet."""
        key = key_of(name)
        for unit in self._by_key.get(key, ()):
            if unit.parent is parent:
                unit.is_listed = unit.is_listed or is_listed
                return unit
        unit = Unit(title_case(name.text), name.kind, parent, line, is_listed)
        self.units.append(unit)
        self._by_kind.setdefault(unit.kind, []).append(unit)
        if parent is not None:
            parent.children.append(unit)
        self._spell(unit, name, line)
        return unit

    def enter(self, root: Unit) -> None:
        """Read on in the text about a perangkat daerah."""
        self.root = root
        self.heading = self.current = None
        self._last = {root.kind: root}

    def meant(self, phrase: str, line: Line, *, is_new_duty: bool = False) -> Unit | None:
        """Return the unit whose duties a sentence states, made where the text first names it.

        Args:
            phrase: the subject of the sentence.
            line: where it stands.
            is_new_duty: whether the sentence states the duty itself; a second such sentence in an
                article is rather about another unit than about the same one misspelt.

        Returns:
            The unit; None where the phrase names none and no unit is in sight, or where it names
            something of which nothing says that it is a unit.
        """
        name = self.understood(phrase)
        if name is None:
            in_sight = self.current or self.heading
            is_own = in_sight is None or likeness(in_sight.words, telling(phrase)) >= _NEAR
            return in_sight if is_own or not is_other_name(phrase) else None
        unit = (
            self._generic(name, line) if not name.words else self._specific(name, line, is_new_duty)
        )
        if unit is not None:
            self.turn_to(unit)
        return unit

    def turn_to(self, unit: Unit) -> None:
        """Read on about a unit."""
        if unit is not self.root and (not rank(unit.kind) or unit.kind in _TOPS):
            self.enter(unit)
        self.current = unit
        self._last.pop(unit.kind, None)
        self._last[unit.kind] = unit
        self._recent.append(unit)

    def superior(self, phrase: str, unit: Unit, line: Line) -> Unit | None:
        """Return the unit whose head a unit's head answers to; None for one outside the text."""
        name = self.understood(phrase)
        if name is None or not (name.is_head or is_post(name.kind)):
            return None
        if not name.words:
            return next(
                (one for one in unit.upwards() if one is not unit and one.kind == name.kind), None
            ) or (self.root if self.root is not unit and not name.kind else None)
        found = self._exact(name)
        above = unit.parent
        is_near = above and likeness(above.words, name.words) >= _NEAR_SUPERIOR
        if found is None and above is not None and above.kind == name.kind and is_near:
            self._spell(above, name, line)
            found = above
        return found if found is not unit else None

    def head_of(self, unit: Unit, title: str, line: Line, article: str = "") -> Head:
        """Return the head of a unit, named here or before."""
        if unit.head is None:
            unit.head = Head(full_title(unit, title), line, article)
        return unit.head

    def all_of(self, kind: str) -> list[Unit]:
        """Return the units of a kind in the perangkat daerah that is being read."""
        return self._in_root(self._by_kind.get(kind, []))

    def is_known(self, name: UnitName) -> bool:
        """Tell whether a unit is spelt so."""
        return bool(name.words) and key_of(name) in self._by_key

    def place_for(self, kind: str) -> Unit | None:
        """Return the unit below which one of a kind stands where the text names it."""
        barred = NOT_UNDER.get(kind, frozenset())
        above = [*(self.heading.upwards() if self.heading else ()), *reversed(self._last.values())]
        fitting = (one for one in above if rank(one.kind) < rank(kind) and one.kind not in barred)
        return next(fitting, self.root)

    def _generic(self, name: UnitName, line: Line) -> Unit | None:
        """Return the unit in sight that is of a kind: whose `Kepala Bidang` is meant."""
        for start in (self.current, self.heading, self.root):
            for unit in start.upwards() if start else ():
                if unit.kind == name.kind or (not name.kind and not rank(unit.kind)):
                    return unit
        nameless = is_nameless(name.kind)
        alike = self._by_kind.get(name.kind, [])
        if len(alike) == 1 and not rank(name.kind):
            return alike[0]
        for own in (self._in_root(alike), alike if not rank(name.kind) else []):
            if own and nameless:
                return next((unit for unit in own if not unit.words), own[0])
        if nameless or (name.kind and not rank(name.kind) and not self.root):
            above = self.place_for(name.kind) if rank(name.kind) else None
            return self.add(name, above, line, is_listed=False)
        return None

    def _specific(self, name: UnitName, line: Line, is_new_duty: bool) -> Unit:  # noqa: FBT001
        """Return the unit of a full name: so spelt, spelt nearly so, or new."""
        short = self._without_whole(name)
        found = (
            self._exact(name)
            or (self._exact(short) if short else None)
            or self._near(short or name, is_new_duty=is_new_duty)
        )
        name = short or name
        if found is None:
            above = self.place_for(name.kind) if rank(name.kind) else None
            return self.add(name, above, line, is_listed=False)
        self._spell(found, name, line)
        return found

    def _without_whole(self, name: UnitName) -> UnitName | None:
        """Return `Sub Bagian Tata Usaha` for `Sub Bagian Tata Usaha UPTD X` where X is known."""
        parts = name.text.split()
        for at in range(2, len(parts)):
            whole = unit_name(" ".join(parts[at:]))
            if whole and self.is_known(whole) and rank(whole.kind) < rank(name.kind):
                kept = parts[:at]
                while kept[-1].casefold() in {"pada", "di", "lingkungan", "dalam"}:
                    kept.pop()
                return unit_name(" ".join(kept))
        return None

    def _exact(self, name: UnitName) -> Unit | None:
        """Return the unit that is spelt so; of several the one nearest to what is being read."""
        found = self._by_key.get(key_of(name), [])
        if len(found) < 2:  # noqa: PLR2004  # one or none
            return found[0] if found else None
        current = self.current.upwards() if self.current else ()
        for above in (*current, self.heading, *reversed(self._recent)):
            for unit in found if above else ():
                if above in (unit, unit.parent):
                    return unit
        for above in (self.heading, self.root):
            inside = [unit for unit in found if above in (*unit.upwards(),)]
            if inside:
                return inside[0]
        return found[0]

    def _near(self, name: UnitName, *, is_new_duty: bool) -> Unit | None:
        for unit in (None if is_new_duty else self.current, self.heading):
            if unit and unit.kind == name.kind and self._is_near(unit, name, _NEAR_IN_ARTICLE):
                return unit
        near = [
            (likeness(unit.words, name.words), -at, unit)
            for at, unit in enumerate(self._in_root(self._comparable(name)))
            if self._is_near(unit, name, self._least(unit, name))
        ]
        return max(near, key=lambda one: one[:2])[2] if near else None

    def _least(self, unit: Unit, name: UnitName) -> float:
        """Return how alike a name must be to mean a unit, by what else speaks for it."""
        if not unit.is_listed or self._is_named(unit):
            return _NEAR_SLIP
        if any(self._is_named(child) for child in unit.children):
            return _NEAR_WITH_CHILDREN
        is_part = set(unit.words) < set(name.words) or set(name.words) < set(unit.words)
        return _NEAR_PART if is_part else _NEAR

    @staticmethod
    def _is_near(unit: Unit, name: UnitName, least: float) -> bool:
        return not is_contrast(unit.words, name.words) and likeness(unit.words, name.words) >= least

    def _is_named(self, unit: Unit) -> bool:
        return any(key in self._named for key in unit.spellings)

    def _comparable(self, name: UnitName) -> list[Unit]:
        """Return the units of a kind; of very many those that share one of its rarer words."""
        alike = self._by_kind.get(name.kind, [])
        if len(alike) <= _MOST_COMPARED:
            return alike
        sharing = (self._by_word.get((name.kind, word), []) for word in name.words)
        rare = [units for units in sharing if len(units) <= _MOST_SHARING]
        return list({id(unit): unit for units in rare for unit in units}.values())

    def _in_root(self, units: Iterable[Unit]) -> list[Unit]:
        return [unit for unit in units if self.root is None or self.root in (*unit.upwards(),)]

    def _spell(self, unit: Unit, name: UnitName, line: Line) -> None:
        """Remember a spelling; later text that uses it means the same unit."""
        key = key_of(name)
        if key not in unit.spellings:
            unit.spellings[key] = (name, line)
            self._by_key.setdefault(key, []).append(unit)
            for word in set(name.words):
                self._by_word.setdefault((unit.kind, word), []).append(unit)
