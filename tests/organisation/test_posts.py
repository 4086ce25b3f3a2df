from asn_restruktur.organisation.model import Organisation
from raw_tables import Row, organisation, raw, told, units


def tree(city: Organisation) -> list[tuple[str, str, str]]:
    columns = ["unit_id", "name", "parent_id"]
    return list(city.units[columns].itertuples(index=False, name=None))


def unit_of(city: Organisation) -> dict[str, str]:
    return dict(city.positions[["position_id", "unit_id"]].to_numpy())


def post(position: str, superior: str, title: str, unit: str = "", **more: object) -> Row:
    return {"position_id": position, "unit_id": unit or None, "title": title,
            "reports_to": superior or None, **more}  # fmt: skip


SETJEN = [
    post("u7", "u5", "Pengelola Data", "Subbagian Umum", kind="JABATAN PELAKSANA"),
    post("u5", "u2", "Kepala Subbagian Umum", "Subbagian Umum", kind="ESELON IV"),
    post("u6", "u3", "Kepala Subbagian Umum", "Subbagian Umum", kind="ESELON IV"),
    post("u2", "u1", "Kepala Biro Hukum", "Biro Hukum", kind="ESELON II"),
    post("u3", "u1", "Kepala Biro Keuangan", "Biro Keuangan", kind="ESELON II"),
    post("u8", "u3", "Pranata Komputer Ahli Pertama", "Biro Keuangan", kind="JFT"),
    post("u1", "", "Sekretaris Jenderal", "Sekretariat Jenderal", kind="ESELON I"),
]


def test_a_tree_of_posts_with_the_names_of_their_units_makes_the_tree_of_units() -> None:
    city = organisation(raw("positions", SETJEN))
    assert tree(city) == [
        ("biro-hukum.subbagian-umum", "Subbagian Umum", "biro-hukum"),
        ("biro-keuangan.subbagian-umum", "Subbagian Umum", "biro-keuangan"),
        ("biro-hukum", "Biro Hukum", "sekretariat-jenderal"),
        ("biro-keuangan", "Biro Keuangan", "sekretariat-jenderal"),
        ("sekretariat-jenderal", "Sekretariat Jenderal", ""),
    ]
    assert unit_of(city)["u7"] == "biro-hukum.subbagian-umum"
    assert unit_of(city)["u8"] == "biro-keuangan"
    assert [key for key, _, _ in told(city)] == ["DAT115.named"]


def test_the_order_of_posts_does_not_matter() -> None:
    there = organisation(raw("positions", SETJEN))
    back = organisation(raw("positions", SETJEN[::-1]))
    assert sorted(tree(there)) == sorted(tree(back))
    assert unit_of(there) == unit_of(back)


def test_posts_without_units_belong_to_the_unit_of_the_nearest_head() -> None:
    rows = [
        {"title": "Kepala Dinas Kesehatan"},
        {"title": "Sekretaris", "reports_to": "Kepala Dinas Kesehatan"},
        {"title": "Kabid Gizi", "reports_to": "Kepala Dinas Kesehatan"},
        {"title": "Kasubbag Umum", "reports_to": "Sekretaris"},
        {"title": "Nutrisionis Ahli Muda", "reports_to": "Kabid Gizi", "kind": "JF"},
        {"title": "Kepala Seksi Gizi Ibu", "reports_to": "Nutrisionis Ahli Muda"},
    ]
    city = organisation(raw("positions", rows))
    assert tree(city) == [
        ("dinas-kesehatan", "Dinas Kesehatan", ""),
        ("sekretariat", "Sekretariat", "dinas-kesehatan"),
        ("bidang-gizi", "Bidang Gizi", "dinas-kesehatan"),
        ("subbagian-umum", "Subbagian Umum", "sekretariat"),
        ("seksi-gizi-ibu", "Seksi Gizi Ibu", "bidang-gizi"),
    ]
    assert list(city.positions["unit_id"]) == [
        "dinas-kesehatan", "sekretariat", "bidang-gizi", "subbagian-umum", "bidang-gizi",
        "seksi-gizi-ibu",
    ]  # fmt: skip
    assert list(city.positions["reports_to"])[3] == "sekretariat.sekretaris"
    assert [key for key, _, _ in told(city)] == ["DAT115.headed"]
    assert list(city.positions["is_head"])[:3] == [True] * 3


