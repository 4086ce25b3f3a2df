import pytest

from asn_restruktur.organisation.education import Education, education


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("S-1", "S1"),
        ("S.1", "S1"),
        ("Strata 1", "S1"),
        ("Sarjana", "S1"),
        ("S-1/Sarjana", "S1"),
        ("D-IV/D4", "D4"),
        ("Sarjana Terapan", "D4"),
        ("DIII", "D3"),
        ("Diploma III/Sarjana Muda", "D3"),
        ("SLTA/SMA/SMK/Sederajat", "SMA"),
        ("SLTA Kejuruan", "SMA"),
        ("MA", "SMA"),
        ("SMEA", "SMA"),
        ("SLTP", "SMP"),
        ("Sekolah Dasar", "SD"),
        ("Magister", "S2"),
        ("Pasca Sarjana", "S2"),
        ("Doktor", "S3"),
        ("Profesi", "Profesi"),
        ("Sp.1", "Profesi"),
        ("n/a", ""),
    ],
)
def test_a_level_of_education_has_one_spelling(written: str, level: str) -> None:
    assert education(written) == Education(level)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("S1 Kedokteran", Education("S1", "Kedokteran")),
        ("D.III Keperawatan", Education("D3", "Keperawatan")),
        ("S2 - Kesehatan Masyarakat", Education("S2", "Kesehatan Masyarakat")),
        ("S1 (Sarjana Teknik Sipil)", Education("S1", "Teknik Sipil")),
        ("STM Mesin", Education("SMA", "Mesin")),
        ("Ilmu Hukum (S1)", Education("S1", "Ilmu Hukum")),
        ("Profesi Ners", Education("Profesi", "Profesi Ners")),
        ("S1 Profesi Apoteker", Education("Profesi", "S1 Profesi Apoteker")),
    ],
)
def test_the_field_of_study_is_told_from_the_level(written: str, meant: Education) -> None:
    assert education(written) == meant


@pytest.mark.parametrize("written", ["S1/S2", "D-IV / S-1", "Kedokteran", "?"])
def test_no_level_or_two_levels_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        education(written)
