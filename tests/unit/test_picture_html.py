"""The pieces of HTML around the picture: levels, table, what it does not say."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests.tallies import duo_2014, tally_of
from waterpas.disclosure import release
from waterpas.explain import html
from waterpas.explain.picture import picture
from waterpas.explain.plain import plain_text
from waterpas.explain.style import COMPONENTS, STATIC, stylesheet
from waterpas.measure.against import EVERYBODY
from waterpas.measure.chain import chain
from waterpas.measure.groups import compare_groups
from waterpas.results import Note
from waterpas.tallies import examples

VOID = {"meta", "link", "br", "input", "img"}


class Reader(HTMLParser):
    """Checks that everything that opens closes, and keeps the words of each table row."""

    def __init__(self):
        super().__init__()
        self.open, self.rows, self.ids, self.tags = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "tr" in self.open and data.strip():
            self.rows[-1].append(data.strip())


def read(text) -> Reader:
    reader = Reader()
    reader.feed(text)
    assert reader.open == []
    return reader


@pytest.fixture(scope="module")
def duo():
    return chain(duo_2014(), across="herkomst", reference="NL", because="de grootste")


class TestAnEndThatIsNotOne:
    """The uncertainty of Europe at the first step of DUO ends at 0.996, and no longer at 1."""

    ENDS = "0,918 tot 0,996"

    def test_is_never_written_as_one_on_the_page(self, duo):
        found = unescape(html.levels(duo) + html.full_table(duo))

        assert found.count(self.ENDS) == 3  # spoken, beside the level, in the table
        assert "0,92 tot 1,00" not in found

    def test_is_written_the_same_as_a_picture_and_on_the_command_line(self, duo):
        assert self.ENDS in unescape(picture(duo))
        assert self.ENDS in plain_text(duo, "nl")

    def test_stays_precise_with_rounding_added(self):
        shipped = chain(examples.load("duo-2014"), across="herkomst", reference="NL")
        (row,) = [row for row in read(html.full_table(shipped)).rows if self.ENDS in row]

        assert row[row.index(self.ENDS) + 1] == "0,912 tot 1,002"


def test_the_ends_are_as_precise_as_the_ratio_everywhere(duo):
    """High risk outside Europe: 1.980 (1.946 to 2.0154). With one decimal an end is the ratio."""
    found = unescape(html.levels(duo) + html.full_table(duo) + picture(duo) + plain_text(duo, "nl"))

    assert found.count("1,95 tot 2,02") >= 3
    assert found.count("1,98 keer") >= 3  # beside the level, in its accessible name, in the image
    assert "1,9 tot 2,0" not in found


def small():
    """One group too small to show."""
    tally = tally_of({("a",): (400, 900), ("b",): (3, 20), ("c",): (300, 900)}, by=("g",))
    return release(compare_groups(tally, across="g", reference="a"), audience="public").result


def test_the_answer_names_the_organisation_first_and_stresses_the_figures(duo):
    text = html.answer(duo)

    assert text.startswith('<p class="nl-paragraph nl-paragraph--lead wp-answer">DUO koos <strong')
    assert '<strong class="wp-strong">6,2 keer zo vaak</strong> uit voor controle als' in text
    assert "Het echte getal ligt waarschijnlijk tussen 5,8 en 6,7 keer." in text


def test_the_answer_says_among_whom_and_in_which_year():
    shipped = chain(examples.load("duo-2014"), across="herkomst", reference="NL")

    assert "Geteld zijn: alle studenten met een beurs voor uitwonenden in 2014." in html.answer(
        shipped
    )


def test_without_anyone_to_compare_there_is_no_answer_and_no_picture():
    lonely = compare_groups(tally_of({("a",): (40, 90)}, by=("g",)), across="g", reference="a")

    assert html.answer(lonely) == ""
    assert html.levels(lonely) == ""
    assert "Alle cijfers" in html.result_fragment(lonely)


def test_every_level_has_its_row_in_the_table(duo):
    rows = read(html.full_table(duo)).rows

    assert [
        "Buiten Europa",
        "36,7",
        "6,2",
        "5,8 tot 6,7",
        "5,7 tot 6,8",
        "verschil",
        "54.820",
        "2.010",
    ] in rows
    assert ["Nederland", "5,9", "hiermee is vergeleken", "178.200", "1.050"] in rows
    assert rows[0] == [
        "Groep",
        "Per 1.000",
        "Keer zo vaak",
        "Onzekerheid (95%)",
        "Met afronding erbij",
        "Wat zien wij?",
        "Studenten",
        "Met deze uitkomst",
    ]


def test_a_difference_that_rounding_may_make_is_not_said_to_be_one_at_its_own_row():
    shipped = chain(examples.load("duo-2014"), across="herkomst", reference="NL")
    said = "verschil, tenzij de afronding het maakt"
    rows = [row for row in read(html.full_table(shipped)).rows if said in row]

    assert [row[:3] for row in rows] == [["Europa (zonder Nederland)", "136", "0,956"]]
    assert unescape(html.levels(shipped)).count(f"<small>{said}</small>") == 1
    assert picture(shipped).count(f">{said}<") == 1


@pytest.mark.parametrize(("lang", "name"), [("nl", "Iedereen"), ("en", "Everybody")])
def test_the_row_of_everybody_is_called_so_in_the_language_of_the_page(lang, name):
    tally = tally_of({("a",): (40, 100), ("b",): (60, 100)}, by=("g",))
    result = compare_groups(tally, across="g", reference=EVERYBODY)

    found = read(html.full_table(release(result, audience="internal").result, lang)).rows

    assert name in [row[0] for row in found if row]


def test_a_hit_rate_stands_in_the_table_without_a_ratio(duo):
    rows = read(html.full_table(duo)).rows

    assert [
        "Buiten Europa",
        "527",
        "Geen verhouding: wie vaker zoekt, vindt vaker.",
        "2.010",
        "1.060",
    ] in rows


def test_the_warning_of_a_hit_rate_stands_at_its_own_rows(duo):
    rows = read(html.full_table(duo)).rows
    at = rows.index(
        ["Oordeel: onterecht", "per 1.000 studenten uit de stap 'Gekozen voor controle'"]
    )
    (warning,), heads = rows[at + 1 : at + 3]

    for part in (
        "telt alleen wie al in de stap 'Gekozen voor controle' zat: per 1.000 van hen",
        "Wie daar niet in zat, is niet bekeken.",
        "niet hoe vaak het bij iedereen voorkomt, en ook niet dat de keuze goed was",
        "Wie vaker zoekt, vindt vaker: zoekt een organisatie meer bij één groep",
    ):
        assert part in warning
    assert heads == [
        "Groep",
        "Per 1.000 van hen",
        "Studenten uit 'Gekozen voor controle'",
        "Met deze uitkomst",
    ]
    assert sum("is niet bekeken" in " ".join(row) for row in rows) == 1


def test_figures_that_must_not_be_combined_are_named_above_the_table(duo):
    text = unescape(html.cautions(duo))

    assert "Niet iedereen uit 'Gekozen voor controle' zat ook in 'Hoog risico'." in text
    assert "Voeg 1,98 keer en 6,2 keer dus niet samen tot één getal." in text


def test_the_table_says_source_and_rounding_and_scrolls_by_keyboard(duo):
    text = html.full_table(duo)
    region = next(attrs for tag, attrs in read(text).tags if attrs.get("role") == "region")

    assert "Bron: test. Afgerond op 10: een aantal kan 5 hoger of lager zijn." in text
    assert region["tabindex"] == "0"
    assert region["aria-labelledby"] in read(text).ids


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("nl", "de som kan hoogstens 15 hoger of lager zijn."),
        ("en", "a sum can be at most 15 higher or lower."),
    ],
)
def test_a_sum_of_three_rounded_counts_can_be_three_times_as_far_off(lang, sentence):
    cells = {(a, b): (40, 200) for a in "pq" for b in "xyz"}
    counts = tally_of(cells, by=("one", "two"), rounded_to=10)
    apart = compare_groups(counts, across="one", by="two", reference="q")
    text = unescape(html.full_table(compare_groups(counts, across="one", reference="q"), lang))

    assert sentence in text
    assert "5 hoger of lager zijn. Hier" not in unescape(html.full_table(apart))


def test_numbers_are_right_aligned_by_class(duo):
    cells = [attrs["class"] for tag, attrs in read(html.full_table(duo)).tags if tag == "td"]

    assert any("numeric-column" in name and "numeric-data" in name for name in cells)


def test_without_rounding_there_is_no_column_for_it():
    tally = tally_of({("a",): (400, 900), ("c",): (300, 900)}, by=("g",))
    text = html.full_table(compare_groups(tally, across="g", reference="a"))

    assert "Met afronding erbij" not in text
    assert "Afgerond" not in text


def test_a_hidden_group_is_named_without_a_figure():
    rows = read(html.full_table(small())).rows

    assert ["B", "niet getoond", "niet getoond", "niet getoond"] in rows
    assert "niet getoond" in html.levels(small())


def test_differences_in_points_have_their_own_head():
    tally = tally_of({("a",): (0, 400), ("b",): (60, 400)}, by=("g",))
    text = html.full_table(compare_groups(tally, across="g", reference="a"))

    assert "Verschil per 1.000" in text
    assert "+150,0" in text


def test_strata_stand_beside_the_group():
    cells = {("a", "x"): (9, 90), ("b", "x"): (20, 90), ("a", "y"): (9, 90), ("b", "y"): (30, 90)}
    result = compare_groups(tally_of(cells, by=("g", "s")), across="g", reference="a", by=("s",))

    assert [row[0] for row in read(html.full_table(result)).rows[1:]].count("B (s x)") == 1


def test_what_it_does_not_say_holds_the_smallest_difference_and_the_reference(duo):
    text = html.not_said(duo)

    assert "niet waarom" in text
    assert "niet huidskleur, religie of ervaren racisme" in text
    assert (
        "Gekozen voor controle, herkomst buiten Europa tegen Nederland: een verschil kleiner dan "
        "1,1 per 1.000 kunnen wij hier missen."
    ) in text
    assert "Elke groep is vergeleken met studenten met herkomst Nederland. Waarom" in text
    assert "Waarom deze referentiegroep: de grootste" in text


@pytest.mark.parametrize(("cases", "said"), [(105, True), (200, False)])
def test_only_what_was_not_seen_is_said_not_to_be_absent(cases, said):
    tally = tally_of({("a",): (100, 1000), ("b",): (cases, 1000)}, by=("g",))
    text = html.not_said(compare_groups(tally, across="g", reference="a"))

    assert "kunnen wij hier missen" in text
    assert ("Niet gezien is niet hetzelfde als niet aanwezig." in text) is said


def test_it_says_which_comparisons_were_made_together(duo):
    text = unescape(html.remarks(duo))

    assert "Er zijn 4 vergelijkingen tegelijk gemaakt." in text
    assert (
        "Vergeleken met studenten met herkomst Nederland zijn: herkomst Europa; "
        "herkomst buiten Europa. Dat deden wij bij elke stap: Hoog risico; Gekozen voor controle."
    ) in text


def test_comparisons_that_are_not_in_this_result_are_only_counted():
    tally = tally_of({("a",): (100, 1000), ("b",): (90, 1000)}, by=("g",))
    result = compare_groups(tally, across="g", reference="a")
    whole = replace(result, family=4, notes=(Note("family", {"count": 4}),))

    assert "Er zijn 4 vergelijkingen" in html.remarks(whole)
    assert "Vergeleken met" not in html.remarks(whole)


def test_notes_name_steps_by_their_words(duo):
    text = unescape(html.result_fragment(duo))

    assert "zat ook in 'Hoog risico'" in text
    assert "high-risk" not in text


def test_provenance_names_source_method_and_version(duo):
    text = html.provenance(duo)

    for part in ("Bron", "test", "Katz", "Newcombe", "Waterpas 0."):
        assert part in text


def test_a_page_alone_needs_nothing_else(duo):
    page = html.standalone_page(duo, title="Wie?", publication_mark="Niet voor publicatie")

    assert page.startswith("<!doctype html>")
    assert not re.search(r"<script|<link|src=|@import|https?://(?!www\.w3\.org/2000/svg)", page)
    assert "default-src 'none'" in page
    assert '<p class="wp-stamp">Niet voor publicatie</p>' in page
    assert '@page{@top-right{content:"Niet voor publicatie"}}' in page
    read(page)


def test_a_page_alone_without_a_mark_has_no_stamp(duo):
    page = html.standalone_page(duo)

    assert '<p class="wp-stamp">' not in page
    assert "<title>Verschillen naar herkomst · Waterpas</title>" in page


def test_nothing_from_a_table_becomes_markup():
    name = '<img src=x onerror="alert(1)">'
    tally = tally_of({("a",): (90, 900), (name,): (30, 90)}, by=(name + "k",))
    result = compare_groups(tally, across=name + "k", reference="a", because=name)
    page = html.standalone_page(result, title=name, publication_mark=name)

    assert "<img" not in page
    assert page.count("&lt;img") > 5


def test_one_page_has_no_id_twice(duo):
    ids = read(html.standalone_page(duo)).ids

    assert len(ids) == len(set(ids)) == 1


def test_headings_go_down_by_one(duo):
    levels = [
        int(tag[1]) for tag, _ in read(html.standalone_page(duo)).tags if re.match(r"h\d$", tag)
    ]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_vendored_components_are_what_the_notice_says():
    from hashlib import sha256

    lines = (STATIC / "vendor/NOTICE").read_text().splitlines()
    listed = {line.split(" | ")[0]: line.split(" | ")[-1] for line in lines if ".css |" in line}
    found = {p.name: sha256(p.read_bytes()).hexdigest() for p in (STATIC / "vendor").glob("*.css")}

    assert found == listed
    assert {f"{name}.css" for name in COMPONENTS} <= set(found)


def test_the_style_sheet_closes_no_element():
    assert "</" not in stylesheet()
