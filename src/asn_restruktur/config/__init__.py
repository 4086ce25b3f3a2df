"""Which choices may a user make, and where were they made?"""

from asn_restruktur.config.settings import (
    CoordinationSettings,
    FragmentationSettings,
    OverlapSettings,
    Settings,
    StructureSettings,
)

__all__ = [
    "CoordinationSettings",
    "FragmentationSettings",
    "OverlapSettings",
    "Settings",
    "StructureSettings",
]
