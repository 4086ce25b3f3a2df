import pytest

from asn_restruktur.organisation.hierarchy import hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.reporters.short_names import short_names
from asn_restruktur.vocabulary import TableName
from reporters.report_factory import frame_of


def _short(*names: str) -> list[str]:
    rows = [{"unit_id": str(at), "name": name, "kind": "dinas"} for at, name in enumerate(names)]
    organisation = Organisation(tables={TableName.UNITS: frame_of(TableName.UNITS, rows, "Unit")})
    return list(short_names(hierarchy(organisation)).values())


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Dinas Kesehatan", "Dinkes"),
        ("DINAS  KESEHATAN", "Dinkes"),
        ("Kecamatan Melati", "Kec. Melati"),
        ("Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana", "DP3AKB"),
        ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "DPMPTSP"),
        ("Dinas Bunga", "Dinas Bunga"),
        ("Balai Besar Pengujian Alat", "Balai Besar Pengujian Alat"),
        ("", ""),
    ],
)
def test_a_short_name_is_the_one_officials_use(name: str, short: str) -> None:
    assert _short(name, "Dinas Lain Sekali")[0] == short


def test_two_units_with_one_short_name_keep_their_own() -> None:
    assert _short("Dinas Alam Bumi", "Dinas Air Bersih") == ["Dinas Alam Bumi", "Dinas Air Bersih"]
