import pytest

from asn_restruktur.organisation.unit_words import government_endings, readings

OWN = government_endings("Kota Teladan", [])


def read(name: str) -> list[str]:
    return [" ".join(words) for words in readings(name, OWN)]


@pytest.mark.parametrize(
    "name",
    [
        "Dinas Kesehatan",
        "DINAS  KESEHATAN KOTA TELADAN",
        "Dinas Kesehatan Pemerintah Kota Teladan",
        "Dinas Kesehatan Kota",
        "Dinkes",
        "Dinkes Kota Teladan",
        "Dinas Kes.",
        "Din. Kesehatan",
        "Kepala Dinas Kesehatan",
        "Kadis Kesehatan",
        "Kadinkes",
        "Plt. Kadinkes",
        "Dinas Kesehatan (Dinkes)",
    ],
)
def test_a_perangkat_daerah_has_one_name(name: str) -> None:
    assert read(name) == ["dinas kesehatan"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Sub. Bag. Umum & Kepegawaian", "subbagian umum kepegawaian"),
        ("Kasubbag Umpeg", "subbagian umum kepegawaian"),
        ("Bid. Yankes", "bidang pelayanan kesehatan"),
        ("D.P.U.P.R.", "dinas pekerjaan umum penataan ruang"),
        ("UPT PKM Cempaka", "puskesmas cempaka"),
        ("Kantor Camat Sukasari", "kecamatan sukasari"),
        ("Camat Sukasari", "kecamatan sukasari"),
        ("Satpol PP", "satuan polisi pamong praja"),
        ("Satuan Polisi Pamong Praja", "satuan polisi pamong praja"),
        ("Badan Kesbangpol", "badan kesatuan bangsa politik"),
        ("Sekda", "sekretariat daerah"),
        ("Inspektur Pembantu Wilayah III", "irban 3"),
        ("Direktur RSUD Teladan", "rsud teladan"),
        ("Pemerintah Kota Teladan", "kota teladan"),
    ],
)
def test_abbreviations_are_written_out_and_heads_stand_for_their_unit(
    name: str, words: str
) -> None:
    assert read(name) == [words]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas Kesehatan", "UPTD Kesehatan"),
        ("Bidang Sosial", "Dinas Sosial"),
        ("Kecamatan Sukasari", "Kelurahan Sukasari"),
        ("Seksi Pelayanan (Barat)", "Seksi Pelayanan (Timur)"),
        ("Asisten I", "Asisten II"),
        ("Kecamatan Kota Teladan", "Kecamatan"),
    ],
)
def test_names_that_are_two_units_stay_apart(one: str, other: str) -> None:
    assert not set(read(one)) & set(read(other))


def test_an_abbreviation_may_mean_more_than_one_name() -> None:
    assert read("BKD") == [
        "badan kepegawaian pengembangan sumber daya manusia",
        "badan kepegawaian daerah",
        "badan keuangan daerah",
    ]


def test_without_a_known_government_the_units_tell_its_name() -> None:
    names = ["Dinas Sosial Kab. Contoh", "Inspektorat Kabupaten Contoh", "Kelurahan Kota Baru"]
    assert government_endings("", names) == (("kabupaten", "contoh"), ("kabupaten",))


def test_the_names_of_two_governments_are_never_left_out() -> None:
    names = ["Dinas Sosial Kota Contoh", "Dinas Sosial Kota Teladan"]
    assert government_endings("", names) == ()
    assert readings(names[0], ()) != readings(names[1], ())
