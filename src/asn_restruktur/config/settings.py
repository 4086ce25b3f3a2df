"""Which choices may a user make, and what holds when they make none?"""

from dataclasses import dataclass, field


def _share(default: float) -> float:
    """Declare a share or score, 0-1."""
    return field(default=default, metadata={"least": 0.0, "most": 1.0})


def _ratio(default: float) -> float:
    """Declare a ratio of at least 1."""
    return field(default=default, metadata={"least": 1.0})


def _count(default: int, *, least: int = 1) -> int:
    """Declare a whole number of things."""
    return field(default=default, metadata={"least": least})


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapSettings:
    """Thresholds of duplication and overlap, on the score 0-1.

    Args:
        report: pairs below are not reported.
        firm: duplication between two perangkat daerah at or above is an error, not a warning.
        boilerplate_share: what at least this share of perangkat daerah says after one template is
            boiler-plate.
        boilerplate_verbatim_share: and so is what this share says word for word.
        boilerplate_units: both only from so many of them on.
    """

    report: float = _share(0.55)
    firm: float = _share(0.85)
    boilerplate_share: float = _share(0.5)
    boilerplate_verbatim_share: float = _share(0.2)
    boilerplate_units: int = _count(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class FragmentationSettings:
    """When a service is fragmented.

    Args:
        slices: from so many perangkat daerah on.
        meet: only pairs of at least this score tie their parts together.
    """

    slices: int = _count(3, least=2)
    meet: float = _share(0.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinationSettings:
    """When two units count as coupled, and one as a hub."""

    coupled_pairs: int = _count(2)
    hub_members: int = _count(4, least=2)


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

    span_min: int = _count(2)
    span_max: int = _count(15)
    layers_max: int = _count(3)
    lopsided_ratio: float = _ratio(4.0)
    unspecific_share: float = _share(0.7)


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
