"""Which inputs may come? The one home of the Hypothesis strategies."""

import datetime as dt
import os
from collections.abc import Mapping

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from asn_restruktur.organisation import scalars
from asn_restruktur.organisation.model import Organisation, RawTable
from asn_restruktur.organisation.tables import column_names
from asn_restruktur.vocabulary import (
    FunctionKind,
    LinkKind,
    PositionKind,
    TableName,
    UnitKind,
)
from raw_tables import organisation as assembled
from raw_tables import raw

FUZZ_TIMES = int(os.environ.get("FUZZ_TIMES", "1"))
"""So many times more examples than usual, and other ones each time; `make fuzz` sets it."""


def examples(count: int) -> settings:
    """Ask for so many examples: always the same ones, but for a fuzzing run."""
    return settings(
        max_examples=count * FUZZ_TIMES,
        deadline=None,
        derandomize=FUZZ_TIMES == 1,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )


CODES = ("1", "1.02", "1.02.1", "DINKES", "dinkes", "Dinas Kesehatan", "Sekretariat", "x y")
WORDS = ("dinas", "Sub Bagian", "JFT", "koordinasi", "Bidang Gizi", "pembinaan gizi", "a. b; dan")
ODD = (
    "",
    " ",
    "-",
    "#REF!",
    "1.234,50",
    "31-02-2026",
    "1 Mei 2020",
    "\ud800",
    "\x00",
    "'1",
    "=1+1",
)


ACCIDENTS = (
    b"-1",
    b"99999999999",
    b"NaN",
    b"&x;",
    b"<a>",
    b"]]>",
    b'"',
    b"\x00",
    b"\xff\xfe",
    b";",
    b"\r\n",
    b"\t",
    b": ",
    b"[",
    b"*a",
    b'r="XFD1048576"',
)


def cells() -> st.SearchStrategy[object]:
    """What may stand in a cell, whatever its column."""
    return st.one_of(
        st.none(),
        st.sampled_from(CODES + WORDS + ODD),
        st.booleans(),
        st.integers(-(10**18), 10**18),
        st.floats(),
        st.dates(),
        st.datetimes(timezones=st.none() | st.just(dt.UTC)),
        st.times(),
        st.timedeltas(),
        st.text(max_size=8),
        st.binary(max_size=3),
        st.lists(st.integers(), max_size=2),
    )


@st.composite
def raw_tables(draw: st.DrawFn) -> list[RawTable]:
    """Tables of any name with any of their columns, from several files, full of anything."""
    tables = []
    for at in range(draw(st.integers(0, 5))):
        name = draw(st.sampled_from(list(TableName)))
        columns = draw(st.lists(st.sampled_from(column_names(name)), min_size=1, unique=True))
        rows = draw(st.lists(st.fixed_dictionaries(dict.fromkeys(columns, cells())), max_size=5))
        tables.append(raw(name, rows, file=f"{at % 2}.xlsx", sheet=str(at)))
    return tables


@st.composite
def sound_cities(draw: st.DrawFn) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Units in a tree, with or without ids, and their statements; nothing contradicts."""
    count = draw(st.integers(1, 8))
    has_ids = draw(st.booleans())
    units: list[dict[str, object]] = []
    for at in range(count):
        above = draw(st.integers(0, at)) - 1
        parent = None if above < 0 else units[above]["unit_id" if has_ids else "name"]
        unit = f"u{at}" if has_ids else None
        units.append({"unit_id": unit, "name": f"Bidang Nomor {at}", "parent_id": parent})
    texts = st.sampled_from(["pembinaan gizi", "Pembinaan gizi;", "pengawasan obat"])
    owners = st.sampled_from([row["unit_id" if has_ids else "name"] for row in units])
    statements = st.lists(st.fixed_dictionaries({"unit_id": owners, "text": texts}), max_size=8)
    return units, draw(statements)


@st.composite
def mutated(draw: st.DrawFn, content: bytes) -> bytes:
    """Bytes of a sound file after a few accidents: flips, cuts, repeats, odd insertions."""
    changed = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(changed) - 1, 0)))
        length = draw(st.integers(1, 40))
        match draw(st.sampled_from(["flip", "cut", "end", "repeat", "insert"])):
            case "flip" if changed:
                changed[at] ^= draw(st.integers(1, 255))
            case "cut":
                del changed[at : at + length]
            case "end":
                del changed[at:]
            case "repeat":
                changed[at:at] = changed[at : at + length]
            case _:
                changed[at:at] = draw(st.sampled_from(ACCIDENTS))
    return bytes(changed)


@st.composite
def mutated_parts(draw: st.DrawFn, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Parts of a sound workbook, one of them mutated or missing."""
    name = draw(st.sampled_from(sorted(parts)))
    if draw(st.integers(0, 9)) == 0:
        return {other: part for other, part in parts.items() if other != name}
    return dict(parts) | {name: draw(mutated(parts[name]))}


