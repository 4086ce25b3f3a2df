import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from asn_restruktur.reporters.html import render
from asn_restruktur.reporters.html.wording import Wording
from asn_restruktur.reporters.messages.catalogue import catalogue
from asn_restruktur.reporters.report import Report
from asn_restruktur.vocabulary import Language
from reporters.report_factory import city_report, one_unit_report, quiet_report

LICENCE = "https://github.com/tokotype/PlusJakartaSans"
SVG = "http://www.w3.org/2000/svg"
PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "</style><b>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "<!--",
    "]]>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "&lt;i&gt;",
    "\u202egnisrever\u2066",
    "\0\x1b[31m",
    "\u2028\u2029",
    "} body { display: none } /*",
    "{unit} {0} %s",
]


class _Page(HTMLParser):
    """Elements with their attributes, and the text of each that carries a figure."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.figures: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self._open: list[str] = []
        self._figure = ""
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        self._open.append(tag)
        self._figure = attributes.get("data-figure", "")

    def handle_endtag(self, tag: str) -> None:
        del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in self.raw:
            self.raw[self._open[-1]].append(data)
        else:
            self.texts.append(data)
        if self._figure:
            self.figures.append((self._figure, data))
            self._figure = ""

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    @property
    def content(self) -> dict[str, object]:
        loaded = json.loads(self.raw["script"][0])
        assert isinstance(loaded, dict)
        return loaded

    def all(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def _page(report: Report) -> _Page:
    return _Page(render(report)["report.html"])


@pytest.fixture(scope="module", params=list(Language))
def report(request: pytest.FixtureRequest) -> Report:
    return city_report(request.param)


@pytest.fixture(scope="module")
def page(report: Report) -> _Page:
    return _page(report)


@pytest.fixture(scope="module")
def clean() -> _Page:
    return _page(city_report())


def test_every_number_shown_is_a_figure_of_the_report(report: Report, page: _Page) -> None:
    say = Wording(report)
    assert len(page.figures) > 40
    for key, shown in page.figures:
        assert shown.casefold() in {say.number(key), say.spelled(key)}, key


def test_the_script_gets_every_figure_as_the_language_writes_it(
    report: Report, page: _Page
) -> None:
    say = Wording(report)
    assert page.content["figures"] == {key: say.number(key) for key in report.figures}


def test_no_bare_number_stands_on_the_first_screen(page: _Page) -> None:
    shown = {text for _, text in page.figures}
    start = page.text.index(" · ")
    end = page.text.index("1", page.text.index("89"))
    numbers = set(re.findall(r"\b\d+\b", page.text[start:end]))
    assert numbers - shown <= {"1", "2026", "3", "2"}


def test_nothing_is_loaded_from_anywhere(page: _Page, report: Report) -> None:
    source = render(report)["report.html"].decode("utf-8")
    assert set(re.findall(r"https?://[^\s\"'()<>]+", source)) == {LICENCE, SVG}
    assert not page.all("src")
    assert all(href.startswith("#") for href in page.all("href"))
    assert not {tag for tag, _ in page.elements} & {"link", "img", "iframe", "object", "base"}


def test_the_policy_allows_the_one_style_and_the_one_script_by_their_hashes(page: _Page) -> None:
    policy = next(
        attributes["content"]
        for tag, attributes in page.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    style, script = "".join(page.raw["style"]), page.raw["script"][-1]

    def hashed(text: str) -> str:
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

    assert policy == (
        f"default-src 'none'; script-src {hashed(script)}; style-src {hashed(style)}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def test_no_element_has_a_style_or_a_handler_of_its_own(page: _Page) -> None:
    names = {name for _, attributes in page.elements for name in attributes}
    assert "style" not in names
    assert not [name for name in names if name.startswith("on")]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_text_of_strangers_is_text(payload: str, clean: _Page) -> None:
    spoiled = _page(city_report(spoil=lambda text: f"{text} {payload}"))
    shape = [(tag, sorted(attributes)) for tag, attributes in clean.elements]
    assert [(tag, sorted(attributes)) for tag, attributes in spoiled.elements] == shape
    assert len(spoiled.raw["script"]) == 2
    assert spoiled.content.keys() == clean.content.keys()
    assert spoiled.raw["script"][-1] == clean.raw["script"][-1]


def test_the_title_in_the_style_cannot_leave_its_string() -> None:
    spoiled = _page(city_report(spoil=lambda text: f'{text}"; }} </style> \\'))
    rule = re.search(r'@bottom-left \{ content: "([^"]*)";', "".join(spoiled.raw["style"]))
    assert rule is not None
    assert re.fullmatch(r"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )+", rule.group(1))


def test_two_renderings_are_the_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "import hashlib, sys; sys.path.insert(0, 'tests')\n"
        "from reporters.report_factory import city_report\n"
        "from asn_restruktur.reporters.html import render\n"
        "print(hashlib.sha256(render(city_report())['report.html']).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert digests == {hashlib.sha256(render(city_report())["report.html"]).hexdigest() + "\n"}


def test_both_languages_have_the_same_keys_and_the_same_values_to_fill_in() -> None:
    ours, theirs = catalogue(Language.ID), catalogue(Language.EN)
    assert ours.keys("html") == theirs.keys("html")

    def fields(template: str | dict[str, str]) -> set[str]:
        texts = template.values() if isinstance(template, dict) else [template]
        return {name for text in texts for name in re.findall(r"\{(\w+)\}", text)}

    for key in ours.keys("html"):
        assert fields(ours.template(key)) == fields(theirs.template(key)), key


def test_no_template_is_left_unfilled(page: _Page, report: Report) -> None:
    assert not re.findall(r"\{\w*\}", page.text)
    assert dict(page.elements[0][1])["lang"] == str(report.lang)


def test_ids_are_unique_and_every_link_leads_somewhere(page: _Page) -> None:
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    made_by_script = re.compile(r"#(?:unit-|pasangan-|temuan\?)")
    for href in page.all("href"):
        assert href[1:] in ids or made_by_script.match(href), href


def test_the_sections_are_those_that_have_data() -> None:
    def sections(report: Report) -> list[str]:
        ids = _page(report).all("id")
        known = ("struktur", "tumpang", "layanan", "koordinasi", "rekomendasi", "temuan")
        return [name for name in known if name in ids]

    assert sections(city_report()) == [
        "struktur",
        "tumpang",
        "layanan",
        "koordinasi",
        "rekomendasi",
        "temuan",
    ]
    assert sections(quiet_report()) == ["struktur", "tumpang", "layanan", "koordinasi", "temuan"]
    assert sections(one_unit_report()) == ["struktur", "temuan"]


def test_the_sentence_claims_what_was_checked() -> None:
    assert "Tiga tugas dikerjakan dua kali dan dua layanan tidak punya koordinator." in re.sub(
        r" (?=tugas|layanan)", " ", _page(city_report()).text
    )
    assert (
        "Tidak ada tugas ganda di antara empat rumusan yang dibaca." in _page(quiet_report()).text
    )
    assert "jadi tumpang tindih tidak diperiksa." in _page(one_unit_report()).text


def test_one_unit_has_no_chart_and_no_thumbnail() -> None:
    single = _page(one_unit_report())
    assert "unit-page" in single.all("id")
    assert not [cls for cls in single.all("class") if cls in {"org", "thumb", "heat"}]


def test_without_script_the_findings_and_recommendations_stand_in_the_page(
    report: Report, page: _Page
) -> None:
    ids = page.all("id")
    for finding in report.findings:
        assert f"temuan-{finding.fingerprint}" in ids
    for advice in report.recommendations:
        assert f"rekomendasi-{advice.rank}" in ids


def test_style_and_script_keep_their_budgets(page: _Page) -> None:
    style = re.sub(r"base64,[A-Za-z0-9+/=]+", "", "".join(page.raw["style"]))
    assert len(style.encode("utf-8")) <= 30_000
    assert len(page.raw["script"][-1].encode("utf-8")) <= 60_000
