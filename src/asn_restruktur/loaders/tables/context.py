"""What do titles, section rows and the sheet's own name say of the rows below?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from asn_restruktur.loaders.tables.forms import normalised
from asn_restruktur.loaders.tables.marks import without_mark
from asn_restruktur.organisation.heads import headed_unit
from asn_restruktur.organisation.words import (
    is_head_title,
    may_stand_under,
    plain,
    unit_kind_of,
)
from asn_restruktur.vocabulary import UnitKind

_LABELLED = re.compile(r"^\s*([^:=]{2,40}?)\s*[:=]\s*(\S.*)?$")
_LABELS = {
    "unit": (
        "Unit Kerja", "Unit Organisasi", "Nama Unit Kerja", "Nama Unit", "Unit", "Unor",
        "Sub Unit Kerja", "Unit Kerja Seksi", "Bidang", "Bagian", "Seksi", "Subbagian",
        "Sub Bagian", "Bidang Seksi", "Bidang Bagian", "Unit Kerja Bidang", "Lokasi",
    ),
    "top": (
        "OPD", "SKPD", "Perangkat Daerah", "Nama Perangkat Daerah", "Nama OPD", "Nama SKPD",
        "Instansi", "Satuan Kerja", "Satker", "Unit Induk", "Unor Induk", "Unit Organisasi Induk",
        "Dinas", "Badan", "Unit Utama",
    ),
    "jpt": ("JPT Utama", "JPT Madya", "JPT Pratama", "Eselon II", "Pimpinan Tinggi Pratama"),
    "administrator": ("Administrator", "Eselon III"),
    "pengawas": ("Pengawas", "Eselon IV"),
    "post": ("Nama Jabatan", "Jabatan", "Nama Jabatan Fungsional", "Jabatan Yang Dianalisis"),
    "post_id": ("Kode Jabatan",),
    "class": ("Kelas Jabatan",),
    "period": (
        "Periode", "Bulan", "Periode Penilaian", "Triwulan", "Bulan Penilaian", "Masa Penilaian",
    ),
    "year": ("Tahun", "Tahun Anggaran", "Tahun Penilaian"),
}  # fmt: skip
_FIELD = {normalised(label): name for name, labels in _LABELS.items() for label in labels}
_CUT = re.compile(
    r"\s+(?:tahun\s+(?:anggaran\s+)?\d{4}|t\.?a\.?\s*\d{4}|per\s+\d.*|bulan\s+.*|periode\s+.*|"
    r"semester\s+.*|triwulan\s+.*|keadaan\s+.*|\d{4})\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\btahun\s+(?:anggaran\s+|penilaian\s+)?((?:19|20)\d\d)$", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    r"\b(triwulan|kuartal|semester)\s+(?:ke[- ]?)?(IV|I{1,3}|[1-4])\b"
    r"(?!\s*(?:[-\u2013]|s\.?d|sampai|dan))",
    re.IGNORECASE,
)
_CITES = re.compile(r"\b(?:nomor|no\.|peraturan|keputusan|undang)", re.IGNORECASE)
_MENTIONED = re.compile(
    r"\b(?:di|pada|lingkungan|lingkup|organisasi|pegawai|asn|jabatan|kerja|fungsi|tugas)\s+"
    r"((?:dinas|badan|inspektorat|sekretariat|satuan|kecamatan|kelurahan|bagian|bidang|uptd|"
    r"upt|puskesmas|rsud|rumah sakit|kantor|seksi|sub ?bagian|biro)\b.*)$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\bse[- ]?(?:kota|kab|provinsi|kecamatan|wilayah)", re.IGNORECASE)
"""`Puskesmas se-Kota` are all of them, and no unit."""

_GENERIC_SHEET = re.compile(
    r"(sheet|lembar|lembar kerja|tabel|table|data|rekap\w*|export|worksheet|page|hal\w*|form\w*|"
    r"laporan|daftar|lampiran|hasil)?[\s_\-]*\(?\d*\)?",
    re.IGNORECASE,
)
_TITLE_CELLS = 2
_TWO = 2
_UNKNOWN_RANK = 1.5
_GROUP = re.compile(
    r"jabatan|eselon|pelaksana|fungsional|struktural|golongan|\b(?:pns|pppk|cpns|asn|thl|honorer)\b|"
    r"^staf|halaman|lanjutan|dipindahkan|kelompok|pindahan|^(?:ahli|terampil|keahlian)",
    re.IGNORECASE,
)
"""What a section row says that groups rows by something else than their unit."""

_GROUP_OF_POSTS = re.compile(r"jabatan\b", re.IGNORECASE)
"""`Jabatan Fungsional` heads a group of posts; `Kelompok Jabatan Fungsional` is a unit."""

_GOVERNMENT = re.compile(
    r"\s+(?:pada\s+)?(?:pemerintah\s+)?(?:kota|kabupaten|kab\.?|provinsi|prov\.?)\s+\w.*$",
    re.IGNORECASE,
)
_ALONE = frozenset({UnitKind.INSPEKTORAT, UnitKind.SETWAN, UnitKind.SETDA, UnitKind.SEKRETARIAT})
_HEADS_ARE_UNITS = frozenset({UnitKind.IRBAN, UnitKind.ASISTEN})
RANKS = {
    UnitKind.SETDA: 0, UnitKind.SETWAN: 0, UnitKind.INSPEKTORAT: 0, UnitKind.DINAS: 0,
    UnitKind.BADAN: 0, UnitKind.SATUAN: 0, UnitKind.KECAMATAN: 0, UnitKind.RSUD: 0.5,
    UnitKind.ASISTEN: 1, UnitKind.IRBAN: 1, UnitKind.BAGIAN: 2, UnitKind.SEKRETARIAT: 1,
    UnitKind.BIDANG: 1, UnitKind.UPTD: 1, UnitKind.PUSKESMAS: 1, UnitKind.KELURAHAN: 1,
    UnitKind.SUBBAGIAN: 3, UnitKind.SUBBIDANG: 3, UnitKind.SEKSI: 3, UnitKind.KELOMPOK_JF: 4,
    UnitKind.TIM_KERJA: 4,
}  # fmt: skip
"""How deep a unit of a kind usually stands (PP 18/2016; the lower the number, the higher)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What holds for a row without standing in it.

    Args:
        path: names of units from the top down.
        position: title of the post.
        group: words of a section row that name neither.
        values: further values by field (`period`, `year`, `position_id`, `class`).
        source: where the unit was found: `title`, `section`, `sheet`, `file`, or "".
    """

    path: tuple[str, ...] = ()
    position: str = ""
    group: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    source: str = ""


def titled(rows: Iterable[Sequence[object]]) -> Context:
    """Read title rows: `Unit Kerja : Seksi Gizi`, or a line that is or ends with a unit's name."""
    told: dict[str, str] = {}
    units: list[str] = []
    lines: list[str] = []
    for row in rows:
        cells = [" ".join(str(cell).split()) for cell in row if cell != ""]
        pairs = list(_pairs(cells))
        for name, value in pairs:
            told.setdefault(name, value)
            units += [value] if name == "unit" else []
        if not pairs and len(cells) <= _TITLE_CELLS:
            lines.extend(cells)
    path = [
        value
        for name in ("top", "jpt", "administrator", "pengawas", "unit")
        if (value := told.get(name, "").strip(" -"))
    ]
    if "top" not in told and len({_rank(name) for name in units}) == len(units) == _TWO:
        path = sorted(units, key=_rank)  # `Unit Kerja : …` beside `Unit Organisasi : …`
    named_above = list(_named(lines))
    if not path:
        path = named_above
    elif _rank(path[0]) > 0:
        path = [*(name for name in named_above if _rank(name) == 0), *path]
    if "year" not in told and (year := _year(lines)):
        told["year"] = year
    if "period" not in told and (period := _part_of_year(lines)):
        told["period"] = period
    values = {
        name: told[key]
        for key, name in (
            ("period", "period"),
            ("year", "year"),
            ("post_id", "position_id"),
            ("class", "class"),
        )
        if told.get(key)
    }
    return Context(
        path=tuple(dict.fromkeys(path)),
        position=told.get("post", ""),
        values=values,
        source="title" if path else "",
    )


