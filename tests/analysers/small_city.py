"""A few units, what they say and how they are linked, taken through the analysers of duties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asn_restruktur.analysers import coordination, fragmentation, overlap, specificity
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.statements import mark_repeated
from asn_restruktur.config import Settings
from asn_restruktur.findings import Figure, Finding
from asn_restruktur.language.lexicon_files import lexicon
from asn_restruktur.language.readings import Readings, read
from asn_restruktur.organisation.hierarchy import Hierarchy, hierarchy
from asn_restruktur.organisation.model import Organisation
from rule_cases import organisation_of

Functions = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A small organisation with what the analysers of duties say of it."""

    organisation: Organisation
    hierarchy: Hierarchy
    readings: Readings
    overlaps: Analysis
    fragments: Analysis
    gaps: Analysis
    general: Analysis

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings."""
        parts = (self.overlaps, self.fragments, self.gaps, self.general)
        return tuple(finding for part in parts for finding in part.findings)

    @property
    def figures(self) -> dict[str, Figure]:
        """All figures by key."""
        parts = (self.overlaps, self.fragments, self.gaps)
        return {figure.key: figure for part in parts for figure in part.figures}


def city(
    functions: Functions | None = None,
    *,
    units: Mapping[str, Mapping[str, str]] | None = None,
    links: Sequence[Mapping[str, str]] = (),
) -> City:
    """Build a city as the cases of `tests/rules/` do: unit `1.2` stands under `1`."""
    case = {"functions": functions or {}, "units": units or {}, "links": links}
    return analysed(organisation_of(case))


def analysed(organisation: Organisation, settings: Settings | None = None) -> City:
    """Take an organisation through the analysers of duties."""
    limits = settings or Settings()
    tree = hierarchy(organisation)
    said = read(organisation.functions["text"], lexicon())
    readings = mark_repeated(said, organisation, tree, limits.overlap)
    overlaps = overlap.analyse(organisation, tree, readings, limits)
    pairs = overlaps.tables["pairs"]
    fragments = fragmentation.analyse(organisation, tree, readings, pairs, limits)
    topics = fragments.tables["topics"]
    return City(
        organisation=organisation,
        hierarchy=tree,
        readings=readings,
        overlaps=overlaps,
        fragments=fragments,
        gaps=coordination.analyse(organisation, tree, readings, pairs, topics, limits),
        general=specificity.analyse(organisation, tree, readings, limits),
    )