DUTIES = (
    "pemeliharaan taman kota",
    "perawatan taman kota",
    "pemangkasan pohon pelindung jalan",
    "pendataan balita gizi kurang",
    "pembinaan pedagang kaki lima",
    "penataan pedagang kaki lima di pasar",
    "pengawasan keamanan pangan jajanan anak sekolah",
    "pengujian pangan jajanan anak sekolah",
    "penyelenggaraan pelatihan kewirausahaan bagi pemuda",
    "penyelenggaraan pelatihan kewirausahaan bagi pelaku usaha mikro",
    "koordinasi penanggulangan kemiskinan daerah",
    "pembangunan jalan serta penertiban reklame",
    "membagi tugas kepada bawahan",
)


@st.composite
def duties_of_units(draw: st.DrawFn) -> dict[str, list[str]]:
    """Statements by code of unit (`1.2` stands under `1`), each unit of a few dinas."""
    codes = st.sampled_from(["1", "1.1", "1.2", "2.1", "2.1.1", "3.1", "4"])
    said = st.lists(st.sampled_from(DUTIES), min_size=1, max_size=3, unique=True)
    return draw(st.dictionaries(codes, said, min_size=2, max_size=5))


_HOSTILE = (
    'Bidang "Data"',
    "Seksi <b>A</b> & B",
    "A --> B",
    "A -.-> B; C",
    "end",
    "subgraph x [y]",
    "%% komentar",
    "%%{init: {}}%%",
    "1. Dinas",
    "- Seksi",
    "#35; #quot; &amp;",
    "{a|b} [c] (d)",
    "Kelompok \U0001f600",
    "\u062f\u0627\u0626\u0631\u0629 \u05d0\u05d1",
    "back\\slash \\N \\n",
    "`kode` *tebal* _miring_",
    "KEPALA DINAS",
    "Staf",
    "Keterangan",
    "Budi, S.Sos",
    "NIP 198001012005012003",
    "no: ya # bukan",
    "]]>",
    "true",
    "%name%",
    "B: 2 K: 4",
    "'1",
)
"""Names that some form could take for its own signs, or for something else than a name."""


def names() -> st.SearchStrategy[str]:
    """Names as planners write them, as nobody should, and as hostile as any."""
    typed = st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=30
    )
    return st.one_of(
        st.sampled_from(("Bidang Gizi", "Dinas Kesehatan", "Seksi Umum")),
        st.sampled_from(_HOSTILE),
        typed,
    ).filter(lambda text: text.strip("'`\u2019") != "" and scalars.text(text) == text)


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    """Organisations with units, positions, statements and links, whatever their names are."""
    count = draw(st.integers(1, 7))
    maybe = st.none() | names()
    ids = [f"{draw(names())} {at}".lstrip("'`\u2019") for at in range(count)]
    units = [
        {
            "unit_id": ids[at],
            "name": draw(names()),
            "kind": draw(st.sampled_from(list(UnitKind))),
            "parent_id": draw(st.none() | st.sampled_from(ids[:at])) if at else None,
            "urusan": draw(st.none() | st.just("1.02") | st.just("1.02;2.10")),
            "territory": draw(maybe),
            "type": draw(st.none() | st.sampled_from("ABC")),
            "legal_basis": draw(maybe),
        }
        for at in range(count)
    ]
    unit, number = st.sampled_from(ids), st.none() | st.sampled_from((0, 1, 2.5, 1.234, 1250.125))
    posts = [f"post {at}" for at in range(draw(st.integers(0, 4)))]
    positions = [
        {
            "position_id": post,
            "unit_id": draw(unit),
            "title": draw(names()),
            "kind": draw(st.sampled_from(list(PositionKind))),
            "level": draw(maybe),
            "eselon": draw(st.none() | st.just("II.b")),
            "class": draw(st.none() | st.integers(1, 17)),
            "reports_to": draw(st.none() | st.sampled_from(posts)),
            "is_head": False,
            "need": draw(number),
            "filled": draw(number),
        }
        for post in posts
    ]
    owner = st.none() | st.sampled_from(posts) if posts else st.none()
    functions = [
        {
            "statement_id": f"f{at}",
            "unit_id": draw(unit),
            "position_id": draw(owner),
            "kind": draw(st.sampled_from(list(FunctionKind))),
            "text": draw(names()),
            "citation": draw(maybe),
        }
        for at in range(draw(st.integers(0, 4)))
    ]
    pairs = st.permutations(ids).map(lambda order: order[:2])
    links = [
        {
            **dict(zip(("from_unit", "to_unit"), draw(pairs), strict=True)),
            "kind": draw(st.sampled_from(list(LinkKind))),
            "topic": draw(maybe),
            "lead": draw(st.none() | unit),
        }
        for _ in range(draw(st.integers(0, 3)) if count > 1 else 0)
    ]
    tables = {"units": units, "positions": positions, "functions": functions, "links": links}
    return assembled(*(raw(name, rows) for name, rows in tables.items() if rows))