def _year(lines: Sequence[str]) -> str:
    """Return the year at the end of a title that cites no regulation."""
    found = (_YEAR.search(line) for line in lines if not _CITES.search(line))
    return next((one[1] for one in found if one), "")


def _part_of_year(lines: Sequence[str]) -> str:
    """Return the quarter or half of a year that a title names without a label."""
    found = (_PART_OF_YEAR.search(line) for line in lines if not _CITES.search(line))
    return next((one[1].capitalize() + f" {one[2].upper()}" for one in found if one), "")


def named(name: str, source: str) -> Context:
    """Take the name of a sheet or file for a unit's, where it can be one."""
    bare = without_mark(name.replace("_", " ")).strip()
    return Context(path=(bare,), source=source) if names_unit(bare) else Context()


def names_unit(text: str) -> bool:
    """Tell whether a text is the name of a unit, and not the title of its head."""
    kind = unit_kind_of(text)
    if kind is None or kind is UnitKind.OTHER or _SEVERAL.search(text):
        return False
    if " " not in text.strip() and kind not in _ALONE:
        return False  # `KEC` says what kind of unit, not which
    return kind in _HEADS_ARE_UNITS or not is_head_title(text)


def is_generic(sheet: str) -> bool:
    """Tell whether the name of a sheet says nothing (`Sheet1`)."""
    return _GENERIC_SHEET.fullmatch(sheet.strip()) is not None


