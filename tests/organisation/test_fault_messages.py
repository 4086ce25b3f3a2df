"""Can every fault that assembling tells be worded, in both languages?"""

import pytest

from asn_restruktur import rules
from asn_restruktur.reporters.messages.catalogue import catalogue
from asn_restruktur.vocabulary import Language
from raw_tables import organisation, raw, units

RULES = [
    rule
    for rule in rules.RULES
    if "DAT101" <= rule.code <= "DAT109" or "DAT112" <= rule.code <= "DAT117"
]
STRUCTURE = [rule for rule in rules.RULES if rule.code.startswith("STR")]
MANY = 25

POSTS = [
    {"position_id": f"p{at}", "unit_id": "1", "title": "X", "need": f"kira {at}", "kind": f"qq{at}"}
    for at in range(MANY)
]
FAULTY = organisation(
    raw("units", [
        *units("1: Dinas A", "1: Dinas B", "2 < 9.77: Bidang C", "3 < 3: Bidang D"),
        *units("4 < 5: Bidang E", "5 < 4: Bidang F", "6 < 11: Bidang G", "m < qqqqq: Bidang H"),
        {"unit_id": "7", "name": "X", "kind": "bidnag"},
        {"unit_id": "8"},
        *units("s1: Kelurahan Sukasari", "s2: Kelurahan Sukasari", "s3 < Kel. Sukasari: Taman"),
        *(row for at in range(MANY) for row in units(f"an{at}: Kelurahan Anggrek {at}")),
        *(row for at in range(MANY) for row in units(f"x{at}: A", f"x{at}: B")),
        *(row for at in range(MANY) for row in units(f"y{at} < zzz{at}: C")),
        *(row for at in range(MANY) for row in units(f"v{at} < w{at}: A", f"w{at} < v{at}: B")),
    ]),
    raw("units", units("2 < 1: Bidang C", *(f"x{at} < 1: A" for at in range(MANY))), file="b"),
    raw("units", units(*(f"x{at} < 2: A" for at in range(MANY))), file="c"),
    raw("positions", [
        *POSTS,
        {"position_id": "q", "unit_id": "1", "title": "#REF!", "class": "1,5", "is_head": "entah"},
    ]),
    raw("positions", [post | {"class": 7, "title": "Lain"} for post in POSTS], file="b"),
    raw("functions", [
        {"unit_id": "1"},
        {"unit_id": "y0x", "text": "x"},
        {"unit_id": "%%%%", "text": "x"},
        {"unit_id": "Kelurahan Sukasari", "text": "x"},
        *({"unit_id": f"Kel. Anggrek {at}", "text": "x"} for at in range(MANY)),
        *({"unit_id": f"hilang {at}", "text": "x"} for at in range(MANY)),
    ]),
    raw("employees", [{"employee_id": "e", "name": "A", "birth_date": "kemarin"}]),
    raw("employees", [{"employee_id": "e", "name": "B"}], file="b"),
    raw("employees", [
        {"employee_id": "n", "nip": "198503022010011001", "birth_date": "3-3-1985"},
        {"employee_id": "o", "nip": "198599022010011001"},
        *({"employee_id": f"n{at}", "nip": "1", "golongan": f"z{at}"} for at in range(MANY)),
    ], file="d"),
    raw("positions", [
        {"position_id": f"z{at}", "unit_id": "1", "title": "X", "need": 1, "filled": 0}
        for at in range(10)
    ], file="d"),
    *(
        raw("workload", [
            {"unit_id": "1", "position": "X", "volume": 1, "stated_need": 1.0, norm: time,
             "effective_minutes": year},
            {"unit_id": "1", "position": "X", "volume": 1, "stated_need": 1.0, norm: time,
             "effective_minutes": year},
            {"unit_id": "1", "position": "X", "volume": 2, "stated_need": 5.0, norm: time,
             "effective_minutes": 75},
        ], file=f"{norm}{year}")
        for norm in ("norm_minutes", "norm_hours", "norm_time")
        for year, time in ((75000, 75000), (1250, 1250))
    ),
)  # fmt: skip

POSTS_ALONE = [
    organisation(raw("positions", [
        {"title": "Kepala Dinas A", "unit_id": unit},
        {"title": "Kepala Bidang B", "unit_id": unit, "reports_to": "Kepala Dinas A"},
    ]))
    for unit in (None, "Dinas A")
] + [
    organisation(raw("positions", [{"title": "Kepala Dinas A"}, {"title": "Kepala Bidang B"}]))
]  # fmt: skip
FINDINGS = [finding for city in (FAULTY, *POSTS_ALONE) for finding in city.findings]


@pytest.mark.parametrize("lang", list(Language))
def test_every_fault_has_its_sentence(lang: Language) -> None:
    words = catalogue(lang)
    for finding in FINDINGS:
        assert "{" not in words.finding(finding)


def test_the_faulty_city_shows_every_sentence_there_is() -> None:
    written = {
        key.replace(".say.", ".")
        for key in catalogue(Language.ID).keys("DAT")
        if ".say." in key and key[:6] in {rule.code for rule in RULES}
    }
    assert {finding.key for finding in FINDINGS} == written


@pytest.mark.parametrize("lang", list(Language))
@pytest.mark.parametrize("rule", [*RULES, *STRUCTURE], ids=lambda rule: rule.code)
def test_every_rule_is_explained(lang: Language, rule: rules.Rule) -> None:
    words = catalogue(lang)
    for part in ("name", "what", "why", "when_not", "mend", "good", "bad"):
        assert words.template(f"{rule.code}.{part}")
