"""What does each kind of cell look like?"""

from typing import Any

from asn_restruktur.reporters import ramp
from asn_restruktur.vocabulary import Severity

_INK3, _HAIRLINE, _CONTROL = "#626A73", "#E1E3E4", "#7F878F"
ACCENT, _SOFT = "#0B5C86", "#E4F0F6"
_SEVERITY = {Severity.ERROR: "#A1260D", Severity.WARNING: "#8A4A00", Severity.NOTE: _INK3}

_CELL: dict[str, Any] = {
    "valign": "top",
    "text_wrap": True,
    "bottom": 1,
    "bottom_color": _HAIRLINE,
}

STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "valign": "vcenter"},
    "lead": {"font_color": _INK3},
    "fault": {"font_color": _SEVERITY[Severity.ERROR]},
    "headline": {"bold": True, "font_size": 14, "text_wrap": True, "valign": "top"},
    "section": {"bold": True, "font_size": 12, "valign": "bottom"},
    "head": {
        "bold": True,
        "bg_color": ramp.FILLS[0],
        "bottom": 1,
        "bottom_color": _CONTROL,
        "text_wrap": True,
        "valign": "vcenter",
    },
    "cell": _CELL,
    "strong": _CELL | {"bold": True},
    "quiet": _CELL | {"font_color": _INK3},
    "big": _CELL | {"bold": True, "font_size": 16, "num_format": "#,##0", "align": "left"},
    "count": _CELL | {"num_format": "#,##0", "indent": 1, "align": "right"},
    "rank": _CELL | {"num_format": "0", "align": "left"},
    "score": _CELL | {"num_format": "0.00", "align": "left"},
    "link": _CELL | {"font_color": ACCENT, "underline": 1},
    "planner": _CELL | {"bg_color": _SOFT},
    "unit": {"valign": "vcenter"},
    "cluster": {"font_color": _INK3, "valign": "vcenter"},
    **{severity.name.lower(): _CELL | {"font_color": ink} for severity, ink in _SEVERITY.items()},
    **{
        f"ramp{strength}": {"bg_color": fill, "font_color": ink}
        for strength, (fill, ink) in enumerate(zip(ramp.FILLS, ramp.INKS, strict=True))
    },
    **{
        f"heat{strength}": {
            "bg_color": fill,
            "font_color": ink,
            "align": "center",
            "valign": "vcenter",
            "border": 1,
            "border_color": "#FFFFFF",
        }
        for strength, (fill, ink) in enumerate(zip(ramp.FILLS, ramp.INKS, strict=True))
    },
}
