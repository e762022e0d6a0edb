"""`waterpas read`: questions about documents, in four forms and two languages."""

import csv
import io
import json
from functools import partial
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import jsonschema
import pytest

from tests.command import waterpas
from tests.unit.reading.making import ALL, docx, pdf

SCHEMA = json.loads(files("waterpas").joinpath("schemas/reading-v1.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PARTS = [
    ("heading", 1, "Toezicht op de bijstand"),
    ("paragraph", None, "De dienst kiest met een risicoprofiel wie een controle krijgt."),
    ("heading", 2, "Werkwijze"),
    ("paragraph", None, "Wij gebruiken nooit risicoprofielen."),
    ("paragraph", None, "Er is een vertrouwenspersoon, en in 2027 volgt een evaluatie."),
    ("paragraph", None, "Indien iemand bezwaar maakt, wordt het besluit opnieuw bekeken."),
]
QUESTION = "Welke kenmerken zitten in dit profiel"
LABELS = ("Vraag", "Waarom", "Kan onschuldig zijn")


@pytest.fixture
def call(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    return partial(waterpas, capsys, monkeypatch, "read")


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "nota.docx"
    path.write_bytes(docx(PARTS))
    return path


def test_text_gives_a_card_with_address_question_reason_and_what_may_be_innocent(call, note):
    outcome = call(note)

    flat = " ".join(outcome.out.split())
    assert outcome.code == 0
    assert "onder 'Toezicht op de bijstand', alinea 2" in flat
    assert "'De dienst kiest met een risicoprofiel wie een controle krijgt.'" in flat
    assert f"Vraag: {QUESTION}" in flat
    assert all(f"{label}: " in outcome.out for label in LABELS)
    assert "N05 (Niet vaker controle of verdenking)" in flat


def test_what_is_present_stands_apart_from_what_is_asked_and_takes_no_card_away(call, note):
    """The same text without the sentence on evaluation has the same cards."""
    with_it = json.loads(call(note, "--format", "json").out)["documents"][0]
    note.write_bytes(docx([part for part in PARTS if "2027" not in part[2]]))
    without = json.loads(call(note, "--format", "json").out)["documents"][0]

    assert len(with_it["presence"]) > len(without["presence"])
    assert [card["question"] for card in with_it["cards"]] == [
        card["question"] for card in without["cards"]
    ]


def test_what_the_text_seems_to_forbid_stands_apart_with_that_remark(call, note):
    text = call(note).out

    asked, _, rejected = text.partition("De tekst lijkt dit te verbieden of te beschrijven")
    assert "met een risicoprofiel" in asked
    assert "nooit risicoprofielen" not in asked
    assert "De tekst lijkt dit te verbieden of af te wijzen." in rejected


def test_what_is_absent_is_a_question(call, note):
    assert "- Hoeveel geld en tijd is er voor, en tot wanneer?" in call(note).out


def test_readability_is_help_for_the_writer_and_no_mark(call, note):
    text = call(note).out.partition("Hulp voor wie schrijft")[2]

    assert "Zij zegt niets over het beleid." in text
    assert "Schrijf liever: als." in text


def test_of_a_text_in_another_language_nothing_is_absent_and_nothing_is_measured(call, tmp_path):
    english = "The municipality decides what is needed for the people of this city. " * 9
    (tmp_path / "note.txt").write_text(english)
    text = call("note.txt").out
    found = json.loads(call("note.txt", "--format", "json").out)

    assert "lijkt niet Nederlands" in text
    assert "Wat wij niet vonden" not in text
    assert "Flesch" not in text
    VALIDATOR.validate(found)
    assert found["documents"][0]["absent"] == []
    assert found["documents"][0]["readability"] is None


@pytest.mark.parametrize("kind", ALL)
def test_every_kind_of_document_is_read(call, tmp_path, kind):
    path = tmp_path / f"nota.{kind}"
    path.write_bytes(ALL[kind](PARTS))

    assert QUESTION in " ".join(call(path).out.split())


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("view", [(), ("--all",)])
def test_json_is_of_the_documented_form(call, note, tmp_path, lang, view):
    (tmp_path / "blad.pdf").write_bytes(pdf(PARTS))
    (tmp_path / "kapot.pdf").write_bytes(b"%PDF-1.7 rommel")

    found = json.loads(
        call(note, "blad.pdf", "kapot.pdf", "--format", "json", "--lang", lang, *view).out
    )

    VALIDATOR.validate(found)
    assert [document["name"] for document in found["documents"]] == ["nota.docx", "blad.pdf"]
    assert found["documents"][1]["cards"][0]["place"]["page"] == 1
    assert [file["name"] for file in found["not_read"]] == ["kapot.pdf"]


def plant_score(found):
    found["documents"][0]["score"] = 7


def drop_place(found):
    del found["documents"][0]["cards"][0]["place"]


@pytest.mark.parametrize("fault", [plant_score, drop_place])
def test_json_of_another_form_is_refused(call, note, fault):
    found = json.loads(call(note, "--format", "json").out)
    fault(found)

    assert not VALIDATOR.is_valid(found)


def test_all_shows_what_the_default_view_leaves_out(call, tmp_path):
    (tmp_path / "nota.txt").write_text("De doelgroep krijgt een huisbezoek.")
    usual = json.loads(call("nota.txt", "--format", "json").out)["documents"][0]["cards"]
    everything = json.loads(call("nota.txt", "--format", "json", "--all").out)["documents"][0]

    assert {card["pattern"] for card in usual} < {card["pattern"] for card in everything["cards"]}


def test_csv_has_one_row_per_card(call, note):
    rows = list(csv.DictReader(io.StringIO(call(note, "--format", "csv").out)))
    cards = json.loads(call(note, "--format", "json").out)["documents"][0]["cards"]

    assert len(rows) == len(cards) >= 2
    assert rows[0]["document"] == "nota.docx"
    assert rows[0]["question"] == cards[0]["question"]
    assert rows[0]["place"] == cards[0]["place"]["text"]


def test_csv_of_a_text_without_a_card_has_its_columns_and_runs_no_formula(call, tmp_path):
    (tmp_path / "leeg.txt").write_text("Het loket is open.")
    (tmp_path / "som.txt").write_text("=1+1 is het risicoprofiel van de dienst.")

    assert call("leeg.txt", "--format", "csv").out.startswith("document,place,page,")
    (row,) = csv.DictReader(io.StringIO(call("som.txt", "--format", "csv").out))
    assert row["sentence"].startswith("'=1+1")


class Page(HTMLParser):
    """The tags of a page, closed in order, with the levels of its headings."""

    def __init__(self, text):
        super().__init__()
        self.open, self.levels, self.langs, self.ids, self.links = [], [], [], [], []
        self.words = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        if tag[0] == "h" and tag[1:].isdigit():
            self.levels.append(int(tag[1:]))
        self.langs += [(tag, values["lang"])] if "lang" in values else []
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if "href" in values else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


def test_html_is_one_page_that_stands_alone_with_headings_in_order(call, note, tmp_path):
    (tmp_path / "<b>.txt").write_text("Een <script> en een risicoprofiel.")
    text = call(note, "<b>.txt", "--format", "html", "--lang", "en").out
    page = Page(text)

    assert page.levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(page.levels))
    assert {link.removeprefix("#") for link in page.links} == set(page.ids)
    assert ("html", "en") in page.langs
    assert ("blockquote", "nl") in page.langs
    assert "Een <script> en een risicoprofiel." in page.words
    assert "default-src 'none'" in text
    assert "http" not in text.replace("http-equiv", "")


def test_pasted_text_is_read_from_standard_input(call, monkeypatch):
    text = "Het college kiest met een risicoprofiel."
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    found = json.loads(call("-", "--format", "json", "--lang", "en").out)

    assert found["documents"][0]["name"] == "The pasted text"
    assert len(found["documents"][0]["cards"]) == 1


def test_a_document_may_come_through_a_pipe(call, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pdf(PARTS))))

    assert json.loads(call("-", "--format", "json").out)["documents"][0]["pages"] == 1


