"""The papers at the door: licence, catalogue entry, list of changes, glossary."""

import hashlib
import re
import tomllib
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.urls import reverse

from tests.command import waterpas
from tests.duo_workbook import duo_workbook
from tests.web.world import NOON, logged_in
from waterpas.cli.main import COMMANDS
from waterpas.web.studies.example_studies import store_example
from waterpas.web.studies.examples import EXAMPLES

ROOT = Path(__file__).parents[2]
LICENCE = (ROOT / "LICENSE").read_text(encoding="utf-8")
PUBLICCODE: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "begrippen.md").read_text(encoding="utf-8")
WRITING = (ROOT / "docs" / "hoe-wij-schrijven.md").read_text(encoding="utf-8")


# The text of the SPDX licence list for EUPL-1.2, with one line end at the end.
OFFICIAL_SHA256 = "57fb42fbcd0b037ce528ed8f72f1ec095d67bc6825ecf1448ff39be1fe68a4b4"
ARTICLES = [
    "Definitions",
    "Scope of the rights granted by the Licence",
    "Communication of the Source Code",
    "Limitations on copyright",
    "Obligations of the Licensee",
    "Chain of Authorship",
    "Disclaimer of Warranty",
    "Disclaimer of Liability",
    "Additional agreements",
    "Acceptance of the Licence",
    "Information to the public",
    "Termination of the Licence",
    "Miscellaneous",
    "Jurisdiction",
    "Applicable Law",
]


class TestLicence:
    def test_is_the_official_text_to_the_letter(self) -> None:
        assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == OFFICIAL_SHA256

    def test_opens_as_the_official_text_does_and_is_whole(self) -> None:
        first, second = LICENCE.splitlines()[:2]

        assert first == "EUROPEAN UNION PUBLIC LICENCE v. 1.2"
        assert second == "EUPL © the European Union 2007, 2016"
        assert len(LICENCE) > 12_000

    def test_has_the_fifteen_articles_in_order_and_the_appendix(self) -> None:
        assert re.findall(r"^(\d+)\.(.+)$", LICENCE, flags=re.MULTILINE) == [
            (str(number), title) for number, title in enumerate(ARTICLES, start=1)
        ]
        assert re.search(r"^\s*Appendix$", LICENCE, flags=re.MULTILINE)

    def test_is_the_licence_that_the_package_names(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

        assert project["license"] == PUBLICCODE["legal"]["license"] == "EUPL-1.2"


class TestPubliccode:
    """The limits are those of publiccode.yml 0.5, https://yml.publiccode.tools."""

    def test_follows_version_0_5_and_has_every_mandatory_key(self) -> None:
        mandatory = {"name", "url", "platforms", "developmentStatus", "softwareType"}
        mandatory |= {"description", "legal", "maintenance", "localisation"}

        assert PUBLICCODE["publiccodeYmlVersion"] == "0.5"
        assert mandatory <= PUBLICCODE.keys()
        assert PUBLICCODE["url"].startswith("https://")

    def test_says_only_what_the_lists_of_the_standard_allow(self) -> None:
        stages = {"concept", "development", "beta", "stable", "obsolete"}

        assert PUBLICCODE["developmentStatus"] in stages
        assert PUBLICCODE["softwareType"] in {"standalone/web", "library"}
        assert PUBLICCODE["maintenance"]["type"] == "internal"
        assert PUBLICCODE["maintenance"]["contacts"]

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_description_stays_within_the_limits(self, language: str) -> None:
        description = PUBLICCODE["description"][language]

        assert 0 < len(description["shortDescription"]) <= 150
        assert "\n" not in description["shortDescription"]
        assert 150 <= len(description["longDescription"]) <= 10_000
        assert description["features"]

    def test_both_languages_tell_the_same_number_of_features(self) -> None:
        description = PUBLICCODE["description"]

        assert len(description["nl"]["features"]) == len(description["en"]["features"])
        assert PUBLICCODE["localisation"]["availableLanguages"] == ["nl", "en"]

    def test_names_no_version_that_was_never_released(self) -> None:
        released = re.findall(r"^## (\S+) – \d", CHANGES, flags=re.MULTILINE)

        assert PUBLICCODE.get("softwareVersion") == (released[0] if released else None)


class TestChanges:
    def test_speak_by_effect_under_the_agreed_headings_only(self) -> None:
        allowed = {"Nieuw", "Beter", "Hersteld", "Let op bij bijwerken"}
        headings = re.findall(r"^### (.+)$", CHANGES, flags=re.MULTILINE)

        assert headings
        assert set(headings) <= allowed

    def test_every_version_has_a_number_and_a_dutch_date_or_is_not_released(self) -> None:
        versions = re.findall(r"^## (.+)$", CHANGES, flags=re.MULTILINE)
        shape = r"\d+\.\d+\.\d+ – (Nog niet uitgebracht|\d{1,2} [a-z]+ \d{4})"

        assert versions
        assert [version for version in versions if not re.fullmatch(shape, version)] == []


# Words that a reader of our pages can meet and look up, and the terms that stay Dutch in code.
ON_PAGES = """
aanpak; aanwijzing; afgerond op tientallen; behandelaar; beleidstoets; bevinding; bron; indicator;
interval; kans; keten; kleinste verschil dat te zien was; luchtbel; maatregel; melder; melding;
met afronding erbij; meting; niet aangetoond; onderwerp; onderzoek; onzekerheid; per 1.000;
referentiegroep; register; rol; stap; steekproef; te weinig mensen; telling; trefkans; uitkomst;
verantwoording; verantwoordingsronde; verborgen cel; verhouding; verschil; verschil in punten;
vertrouwenspersoon; vingerafdruk; volledige telling;
Benjamini-Hochberg; correctie voor veel vergelijkingen; Katz; Miettinen-Nurminen; Newcombe;
score-interval; Wilson
"""
DUTCH_IN_CODE = """
gemeente; college; raad; herkomst; inburgering; bijstand; wmo; avg; dpia; ondernemingsraad;
klankbordgroep; bezwaar; schaal
"""


def words(text: str) -> set[str]:
    return {word.strip() for word in text.split(";")}


def entries() -> dict[str, str]:
    """Each term of the glossary with what stands under it, up to the next heading."""
    parts = re.split(r"^#{2,3} (.+)$", GLOSSARY, flags=re.MULTILINE)[1:]
    terms = set(re.findall(r"^### (.+)$", GLOSSARY, flags=re.MULTILINE))
    return {term: body for term, body in zip(parts[::2], parts[1::2], strict=True) if term in terms}


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors(text: str) -> list[str]:
    return [anchor(heading) for heading in re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)]