def unit_codes() -> st.SearchStrategy[str]:
    """Codes as lists of units give them, and texts that are none."""
    parts = st.lists(st.sampled_from(("0", "00", "1", "02", "A", "")), min_size=1, max_size=4)
    joined = st.tuples(parts, st.sampled_from(".-/ ")).map(lambda code: code[1].join(code[0]))
    return st.one_of(joined, st.sampled_from(CODES), st.text(max_size=4))


def list_marks() -> st.SearchStrategy[str]:
    """Marks of lists, of any kind and number, and texts that are none."""
    signs = st.sampled_from(("1", "2", "10", "a", "b", "i", "v", "aa", "A", "I", "II", "IV", "C"))
    shapes = st.sampled_from(("{}.", "{})", "({})", "{}", " {}. "))
    marks = st.tuples(shapes, signs).map(lambda mark: mark[0].format(mark[1]))
    return st.one_of(marks, st.sampled_from(ODD), st.text(max_size=3))


HEADINGS = (
    "No", "Kode Unit", "Nama Unit", "Kode Induk", "Bidang", "Seksi", "Nama Jabatan", "Kelas",
    "Kebutuhan", "Terisi", "NIP", "Nama/NIP", "Golongan", "Uraian Tugas", "Fungsi", "Volume",
    "Norma Waktu (menit)", "Hasil Kerja", "Perilaku Kerja", "Tahun", "Ke Unit", "Warna", "",
)  # fmt: skip
SAID = (
    "", "", "Dinas Air", "Bidang Sungai", "Kepala Bidang Sungai", "Analis Air", "1", "1.1",
    "1.1.2", "a. menanam\nb. mengukur", "JUMLAH", "Mengetahui,", "Unit Kerja : Seksi Muara",
    "Tugas : menanam pohon", "199001012015031001", '{"a","b"}', "III/a", "12 menit", "A.", "-",
)  # fmt: skip


@st.composite
def grids(draw: st.DrawFn) -> list[list[object]]:
    """Cells of a small sheet: a row or two that may be headings among rows of anything."""
    width = draw(st.integers(1, 5))
    anything = st.one_of(
        st.sampled_from(SAID),
        st.integers(0, 9),
        st.floats(),
        st.sampled_from(ODD),
        st.dates(),
        st.booleans(),
    )

    def row(cell: st.SearchStrategy[object]) -> list[object]:
        return draw(st.lists(cell, min_size=width, max_size=width))

    top = [row(anything) for _ in range(draw(st.integers(0, 2)))]
    heading = [row(st.sampled_from(HEADINGS)) for _ in range(draw(st.integers(1, 2)))]
    body = [row(anything) for _ in range(draw(st.integers(0, 6)))]
    more = [row(st.sampled_from(HEADINGS)), row(anything)] if draw(st.booleans()) else []
    return [*top, *heading, *body, *more]
