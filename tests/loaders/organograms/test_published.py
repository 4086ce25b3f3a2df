import json
from typing import Any

import pytest

from asn_restruktur.loaders.organograms.reading import read_published
from asn_restruktur.loaders.understood import FileReading, InputForm
from asn_restruktur.vocabulary import TableName, UnusableInput
from drawn_charts import links, rows, told

ORG = "http://www.w3.org/ns/org#"
GRAPH = [
    {
        "@id": "ex:lakes",
        "@type": ["org:FormalOrganization"],
        "skos:prefLabel": [
            {"@value": "Lakes Agency", "@language": "en"},
            {"@value": "Badan Danau", "@language": "id"},
        ],
        "org:identifier": "L1",
        "org:hasUnit": {"@id": "ex:parks"},
    },
    {
        "@id": "ex:parks",
        "@type": "org:OrganizationalUnit",
        "rdfs:label": "Bidang Taman",
        "org:classification": "bidang",
        "org:purpose": ["penataan taman", "perawatan taman"],
        "org:linkedTo": {"@id": "ex:lakes"},
        "org:hasPost": [{"@id": "ex:head", "@type": "org:Post", "rdfs:label": "Kepala Bidang"}],
    },
    {
        "@type": "org:Membership",
        "org:member": {"@id": "ex:p", "@type": "foaf:Person", "foaf:name": "Contoh Nama"},
        "org:organization": {"@id": "ex:parks"},
    },
    {
        "@id": "ex:aide",
        "@type": "org:Post",
        "rdfs:label": "Staf",
        "org:postIn": {"@id": "ex:parks"},
        "org:reportsTo": {"@id": "ex:head"},
        "org:heldBy": {"@id": "ex:q"},
    },
]
POPOLO = {
    "organizations": [
        {"id": "o1", "name": "Badan Danau", "classification": "badan"},
        {
            "id": "o2",
            "name": "Bidang Taman",
            "parent_id": "o1",
            "area": {"name": "Kecamatan Timur"},
            "posts": [{"id": "k", "label": "Kepala Bidang"}],
        },
        {"id": "o3", "name": "Bidang Lama", "parent_id": "o1", "dissolution_date": "2019-01-01"},
    ],
    "posts": [{"id": "s", "role": "Staf", "organization_id": "o2"}],
    "memberships": [{"person_id": "p", "organization_id": "o2", "post_id": "k"}],
    "persons": [{"id": "p", "name": "Contoh Nama"}],
}


def read(content: Any) -> FileReading | None:  # noqa: ANN401  # any JSON
    return read_published(json.dumps(content, indent=1), "org.json")


def found(content: object) -> FileReading:
    reading = read(content)
    assert reading is not None
    return reading


def expanded(content: object) -> object:
    """Write the same in expanded form: full names, every value in a list."""
    text = json.dumps(content).replace('"org:', f'"{ORG}')
    return json.loads(text.replace('"rdfs:label"', '"http://www.w3.org/2000/01/rdf-schema#label"'))


@pytest.mark.parametrize("content", [{"@graph": GRAPH}, GRAPH, expanded(GRAPH)])
def test_w3c_org_is_read_compact_and_expanded(content: object) -> None:
    reading = found(content)
    assert reading.source.form is InputForm.W3C_ORG
    assert rows(reading, TableName.UNITS) == [
        {"unit_id": "L1", "name": "Badan Danau"},
        {"unit_id": "ex:parks", "name": "Bidang Taman", "kind": "bidang", "parent_id": "L1"},
    ]
    assert rows(reading, TableName.POSITIONS) == [
        {"position_id": "ex:head", "unit_id": "ex:parks", "title": "Kepala Bidang"},
        {
            "position_id": "ex:aide",
            "unit_id": "ex:parks",
            "title": "Staf",
            "reports_to": "ex:head",
        },
    ]
    assert [row["text"] for row in rows(reading, TableName.FUNCTIONS)] == [
        "penataan taman",
        "perawatan taman",
    ]
    assert rows(reading, TableName.EMPLOYEES) == [
        {"employee_id": "ex:p", "name": "Contoh Nama", "unit_id": "ex:parks"},
        {"employee_id": "ex:q", "position_id": "ex:aide"},
    ]
    assert [row["to_unit"] for row in rows(reading, TableName.LINKS)] == ["L1"]


def test_units_nested_in_their_organisation_are_found() -> None:
    nested = {
        "@context": ORG,
        "@type": "Organization",
        "name": "Badan Danau",
        "hasSubOrganization": [{"@type": "OrganizationalUnit", "name": "Bidang Taman"}],
    }
    top, below = rows(found(nested), TableName.UNITS)
    assert below["parent_id"] == top["unit_id"]


def test_popolo_is_read_with_what_is_in_force() -> None:
    reading = found(POPOLO)
    assert reading.source.form is InputForm.POPOLO
    assert rows(reading, TableName.UNITS) == [
        {"unit_id": "o1", "name": "Badan Danau", "kind": "badan"},
        {
            "unit_id": "o2",
            "name": "Bidang Taman",
            "parent_id": "o1",
            "territory": "Kecamatan Timur",
        },
    ]
    assert rows(reading, TableName.POSITIONS) == [
        {"position_id": "k", "unit_id": "o2", "title": "Kepala Bidang"},
        {"position_id": "s", "unit_id": "o2", "title": "Staf"},
    ]
    assert rows(reading, TableName.EMPLOYEES) == [
        {"employee_id": "p", "name": "Contoh Nama", "unit_id": "o2", "position_id": "k"}
    ]
    assert told(reading) == ["DAT002.ended"]
    assert links(reading) == []


def test_memberships_may_stand_inside_persons_and_organisations() -> None:
    content = {
        "organizations": [
            {"id": "o", "name": "Badan", "memberships": [{"person": {"name": "Nama Contoh"}}]}
        ],
        "people": [{"_id": "p", "name": "Contoh Nama", "memberships": [{"organization_id": "o"}]}],
    }
    assert rows(found(content), TableName.EMPLOYEES) == [
        {"name": "Nama Contoh", "unit_id": "o"},
        {"employee_id": "p", "name": "Contoh Nama", "unit_id": "o"},
    ]


def test_a_bare_list_of_organisations_is_popolo() -> None:
    assert len(rows(found(POPOLO["organizations"]), TableName.UNITS)) == 2


@pytest.mark.parametrize(
    "content", [{"units": []}, {"data": [{"@id": 1}]}, [], {"posts": "x"}, {"@graph": "x"}]
)
def test_other_documents_are_left_to_others(content: object) -> None:
    assert read(content) is None


@pytest.mark.parametrize(
    "content", [{"posts": []}, [{"@type": "org:Post"}], {"organizations": [], "persons": []}]
)
def test_a_document_without_organisations_is_refused(content: object) -> None:
    with pytest.raises(UnusableInput) as caught:
        read(content)
    assert caught.value.problems[0].key == "input.no_org_file"