# Terms that a reader cannot be expected to know, with how they look where they are printed.
TERMS = {
    "Benjamini-Hochberg": r"Benjamini-Hochberg",
    "CBS-maatwerk": r"CBS-maatwerk",
    "Katz": r"\bKatz\b",
    "Newcombe": r"\bNewcombe\b",
    "Wilson": r"\bWilson\b",
    "aanwijzing": r"\baanwijzing\b",
    "afgerond op tientallen": r"\bafgerond op\b|\bafronding\b",
    "bron": r"\bbron\b",
    "enquête": r"\benquête\b",
    "gepaarde test": r"\bgepaarde tests?\b",
    "herkomst": r"\bherkomst\b",
    "huisbezoek": r"\bhuisbezoek\b",
    "indeling": r"\bindeling\b",
    "interval": r"\binterval(len)?\b",
    "keten": r"\bketen\b",
    "log-interval": r"\blog-interval\b",
    "luchtbel": r"\bluchtbel\b",
    "melding": r"\bmelding(en)?\b",
    "met afronding erbij": r"\bmet afronding erbij\b",
    "naast de keten": r"\bnaast de keten\b",
    "niet aangetoond": r"\bniet aangetoond\b",
    "onzekerheid": r"\bonzekerheid\b",
    "p-waarde": r"\bp-waarde\b|\bp_adjusted\b",
    "per 1.000": r"\bper 1\.000\b",
    "referentiegroep": r"\breferentie(groep)?\b",
    "rekenmotor": r"\brekenmotor\b",
    "risicoprofiel": r"\brisicoprofiel\b",
    "score-interval": r"\bscore-interval\b",
    "steekproef": r"\bsteekproef\b",
    "steekproeffout": r"\bsteekproeffout\b",
    "toets": r"\btoets\b",
    "trefkans": r"\btrefkans\b",
    "uitkomst": r"\buitkomst\b",
    "uitwonendenbeurs": r"\buitwonendenbeurs\b",
    "verhouding": r"\bverhouding\b",
    "verschil": r"\bverschil\b",
    "vignet": r"\bvignet(ten)?\b",
    "vingerafdruk": r"\bvingerafdruk\b",
}


