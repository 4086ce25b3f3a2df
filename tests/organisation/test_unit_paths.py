from asn_restruktur.organisation.unit_paths import above, joined, last


def test_a_path_is_taken_apart_as_it_was_joined() -> None:
    path = joined(["Dinas Air", "Bidang Sungai", "Seksi Muara"])
    assert above(path) == joined(["Dinas Air", "Bidang Sungai"])
    assert last(path) == "Seksi Muara"


def test_nothing_stands_above_a_name_alone() -> None:
    assert (above("Dinas Air"), last("Dinas Air")) == ("", "Dinas Air")


def test_signs_that_names_hold_do_not_divide_a_path() -> None:
    for name in ("Seksi A > B", "Seksi A/B", "Seksi A - B", "1.2.3"):
        assert (above(name), last(name)) == ("", name)