def sectioned(context: Context, text: str, form: str) -> Context:
    """Enter a section.

    Args:
        context: what held before.
        text: what the section row says.
        form: the table; in a workload a section may be a post.
    """
    pairs = list(_pairs([text]))
    if pairs:
        name, value = pairs[0]
        if name == "post":
            return replace(context, position=value)
        if name in {"unit", "top"}:
            text = value
    kind = unit_kind_of(text)
    headed = headed_unit(text) if form == "functions" and is_head_title(text) else ""
    if headed:
        # A list of duties goes to the unit that the post heads.
        text, kind = headed, unit_kind_of(headed)
    elif is_head_title(text) or (kind is None and form == "workload"):
        return replace(context, position=text, group="")
    is_group = kind is None or (kind is UnitKind.KELOMPOK_JF and _GROUP_OF_POSTS.match(text))
    if is_group and _GROUP.search(text):
        return replace(context, group=text)
    same = [name for name in context.path if unit_kind_of(name) is kind]
    if kind is not None and same and plain(text).removeprefix("kantor ") == str(kind):
        return replace(context, path=context.path[: context.path.index(same[0]) + 1], group="")
    rank = RANKS.get(kind, _UNKNOWN_RANK) if kind else _UNKNOWN_RANK
    above = [
        name
        for name in context.path
        if _rank(name) < rank and may_stand_under(kind, unit_kind_of(name))
    ]
    return replace(context, path=(*above, text), position="", group="", source="section")


def below(before: Context, found: Context, form: str) -> Context:
    """Put what titles say of a table below the unit of the tables before it, where it belongs.

    Args:
        before: what held for the table before it.
        found: what the titles of the table say.
        form: the table.
    """
    if before.source not in {"title", "section"}:
        return found
    held = before
    for name in found.path:
        held = sectioned(held, name, form)
    return replace(found, path=held.path) if held.path[-1:] == found.path[-1:] else found


def _rank(name: str) -> float:
    kind = unit_kind_of(name)
    return RANKS.get(kind, _UNKNOWN_RANK) if kind else _UNKNOWN_RANK


def _of_government(name: str) -> str:
    """Return the name of a unit without that of its government at the end."""
    bare = _GOVERNMENT.sub("", name).strip(" ,")
    return bare if " " in bare or unit_kind_of(bare) in _ALONE else name


def _pairs(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Read `label : value`, in one cell or in two or three."""
    for at, cell in enumerate(cells):
        found = _LABELLED.match(cell)
        if found and (name := _FIELD.get(normalised(without_mark(found[1])))):
            value = found[2] or _next(cells, at)
            if value:
                yield name, value.strip()
        elif (name := _FIELD.get(normalised(without_mark(cell)))) and at + 1 < len(cells):
            after = cells[at + 1]
            if after.startswith(":") and (value := after.lstrip(": ") or _next(cells, at + 1)):
                yield name, value


def _next(cells: Sequence[str], at: int) -> str:
    rest = [cell.lstrip(": ") for cell in cells[at + 1 :]]
    return next((cell for cell in rest if cell), "")


def _named(lines: Sequence[str]) -> Iterator[str]:
    """Find names of units in title lines, each line once."""
    found: list[str] = []
    for line in lines:
        bare = _of_government(_CUT.sub("", line).strip(" .-"))
        headed = headed_unit(bare) if is_head_title(bare) else ""
        if names_unit(bare):
            found.append(bare)
        elif names_unit(headed):
            found.append(headed)
        elif (mentioned := _MENTIONED.search(bare)) and not _SEVERAL.search(bare):
            name = _of_government(_CUT.sub("", mentioned[1]).strip())
            found += (
                [name] if " " in name or names_unit(name) else []
            )  # `Tugas Seksi` names no seksi
    yield from sorted(dict.fromkeys(found), key=_rank)[:2]