def printed(text: str) -> set[str]:
    """The terms that stand in a text."""
    return {term for term, form in TERMS.items() if re.search(form, text, flags=re.IGNORECASE)}


@pytest.fixture
def shown(client, db, capsys, monkeypatch, tmp_path) -> str:
    """What the page of DUO and the command line say, help and figures."""
    reader = logged_in(client, "researcher")
    studies = [store_example(example=example, by=reader, now=NOON) for example in EXAMPLES]
    places = ["/", *(reverse("studies:result", args=[study.pk]) for study in studies)]
    pages = [client.get(place, headers={"Accept-Language": "nl"}).text for place in places]
    table = duo_workbook(tmp_path)
    question = ("chain", table, "--layout", "cbs-duo-2014", "--across", "herkomst", "--quiet")
    calls = [(*question, "--format", form) for form in ("text", "csv", "json")]
    calls += [(name, "--help") for name in COMMANDS]
    said = [waterpas(capsys, monkeypatch, *words).out for words in calls]
    # Names of styles are no words for readers, and a line may break anywhere.
    readable = [re.sub(r"<style.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL) for page in pages]
    return " ".join(unescape(" ".join([*readable, *said])).split())


class TestTerms:
    def test_every_term_that_is_printed_is_in_the_glossary(self, shown) -> None:
        assert printed(shown) - entries().keys() == set()

    def test_no_term_is_looked_for_that_is_not_printed(self, shown) -> None:
        assert TERMS.keys() - printed(shown) == set()

    def test_a_term_is_found_in_a_sentence_and_not_inside_another_word(self) -> None:
        assert printed("Vignetten, en een Log-interval.") == {"vignet", "log-interval", "interval"}
        assert printed("De beleidstoets en de toetsing.") == set()


class TestGlossary:
    def test_explains_every_word_of_our_pages(self) -> None:
        assert words(ON_PAGES) - entries().keys() == set()

    def test_every_term_has_one_paragraph_and_its_english(self) -> None:
        for term, body in entries().items():
            paragraphs = body.strip().split("\n\n")

            assert len(paragraphs) == 2, term
            assert re.match(r"Engels: .+\.$", paragraphs[1], flags=re.DOTALL), term

    @pytest.mark.parametrize("term", sorted(words(DUTCH_IN_CODE)))
    def test_a_word_that_stays_dutch_has_an_english_meaning_and_its_code_name(
        self, term: str
    ) -> None:
        english = entries()[term].strip().split("\n\n")[1]

        assert re.fullmatch(rf"Engels: [^`]+\. In code: `{term}`\.", english)

    def test_terms_stand_in_alphabetical_order_within_their_section(self) -> None:
        for section in re.split(r"^## ", GLOSSARY, flags=re.MULTILINE)[1:]:
            terms = re.findall(r"^### (.+)$", section, flags=re.MULTILINE)

            assert terms == sorted(terms, key=str.lower)

    def test_no_two_headings_share_an_anchor(self) -> None:
        found = anchors(GLOSSARY)

        assert len(found) == len(set(found))


@pytest.mark.parametrize("page", [GLOSSARY, WRITING], ids=["begrippen", "hoe-wij-schrijven"])
def test_links_between_the_two_pages_arrive(page: str) -> None:
    targets = {"begrippen.md": anchors(GLOSSARY), "hoe-wij-schrijven.md": anchors(WRITING)}
    targets[""] = anchors(page)
    links = re.findall(r"\]\(([\w-]*(?:\.md)?)(?:#([\w-]+))?\)", page)

    assert links
    assert [(file, place) for file, place in links if place and place not in targets[file]] == []
    assert {file for file, _ in links} <= targets.keys()


PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_arrives(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link and not link.startswith("mailto:")]

    assert [link for link in inside if not (page.parent / link).exists()] == []