def test_heads_below_one_named_unit_make_units_of_their_own() -> None:
    rows = [
        post("a", "", "Kepala Dinas Sosial", "Dinas Sosial"),
        post("b", "a", "Kepala Bidang Rehabilitasi", "Dinas Sosial"),
        post("c", "b", "Pekerja Sosial Ahli Muda", "Dinas Sosial", kind="JF"),
    ]
    city = organisation(raw("positions", rows))
    assert unit_of(city) == {
        "a": "dinas-sosial", "b": "bidang-rehabilitasi", "c": "bidang-rehabilitasi",
    }  # fmt: skip


def test_a_superiors_title_that_two_posts_have_is_told_with_both() -> None:
    rows = [
        {"title": "Kepala Dinas A"},
        {"title": "Kepala Dinas B"},
        {"title": "Sekretaris", "reports_to": "Kepala Dinas A"},
        {"title": "Sekretaris", "reports_to": "Kepala Dinas B"},
        {"title": "Kasubbag Umum", "reports_to": "Sekretaris"},
    ]
    city = organisation(raw("positions", rows))
    assert [key for key, _, _ in told(city)] == ["DAT115.headed", "DAT106.several"]
    assert dict(city.findings[1].params)["units"] == (
        "dinas-a.sekretariat.sekretaris",
        "dinas-b.sekretariat.sekretaris",
    )
    assert ("subbagian-umum", "Subbagian Umum", "") in tree(city)


def test_the_perangkat_daerah_tells_two_superiors_of_one_title_apart() -> None:
    rows: list[Row] = []
    for name in ("Dinas A", "Dinas B"):
        rows += [
            {"title": "Sekretaris", "top_unit": name},
            {"title": "Kasubbag Umum", "reports_to": "Sekretaris", "top_unit": name},
        ]
    city = organisation(raw("positions", rows))
    assert sorted(city.units["unit_id"]) == [
        "dinas-a", "dinas-a.sekretariat", "dinas-a.sekretariat.subbagian-umum",
        "dinas-b", "dinas-b.sekretariat", "dinas-b.sekretariat.subbagian-umum",
    ]  # fmt: skip
    assert list(city.positions["reports_to"])[1] == "dinas-a.sekretariat.sekretaris"


def test_a_ring_of_superiors_ends() -> None:
    rows = [post("a", "b", "Kepala Dinas A"), post("b", "a", "Kepala Bidang B")]
    city = organisation(raw("positions", rows))
    assert len(city.units) == 2


def test_declared_units_stay_as_they_are() -> None:
    city = organisation(
        raw("units", units("1: Dinas Sosial")),
        raw("positions", [post("a", "", "Kepala Dinas Sosial", "1"),
                          post("b", "a", "Kepala Bidang Rehabilitasi", "1")]),
    )  # fmt: skip
    assert tree(city) == [("1", "Dinas Sosial", "")]
    assert told(city) == []


def test_without_superiors_the_order_of_rows_is_the_hierarchy() -> None:
    titles = ["Kepala Dinas Sosial", "Sekretaris", "Kasubbag Umum", "Arsiparis Terampil",
              "Kabid Rehabilitasi", "Kasi Lansia"]  # fmt: skip
    rows = [{"title": title, "unit_id": "Dinas Sosial"} for title in titles]
    city = organisation(raw("positions", rows))
    assert tree(city) == [
        ("dinas-sosial", "Dinas Sosial", ""),
        ("sekretariat", "Sekretariat", "dinas-sosial"),
        ("subbagian-umum", "Subbagian Umum", "sekretariat"),
        ("bidang-rehabilitasi", "Bidang Rehabilitasi", "dinas-sosial"),
        ("seksi-lansia", "Seksi Lansia", "bidang-rehabilitasi"),
    ]
    assert city.positions.at[3, "unit_id"] == "subbagian-umum"
    assert [key for key, _, _ in told(city)] == ["DAT115.ordered"]


def test_posts_that_name_units_but_no_superior_leave_them_beside_each_other() -> None:
    city = organisation(raw("positions", [post("a", "", "Kepala Bidang Gizi", "Dinas Kesehatan")]))
    assert tree(city) == [("dinas-kesehatan", "Dinas Kesehatan", "")]
    assert told(city) == []
