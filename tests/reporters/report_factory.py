"""A made-up city of seven perangkat daerah, as every report form gets it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from asn_restruktur.advice.recommendation import Action, Level, Recommendation
from asn_restruktur.findings import (
    Evidence,
    FacetComparison,
    Figure,
    Finding,
    Sign,
    Subject,
    SubjectKind,
    Word,
    params,
)
from asn_restruktur.organisation.hierarchy import Hierarchy, hierarchy
from asn_restruktur.organisation.model import Government, Organisation
from asn_restruktur.organisation.tables import COLUMNS as TABLE_COLUMNS
from asn_restruktur.organisation.tables import DTYPES, column_names, empty
from asn_restruktur.reporters.report import Report
from asn_restruktur.rules import (
    COUPLED_WITHOUT_LINK,
    DUPLICATION,
    FRAGMENTATION,
    MISSING_PARENT,
    NARROW_SPAN,
    NO_HEAD,
    OVERLAP,
    TOPIC_WITHOUT_LEAD,
)
from asn_restruktur.vocabulary import Language, Severity, TableName, UnitId

Spoil = Callable[[str], str]
"""What a stranger may do to each of his texts."""

_BOOK = "kota-contoh.xlsx"
_VERSION = "0.1.0"

# id, name, kind, parent, territory
_UNITS = [
    ("setda", "Sekretariat Daerah", "setda", "", ""),
    ("setda-org", "Bagian Organisasi", "bagian", "setda", ""),
    ("setda-prokom", "Bagian Protokol dan Komunikasi Pimpinan", "bagian", "setda", ""),
    ("bappeda", "Badan Perencanaan Pembangunan Daerah", "badan", "", ""),
    ("bappeda-data", "Bidang Riset dan Data", "bidang", "bappeda", ""),
    ("dinkes", "Dinas Kesehatan", "dinas", "", ""),
    ("dinkes-sek", "Sekretariat", "sekretariat", "dinkes", ""),
    ("dinkes-kesmas", "Bidang Kesehatan Masyarakat", "bidang", "dinkes", ""),
    ("dinkes-p2p", "Bidang Pencegahan dan Pengendalian Penyakit", "bidang", "dinkes", ""),
    (
        "dp3akb",
        "Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana",
        "dinas",
        "",
        "",
    ),
    ("dp3akb-kb", "Bidang Pengendalian Penduduk dan KB", "bidang", "dp3akb", ""),
    ("dp3akb-kk", "Bidang Ketahanan Keluarga", "bidang", "dp3akb", ""),
    ("dinsos", "Dinas Sosial", "dinas", "", ""),
    ("dinsos-rehab", "Bidang Rehabilitasi Sosial", "bidang", "dinsos", ""),
    ("diskominfo", "Dinas Komunikasi dan Informatika", "dinas", "", ""),
    ("diskominfo-stat", "Bidang Statistik dan Persandian", "bidang", "diskominfo", ""),
    ("diskominfo-ikp", "Bidang Informasi Publik", "bidang", "diskominfo", ""),
    ("kec-melati", "Kecamatan Melati", "kecamatan", "", "Kecamatan Melati"),
]

# id, unit, text, citation
_STATEMENTS = [
    (
        "k1",
        "dinkes-kesmas",
        "pelaksanaan pencegahan stunting bagi balita",
        "Perwal 4/2024 Pasal 11",
    ),
    ("k2", "dinkes-kesmas", "pembinaan kader posyandu", "Perwal 4/2024 Pasal 11 huruf g"),
    ("k3", "dinkes-p2p", "penanganan gangguan jiwa berat", "Perwal 4/2024 Pasal 14"),
    ("p1", "dp3akb-kb", "penyelenggaraan pencegahan anak kerdil (stunting) pada balita", ""),
    ("p2", "dp3akb-kk", "pembinaan kader posyandu di kelurahan", ""),
    ("s1", "dinsos-rehab", "penanganan gangguan jiwa pada orang terlantar", ""),
    ("b1", "bappeda-data", "pengumpulan data sektoral kota", "Perwal 2/2024 Pasal 8"),
    ("i1", "diskominfo-stat", "pengumpulan dan pengolahan data sektoral kota", ""),
    ("i2", "diskominfo-ikp", "peliputan kegiatan kepala daerah", ""),
    ("o1", "setda-prokom", "peliputan dan publikasi kegiatan kepala daerah", ""),
    ("o2", "setda-org", "penyusunan analisis jabatan perangkat daerah", ""),
    ("m1", "kec-melati", "pembinaan ketenteraman dan ketertiban umum", ""),
]

# first, second, is a duplication, score, signs of action, object, beneficiary, territory
_S, _N, _D = Sign.SAME, Sign.NEAR, Sign.DIFFERENT
_PAIRS: list[tuple[str, str, bool, float, tuple[Sign, ...]]] = [
    ("k1", "p1", True, 0.94, (_S, _S, _S, _S)),
    ("o1", "i2", True, 0.92, (_S, _S, _S, _S)),
    ("k2", "p2", True, 0.88, (_S, _S, _S, _N)),
    ("b1", "i1", False, 0.81, (_N, _S, _S, _S)),
    ("k3", "s1", False, 0.74, (_S, Sign.BROADER, _D, _S)),
]

_ORDER = [
    ("dinkes", 1, "stunting; posyandu"),
    ("dp3akb", 1, "stunting; posyandu"),
    ("dinsos", 1, "stunting; posyandu"),
    ("bappeda", 2, "data sektoral"),
    ("diskominfo", 2, "data sektoral"),
    ("setda", 2, "data sektoral"),
    ("kec-melati", 0, ""),
]

_TOPICS = [
    ("stunting", "k1;p1", "dinkes;dp3akb", False, ""),
    ("posyandu", "k2;p2;s1", "dinkes;dinsos;dp3akb", True, ""),
    ("data sektoral", "b1;i1", "bappeda;diskominfo", False, "bappeda"),
]


def city_report(lang: Language = Language.ID, *, spoil: Spoil = str) -> Report:
    """The whole city: pairs, a fragmented service, gaps in coordination, faults in the data.

    Args:
        lang: language of the report.
        spoil: applied to every text that came from the planner's files.
    """
    organisation = _organisation(_UNITS, _STATEMENTS, spoil)
    tree = hierarchy(organisation)
    names = {str(unit): str(name) for unit, name in tree.units["name"].items()}
    texts = dict(
        zip(organisation.functions["statement_id"], organisation.functions["text"], strict=True)
    )
    findings = _findings(organisation, tree, names, texts, spoil)
    return report_of(
        organisation,
        findings=findings,
        recommendations=_recommendations(findings, names, spoil),
        tables=_tables(spoil),
        lang=lang,
    )


def quiet_report(lang: Language = Language.ID) -> Report:
    """The same city, of which nothing is to be told."""
    quiet = [row for row in _STATEMENTS if row[0] in {"k1", "b1", "o2", "m1"}]
    return report_of(_organisation(_UNITS, quiet, str), lang=lang)


def one_unit_report(lang: Language = Language.ID) -> Report:
    """A city of which one unit without a statement is known."""
    return report_of(_organisation(_UNITS[:1], [], str), lang=lang)


def report_of(
    organisation: Organisation,
    *,
    findings: Sequence[Finding] = (),
    recommendations: Sequence[Recommendation] = (),
    tables: Mapping[str, pd.DataFrame] | None = None,
    lang: Language = Language.ID,
    as_of: str = "2026-01-01",
) -> Report:
    """Bring parts to a report, with the figures that follow from them."""
    tree = hierarchy(organisation)
    shown = dict(tables or _no_tables())
    shown["structure"] = _structure(organisation, tree)
    figures = _figures(organisation, tree, findings, recommendations, shown)
    return Report(
        organisation=organisation,
        hierarchy=tree,
        findings=tuple(findings),
        recommendations=tuple(recommendations),
        tables=shown,
        figures={figure.key: figure for figure in figures},
        short_ids={finding.fingerprint: finding.fingerprint[:4] for finding in findings},
        lang=lang,
        as_of=as_of,
        version=_VERSION,
    )


def frame_of(table: TableName, rows: Sequence[Mapping[str, object]], sheet: str) -> pd.DataFrame:
    """Bring rows to a table of an organisation; row 0 stands in row 2 of the sheet."""
    if not rows:
        return empty(table)
    frame = pd.DataFrame(list(rows))
    for column in TABLE_COLUMNS[table]:
        dtype = DTYPES[column.kind]
        values = frame.get(column.name)
        blank = "" if dtype == "str" else None
        series = pd.Series([blank] * len(frame)) if values is None else values
        frame[column.name] = series.astype(dtype)
    frame = frame[column_names(table)]
    return frame.assign(
        place_file=pd.Series([_BOOK] * len(frame), dtype="str"),
        place_sheet=pd.Series([sheet] * len(frame), dtype="str"),
        place_row=pd.Series(range(2, len(frame) + 2), dtype="int64"),
        place_column=pd.Series([0] * len(frame), dtype="int64"),
        place_article=pd.Series([""] * len(frame), dtype="str"),
    )


def _organisation(
    units: Sequence[tuple[str, ...]], statements: Sequence[tuple[str, ...]], spoil: Spoil
) -> Organisation:
    known = {row[0] for row in units}
    unit_rows = [
        {"unit_id": u, "name": spoil(name), "kind": kind, "parent_id": parent, "territory": where}
        for u, name, kind, parent, where in units
    ]
    heads: list[dict[str, object]] = [
        {
            "position_id": f"kepala-{u}",
            "unit_id": u,
            "title": spoil(f"Kepala {name}"),
            "kind": "jpt" if not parent else "administrator",
            "is_head": True,
            "need": 1.0,
            "filled": 1.0,
        }
        for u, name, _, parent, _ in units
        if u != "dinsos-rehab"
    ]
    staff: list[dict[str, object]] = [
        {
            "position_id": f"staf-{u}",
            "unit_id": u,
            "title": "Penelaah Teknis Kebijakan",
            "kind": "pelaksana",
            "reports_to": f"kepala-{u}" if u != "dinsos-rehab" else "",
            "need": 4.0,
            "filled": 3.0,
        }
        for u, *_ in units
    ]
    people: list[dict[str, object]] = [
        {
            "employee_id": f"p{number:03d}",
            "name": spoil(f"Pegawai {number}"),
            "position_id": f"staf-{u}",
            "unit_id": u,
        }
        for number, (u, *_) in enumerate([row for row in units for _ in range(3)], start=1)
    ]
    said = [
        {"statement_id": s, "unit_id": u, "kind": "fungsi", "text": spoil(text), "citation": cited}
        for s, u, text, cited in statements
        if u in known
    ]
    links = [
        {
            "from_unit": "bappeda",
            "to_unit": "diskominfo",
            "kind": "coordination",
            "topic": spoil("data sektoral"),
            "lead": "bappeda",
        }
    ]
    rows: list[tuple[TableName, Sequence[Mapping[str, object]], str]] = [
        (TableName.UNITS, unit_rows, "Unit"),
        (TableName.POSITIONS, heads + staff, "Jabatan"),
        (TableName.EMPLOYEES, people, "Pegawai"),
        (TableName.FUNCTIONS, said, "Tugas dan Fungsi"),
        (TableName.LINKS, links if "diskominfo" in known else [], "Hubungan"),
    ]
    letters = {
        (_BOOK, sheet, table): {
            name: chr(ord("A") + at) for at, name in enumerate(column_names(table))
        }
        for table, _, sheet in rows
    }
    return Organisation(
        tables={table: frame_of(table, content, sheet) for table, content, sheet in rows},
        government=Government(
            name=spoil("Kota Contoh"), kind="kota", as_of="2026-01-01", whole=True
        ),
        letters=letters,
    )


def _findings(
    organisation: Organisation,
    tree: Hierarchy,
    names: Mapping[str, str],
    texts: Mapping[str, str],
    spoil: Spoil,
) -> tuple[Finding, ...]:
    functions = organisation.functions
    row_of = {str(said): row for row, said in functions["statement_id"].items()}
    unit_of = {
        str(said): str(unit) for said, unit in functions[["statement_id", "unit_id"]].to_numpy()
    }

    def quoted(said: str) -> Evidence:
        text = texts[said]
        place = organisation.places(TableName.FUNCTIONS, pd.Index([row_of[said]]), "text")[0]
        end = min(len(text), 12)
        subject = Subject(SubjectKind.STATEMENT, said)
        return Evidence(place=place, quote=text, subject=subject, marks=((0, end),))

    def pair(
        left: str, right: str, *, is_double: bool, score: float, signs: tuple[Sign, ...]
    ) -> Finding:
        facets = ("action", "object", "beneficiary", "territory")
        lines = tuple(
            FacetComparison(f"facet.{facet}", spoil(facet), sign, spoil(facet))
            for facet, sign in zip(facets, signs, strict=True)
        )
        same = tuple(Word(line.facet) for line in lines if line.sign is Sign.SAME)
        different = tuple(
            Word(f"compared.{facet}.{sign}")
            for facet, sign in zip(facets, signs, strict=True)
            if sign is not Sign.SAME
        )
        rule = DUPLICATION if is_double else OVERLAP
        return Finding(
            rule=rule,
            key=f"{rule.code}.{'some' if different else 'all'}",
            subjects=(Subject(SubjectKind.STATEMENT, left), Subject(SubjectKind.STATEMENT, right)),
            evidence=(quoted(left), quoted(right)),
            score=score,
            facets=lines,
            params=params(
                unit_a=names[unit_of[left]],
                unit_b=names[unit_of[right]],
                top_a=names[str(tree.units.at[unit_of[left], "top_id"])],
                top_b=names[str(tree.units.at[unit_of[right], "top_id"])],
                matter=texts[left],
                same=same,
                different=different,
            ),
            severity=Severity.ERROR if is_double and score > 0.9 else Severity.WARNING,
        )

    pairs = [
        pair(left, right, is_double=is_double, score=score, signs=signs)
        for left, right, is_double, score, signs in _PAIRS
    ]
    place_of_unit = {
        str(unit): organisation.places(TableName.UNITS, pd.Index([row]), "name")[0]
        for row, unit in organisation.units["unit_id"].items()
    }

    def about_unit(unit: str, rule_finding: Finding) -> Finding:
        evidence = Evidence(
            place=place_of_unit[unit], quote=names[unit], subject=Subject(SubjectKind.UNIT, unit)
        )
        return replace(rule_finding, evidence=(evidence,))

    others = [
        Finding(
            rule=FRAGMENTATION,
            key="FUN103.unled",
            subjects=(Subject(SubjectKind.TOPIC, spoil("posyandu")),),
            evidence=(quoted("k2"), quoted("p2"), quoted("s1")),
            score=0.8,
            params=params(
                topic=spoil("posyandu"),
                units=tuple(names[unit] for unit in ("dinkes", "dinsos", "dp3akb")),
                count=3,
            ),
        ),
        Finding(
            rule=TOPIC_WITHOUT_LEAD,
            subjects=(
                Subject(SubjectKind.TOPIC, spoil("stunting")),
                Subject(SubjectKind.UNIT, "dinkes"),
                Subject(SubjectKind.UNIT, "dp3akb"),
            ),
            evidence=(quoted("k1"), quoted("p1")),
            score=0.9,
            params=params(
                topic=spoil("stunting"), units=(names["dinkes"], names["dp3akb"]), count=2
            ),
        ),
        Finding(
            rule=COUPLED_WITHOUT_LINK,
            subjects=(Subject(SubjectKind.UNIT, "dinkes"), Subject(SubjectKind.UNIT, "dp3akb")),
            evidence=(quoted("k1"), quoted("p1")),
            score=0.7,
            params=params(
                unit_a=names["dinkes"],
                unit_b=names["dp3akb"],
                pairs=2,
                count=2,
                topic=spoil("stunting"),
            ),
        ),
        about_unit(
            "dinsos-rehab",
            Finding(
                rule=NO_HEAD,
                subjects=(Subject(SubjectKind.UNIT, "dinsos-rehab"),),
                params=params(unit=names["dinsos-rehab"]),
            ),
        ),
        about_unit(
            "dinsos",
            Finding(
                rule=NARROW_SPAN,
                subjects=(Subject(SubjectKind.UNIT, "dinsos"),),
                params=params(unit=names["dinsos"], span=1, limit=2, count=1),
            ),
        ),
        about_unit(
            "setda",
            Finding(
                rule=MISSING_PARENT,
                key="DAT102.near",
                subjects=(Subject(SubjectKind.UNIT, "1.02.9"),),
                params=params(parent=spoil("1.02.9"), suggestion="1.02.09"),
            ),
        ),
    ]
    told = sorted(
        [*pairs, *others], key=lambda finding: (finding.code[:3] == "DAT", -finding.severity)
    )
    return tuple(told)


def _recommendations(
    findings: Sequence[Finding], names: Mapping[str, str], spoil: Spoil
) -> tuple[Recommendation, ...]:
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    doubles = [finding.fingerprint for finding in by_code["FUN101"]]

    def named(*units: str, topic: str) -> dict[str, str | int | tuple[str, ...]]:
        shown = tuple(names[unit] for unit in units)
        return {
            "unit": shown[0],
            "other": shown[1],
            "unit_in": shown[0],
            "other_in": shown[1],
            "units": shown[1:],
            "topic": spoil(topic),
            "matters": (spoil(topic),),
            "duplications": 1,
            "overlaps": 1,
            "count": len(shown),
        }

    return (
        Recommendation(
            action=Action.LEAD,
            params=params(**named("dinkes", "dp3akb", topic="stunting")),
            findings=(
                doubles[0],
                by_code["KOR101"][0].fingerprint,
                by_code["KOR105"][0].fingerprint,
            ),
            units=(UnitId("dinkes"), UnitId("dp3akb")),
            effort=Level.SMALL,
            rank=1,
        ),
        Recommendation(
            action=Action.MERGE,
            params=params(**named("diskominfo", "setda", topic="peliputan")),
            findings=(doubles[1],),
            units=(UnitId("diskominfo"), UnitId("setda")),
            effort=Level.MEDIUM,
            people_moved=4,
            units_moved=1,
            risk=Level.MEDIUM,
            rank=2,
        ),
        Recommendation(
            action=Action.BOUNDARY,
            params=params(**named("dinkes", "dinsos", topic="kesehatan jiwa")),
            findings=(by_code["FUN102"][-1].fingerprint,),
            units=(UnitId("dinkes"), UnitId("dinsos")),
            effort=Level.SMALL,
            rank=3,
        ),
        Recommendation(
            action=Action.FORUM,
            params=params(**named("bappeda", "diskominfo", topic="data sektoral")),
            findings=(by_code["FUN102"][0].fingerprint,),
            units=(UnitId("bappeda"), UnitId("diskominfo")),
            effort=Level.SMALL,
            rank=4,
        ),
    )


def _tables(spoil: Spoil) -> dict[str, pd.DataFrame]:
    tops = {said: _top(unit) for said, unit, *_ in _STATEMENTS}
    unit_of = {said: unit for said, unit, *_ in _STATEMENTS}
    facets = ("action", "object", "beneficiary", "territory")
    pairs = [
        {
            "statement_a": left,
            "statement_b": right,
            "unit_a": unit_of[left],
            "unit_b": unit_of[right],
            "kind": "duplication" if is_double else "overlap",
            "score": score,
            "same_facets": ";".join(
                f for f, sign in zip(facets, signs, strict=True) if sign is Sign.SAME
            ),
            "different_facets": ";".join(
                f for f, sign in zip(facets, signs, strict=True) if sign is not Sign.SAME
            ),
        }
        for left, right, is_double, score, signs in _PAIRS
    ]
    order = [unit for unit, *_ in _ORDER]
    counts: dict[tuple[str, str], list[int]] = {}
    for left, right, is_double, *_ in _PAIRS:
        a, b = sorted((tops[left], tops[right]), key=order.index)
        count = counts.setdefault((a, b), [0, 0])
        count[0] += 1
        count[1] += is_double
    unit_pairs = [
        {"unit_a": a, "unit_b": b, "pairs": n, "duplications": d}
        for (a, b), (n, d) in sorted(counts.items())
    ]
    coordination = [
        {
            "topic": spoil("stunting"),
            "kind": "topic_without_lead",
            "from_unit": "",
            "to_unit": "",
            "units": "dinkes;dp3akb",
            "statement_ids": "k1;p1",
            "is_gap": True,
            "score": 0.9,
            "reason": "",
        },
        {
            "topic": spoil("stunting"),
            "kind": "coupled_without_link",
            "from_unit": "dinkes",
            "to_unit": "dp3akb",
            "units": "dinkes;dp3akb",
            "statement_ids": "k1;p1;k2;p2",
            "is_gap": True,
            "score": 0.7,
            "reason": "",
        },
        {
            "topic": spoil("data sektoral"),
            "kind": "member_unlinked",
            "from_unit": "bappeda",
            "to_unit": "diskominfo",
            "units": "bappeda;diskominfo",
            "statement_ids": "b1;i1",
            "is_gap": False,
            "score": 0.4,
            "reason": "",
        },
    ]
    topics = pd.DataFrame(
        _TOPICS, columns=["topic", "statement_ids", "units", "is_fragmented", "lead_unit"]
    )
    topics["topic"] = [spoil(topic) for topic in topics["topic"]]
    labels = pd.DataFrame(_ORDER, columns=["unit_id", "cluster", "label"])
    labels["label"] = [spoil(label) if label else "" for label in labels["label"]]
    return {
        "pairs": pd.DataFrame(pairs),
        "topics": topics,
        "coordination": pd.DataFrame(coordination),
        "unit_pairs": pd.DataFrame(unit_pairs),
        "unit_order": labels,
    }


def _no_tables() -> dict[str, pd.DataFrame]:
    return {name: frame.iloc[:0] for name, frame in _tables(str).items()}


def _top(unit: str) -> str:
    parents = {row[0]: row[3] for row in _UNITS}
    while parents[unit]:
        unit = parents[unit]
    return unit


def _structure(organisation: Organisation, tree: Hierarchy) -> pd.DataFrame:
    said = organisation.functions["unit_id"].value_counts()
    posts = organisation.positions["unit_id"].value_counts()
    people = organisation.employees["unit_id"].value_counts()
    rows = [
        {
            "unit_id": str(unit),
            "depth": int(row["depth"]),
            "layers": 2 if row["children"] else 1,
            "children": int(row["children"]),
            "span": int(row["children"]) + 1,
            "statements": int(said.get(unit, 0)),
            "specific_statements": int(said.get(unit, 0)),
            "positions": int(posts.get(unit, 0)),
            "employees": int(people.get(unit, 0)),
            "has_head": unit != "dinsos-rehab",
        }
        for unit, row in tree.units.iterrows()
    ]
    return pd.DataFrame(rows)


def _figures(
    organisation: Organisation,
    tree: Hierarchy,
    findings: Sequence[Finding],
    recommendations: Sequence[Recommendation],
    tables: Mapping[str, pd.DataFrame],
) -> list[Figure]:
    units, functions = organisation.units, organisation.functions
    positions, structure = organisation.positions, tables["structure"]
    pairs = [finding for finding in findings if finding.code in {"FUN101", "FUN102"}]
    topics, coordination = tables["topics"], tables["coordination"]
    is_cross = topics["units"].astype("str").str.contains(";", regex=False)
    city: dict[str, float] = {
        "city.top_units": int((tree.units["top_id"] == tree.units.index).sum()),
        "city.units": len(units),
        "city.statements": len(functions),
        "city.specific_statements": len(functions),
        "city.positions": len(positions),
        "city.employees": len(organisation.employees),
        "overlap.duplications": sum(finding.code == "FUN101" for finding in pairs),
        "overlap.overlaps": sum(finding.code == "FUN102" for finding in pairs),
        "topics.cross_unit": int(is_cross.sum()),
        "topics.fragmented": int(topics["is_fragmented"].astype(bool).sum()),
        "topics.without_lead": int((is_cross & (topics["lead_unit"] == "")).sum()),
        "coordination.gaps": int(coordination["is_gap"].astype(bool).sum()),
        "structure.empty_posts": int((positions["need"] - positions["filled"]).clip(lower=0).sum()),
        "structure.need": int(positions["need"].sum()),
        "structure.filled": int(positions["filled"].sum()),
        "data.left_out": sum(finding.code.startswith("DAT") for finding in findings),
    }
    figures = [
        Figure(name=name, value=value, places=organisation.span(TableName.UNITS))
        for name, value in city.items()
    ]
    unit_of = dict(functions[["statement_id", "unit_id"]].to_numpy())
    columns = ("statements", "employees", "positions", "span")
    for row in structure.itertuples():
        unit = str(row.unit_id)
        below = {str(u) for u in tree.units.index if unit in tree.path(str(u))}
        touching = [
            finding
            for finding in findings
            if any(
                subject.id in below or unit_of.get(subject.id) in below
                for subject in finding.subjects
            )
        ]
        numbers = {f"unit.{column}": int(getattr(row, column)) for column in columns}
        numbers["unit.overlaps"] = sum(finding in pairs for finding in touching)
        numbers["unit.findings"] = len(touching)
        figures += [Figure(name=name, about=unit, value=value) for name, value in numbers.items()]
    for a, b, shared, doubles in tables["unit_pairs"].itertuples(index=False, name=None):
        figures.append(Figure(name="unit_pair.pairs", about=f"{a};{b}", value=int(shared)))
        figures.append(Figure(name="unit_pair.duplications", about=f"{a};{b}", value=int(doubles)))
    figures += [
        Figure(name="pair.score", about=finding.fingerprint, value=finding.score)
        for finding in pairs
    ]
    for advice in recommendations:
        rank = str(advice.rank)
        figures += [
            Figure(name="advice.ends", about=rank, value=advice.ends, findings=advice.findings),
            Figure(name="advice.people_moved", about=rank, value=advice.people_moved),
            Figure(name="advice.units_moved", about=rank, value=advice.units_moved),
        ]
    return figures
