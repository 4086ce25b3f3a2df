"""Where is the sample city?"""

from pathlib import Path

NAME = "kota-teladan"


def sample_path() -> Path:
    """Return the sample's workbook: in the installed package, or in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "samples" / f"{NAME}.xlsx"
    if installed.is_file():
        return installed
    return package.parent.parent / "data" / "samples" / NAME / f"{NAME}.xlsx"
