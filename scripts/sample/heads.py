"""Which post heads a unit of each kind (PP 18/2016 ps. 95 jo. PP 72/2019)?"""

from dataclasses import dataclass

from sample.source import Unit

PUBLIC = ("Ilmu Pemerintahan", "Administrasi Negara", "Manajemen")
TITLES = {  # `{name}` is the unit's own name, `{rest}` that without its first word
    "setda": "Sekretaris Daerah",
    "setwan": "Sekretaris DPRD",
    "inspektorat": "Inspektur",
    "asisten": "{name}",
    "irban": "{name}",
    "kecamatan": "Camat {rest}",
    "kelurahan": "Lurah {rest}",
    "rsud": "Direktur {name}",
    "sekretariat": "Sekretaris {parent}",
    "kelompok_jf": "Ketua {name}",
    "tim_kerja": "Ketua {name}",
}
ESELON = {
    "setda": "II.a",
    "setwan": "II.b",
    "inspektorat": "II.b",
    "asisten": "II.b",
    "dinas": "II.b",
    "badan": "II.b",
    "satuan": "II.b",
    "irban": "III.a",
    "kecamatan": "III.a",
    "bagian": "III.a",
    "bidang": "III.b",
    "sekretariat": "III.a",
}
"""Every other kind: IV.a."""
ESELON_UNDER = {  # (kind, kind of the unit above)
    ("bagian", "rsud"): "III.b",
    ("sekretariat", "kecamatan"): "III.b",
    ("sekretariat", "kelurahan"): "IV.b",
    ("seksi", "kelurahan"): "IV.b",
    ("subbagian", "uptd"): "IV.b",
}
ESELON_OF_TYPE = {  # (kind, type)
    ("rsud", "A"): "II.b",
    ("rsud", "B"): "II.b",
    ("rsud", "C"): "III.a",
    ("rsud", "D"): "III.b",
    ("uptd", "B"): "IV.b",
}
FUNCTIONAL = {  # no eselon is right here: a functional post with an added duty
    "puskesmas": ("ahli madya", 11, ("Kedokteran", "Kesehatan Masyarakat")),
    "kelompok_jf": ("ahli muda", 9, PUBLIC),
    "tim_kerja": ("ahli muda", 9, PUBLIC),
}
KIND_OF_ESELON = {"II": "jpt", "III": "administrator", "IV": "pengawas"}
CLASS_OF_ESELON = {"II.a": 15, "II.b": 14, "III.a": 12, "III.b": 11, "IV.a": 9, "IV.b": 8}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The post that heads a unit; a functional post has a level and no eselon."""

    title: str
    kind: str
    eselon: str = ""
    level: str = ""
    job_class: int
    education: str = "S-1"
    fields: tuple[str, ...] = PUBLIC


def head_of(unit: Unit, parent_name: str) -> Head:
    """Return the post that heads a unit, by the unit's kind and that of the unit above."""
    rest = unit.name.partition(" ")[2]
    title = TITLES.get(unit.kind, "Kepala {name}")
    title = title.format(name=unit.name, rest=rest, parent=parent_name)
    if unit.kind in FUNCTIONAL:
        level, job_class, fields = FUNCTIONAL[unit.kind]
        return Head(title=title, kind="jf", level=level, job_class=job_class, fields=fields)
    eselon = _eselon(unit)
    return Head(
        title=title,
        kind=KIND_OF_ESELON[eselon.partition(".")[0]],
        eselon=eselon,
        job_class=CLASS_OF_ESELON[eselon],
        education="S-2" if eselon.startswith("II.") else "S-1",
    )


def _eselon(unit: Unit) -> str:
    of_type = ESELON_OF_TYPE.get((unit.kind, unit.type))
    under = ESELON_UNDER.get((unit.kind, unit.parent_kind))
    return of_type or under or ESELON.get(unit.kind, "IV.a")
