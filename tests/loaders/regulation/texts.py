"""How do the tests of regulation texts read a text?"""

from pathlib import Path

from asn_restruktur.loaders.inputs import read
from asn_restruktur.loaders.understood import Reading
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.pipeline import load

HERE = Path(__file__).parent


def organisation(*names: str) -> Organisation:
    """Read regulations of this folder as one organisation."""
    return load([HERE / name for name in names])


def written(folder: Path, text: str, name: str = "naskah.txt") -> Organisation:
    """Read one text written for a test."""
    return load(reading(folder, text, name))


def reading(folder: Path, text: str | bytes, name: str = "naskah.txt") -> Reading:
    """Read one file as far as its own tables."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read([path])


def citations(org: Organisation) -> dict[str, list[str]]:
    """Return kind and article of every statement by the name of its unit."""
    names = dict(zip(org.units["unit_id"], org.units["name"], strict=True))
    found: dict[str, list[str]] = {name: [] for name in names.values()}
    for unit, kind, citation in org.functions[["unit_id", "kind", "citation"]].to_numpy():
        found[names[unit]].append(f"{kind} {citation.partition('Pasal ')[2] or citation}")
    return found


def parents(org: Organisation) -> dict[str, str]:
    """Return the name of the unit above by the name of each unit."""
    names = dict(zip(org.units["unit_id"], org.units["name"], strict=True))
    pairs = org.units[["name", "parent_id"]].to_numpy()
    return {name: names.get(parent, "") for name, parent in pairs}
