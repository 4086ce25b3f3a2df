"""Which choices may a user make, and what holds when they make none?"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapSettings:
    """Thresholds of duplication and overlap, on the score 0-1.

    Args:
        report: pairs below are not reported.
        firm: duplication between two perangkat daerah at or above is an error, not a warning.
        boilerplate_share: a text said by at least this share of perangkat daerah is boiler-plate.
        boilerplate_units: and by at least so many of them.
    """

    report: float = 0.5
    firm: float = 0.85
    boilerplate_share: float = 0.5
    boilerplate_units: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FragmentationSettings:
    """A topic is fragmented from so many top-level units on."""

    slices: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinationSettings:
    """When two units count as coupled, and one as a hub."""

    coupled_pairs: int = 2
    hub_members: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureSettings:
    """Limits of structure; advice, for PP 18/2016 ps. 2(f) names no number.

    Args:
        span_min: fewer direct subordinate units than this is narrow.
        span_max: more than this is wide.
        layers_max: levels of units in one perangkat daerah, itself counted.
        lopsided_ratio: a unit with at least so many times the median of its siblings' statements.
        unspecific_share: a unit whose statements are boiler-plate to at least this share.
    """

    span_min: int = 2
    span_max: int = 15
    layers_max: int = 3
    lopsided_ratio: float = 4.0
    unspecific_share: float = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that a configuration file may say, by section."""

    overlap: OverlapSettings = OverlapSettings()
    fragmentation: FragmentationSettings = FragmentationSettings()
    coordination: CoordinationSettings = CoordinationSettings()
    structure: StructureSettings = StructureSettings()
    lexicon: tuple[str, ...] = ()  # CSV files: term, canonical, kind, field
    select: tuple[str, ...] = ()  # code prefixes; empty: all
    ignore: tuple[str, ...] = ()
    severity: dict[str, str] = field(default_factory=dict)  # code → error, warning, note
    lang: str = "id"