def test_one_bad_file_gets_one_line_and_does_not_stop_the_others(call, note, tmp_path):
    (tmp_path / "kapot.pdf").write_bytes(b"%PDF-1.7 rommel")

    outcome = call("kapot.pdf", "weg.txt", note)

    assert outcome.code == 2
    assert [line.split(" is ")[0] for line in outcome.err.splitlines()] == [
        "kapot.pdf",
        "Het bestand 'weg.txt'",
    ]
    assert QUESTION in " ".join(outcome.out.split())


def test_when_nothing_can_be_read_nothing_is_written(call, tmp_path):
    outcome = call("weg.txt", "--output", "uit.txt")

    assert (outcome.code, outcome.out) == (2, "")
    assert not (tmp_path / "uit.txt").exists()


def test_the_same_document_twice_is_shown_once_with_both_names(call, note, tmp_path):
    (tmp_path / "kopie.docx").write_bytes(note.read_bytes())
    (document,) = json.loads(call(note, "kopie.docx", "--format", "json").out)["documents"]

    assert (document["name"], document["also"]) == ("nota.docx", ["kopie.docx"])


def test_a_document_is_never_written_over(call, note):
    before = note.read_bytes()
    outcome = call(note, "--output", note)

    assert outcome.code == 2
    assert note.read_bytes() == before


def test_without_a_document_the_sentence_says_which_word_is_missing(call):
    outcome = call()

    assert outcome.code == 2
    assert outcome.err.startswith("Er ontbreekt iets: DOCUMENT.")


@pytest.mark.parametrize("form", ["text", "html", "csv", "json"])
def test_the_folder_of_a_document_is_nowhere_in_the_output(call, note, form):
    assert str(note.parent) not in call(note, "--format", form).out


def test_no_form_speaks_of_a_verdict_or_a_mark(call, note):
    for form in ("text", "html", "csv"):
        low = call(note, "--format", form).out.lower()
        words = low.partition("</style>")[2] or low
        assert not [word for word in ("score", "percentage", "racistisch") if word in words]
