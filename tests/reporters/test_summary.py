import pytest
from report_factory import city_report, one_unit_report, report_of

from asn_restruktur.organisation.model import Government, Organisation
from asn_restruktur.reporters.forms import renderer
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.reporters.summary import headline
from asn_restruktur.vocabulary import Form, Language

NOTHING = report_of(Organisation(tables={}, government=Government(name="Kota Contoh")))
ID = catalogue(Language.ID)


def test_without_a_unit_the_headline_says_what_to_fill_in() -> None:
    assert headline(NOTHING, ID).startswith("Tidak ada unit yang dibaca")


def test_with_units_but_no_statement_the_headline_says_so() -> None:
    assert headline(one_unit_report(), ID).startswith("Tidak ada rumusan")


def test_with_both_the_headline_says_what_was_found() -> None:
    assert headline(city_report(), ID).startswith("Tiga tugas dikerjakan dua kali")


@pytest.mark.parametrize("form", [Form.HTML, Form.MD])
def test_every_report_to_read_tells_that_no_unit_was_read(form: Form) -> None:
    ((_, content),) = renderer(form)(NOTHING).items()
    assert "Tidak ada unit yang dibaca" in content.decode()
