"""A group is named in words that a reader can follow, and a table tells its method in a word."""

import csv
import io
from dataclasses import replace

import pytest

from tests.tallies import tally_of
from waterpas.explain.measured import html
from waterpas.explain.measured.tables import NO_FIGURES, table
from waterpas.explain.methods import METHODS, method_of
from waterpas.explain.picture import picture
from waterpas.explain.plain import plain_text
from waterpas.explain.results import sentence
from waterpas.explain.sources import OURS
from waterpas.explain.spreadsheet import csv_text, full_rows
from waterpas.measure.area import area
from waterpas.measure.groups import compare_groups
from waterpas.results import Reference, Source
from waterpas.texts import translate


def compared(levels, column="wijk"):
    cells = {(level,): (60 * at, 300) for at, level in enumerate(levels, 1)}
    return compare_groups(
        tally_of(cells, by=(column,)), across=column, reference=Reference("level", levels[0])
    )


def test_the_word_of_the_column_is_not_said_twice():
    said = sentence(compared(["wijk Noord", "Wijk Zuid"]), "nl")

    assert "wijk wijk" not in said.casefold()
    assert "met wijk Noord" in said
    assert "met Wijk Zuid" in said


def test_nor_is_it_said_in_another_language_than_the_sentence():
    """It said: origin herkomst buiten Europa."""
    said = sentence(compared(["herkomst Nederland", "herkomst buiten Europa"], "herkomst"), "en")

    assert "herkomst" not in said
    assert "origin outside Europe" in said


def test_a_name_that_only_begins_alike_keeps_the_word_of_its_column():
    assert "met wijk wijkerbrug" in sentence(compared(["Noord", "wijkerbrug"]), "nl")


@pytest.mark.parametrize(("lang", "words"), [("nl", "'onbekend' als"), ("en", "'onbekend' as")])
def test_who_is_unknown_is_named_so(lang, words):
    said = sentence(compared(["Noord", "onbekend"], column="groep"), lang)

    assert f"{words} groep" in said
    assert "groep onbekend" not in said


ROWS = {(f"BU{at:02d}", str(10 + at)): (4 if at == 0 else 60, 400) for at in range(9)}


def few(rows):
    counts = tally_of(rows, by=("buurt", "pct"))
    return area(counts, across="buurt", share="pct", counted="everybody")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_without_figures_there_is_no_table_and_one_sentence(lang):
    shown = html.full_table(few(ROWS), lang)

    assert "<table" not in shown
    assert translate(NO_FIGURES, lang) in shown


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_without_figures_the_text_has_no_table_either(lang):
    made = table(few(ROWS), lang)
    shown = plain_text(few(ROWS), lang)

    assert made.heads[0] not in shown
    assert f"{made.title}\n{translate(NO_FIGURES, lang)}\n" in shown
    there = plain_text(few(dict.fromkeys(ROWS, (60, 400))), lang)
    assert made.heads[0] in there
    assert translate(NO_FIGURES, lang) not in there


def test_with_figures_there_is_a_table():
    rows = dict.fromkeys(ROWS, (60, 400))

    assert "<table" in html.full_table(few(rows), "nl")
    assert NO_FIGURES not in html.full_table(few(rows), "nl")


def test_a_row_of_a_spreadsheet_has_the_code_of_its_method_and_not_its_story():
    result = few(dict.fromkeys(ROWS, (60, 400)))
    text = csv_text(full_rows(result, "nl"))
    methods = {row["method"] for row in csv.DictReader(io.StringIO(text))}

    assert methods >= {"area: duncan-davis", "area: wilson"}
    assert all(translate(method_of(m).method_note, "nl")[:40] not in text for m in METHODS)


@pytest.mark.parametrize(
    ("lang", "groups", "reference"),
    [
        ("nl", ("herkomst Europa", "herkomst buiten Europa"), "herkomst Nederland"),
        ("en", ("origin Europe", "origin outside Europe"), "origin the Netherlands"),
    ],
)
def test_an_origin_is_called_in_the_language_of_the_sentence(lang, groups, reference):
    result = compared(["NL", "Europa", "buiten Europa"], column="herkomst")

    said = sentence(result, lang)

    assert all(group in said for group in (*groups, reference))
    assert {group.group["herkomst"] for group in result.groups} >= {"NL", "buiten Europa"}


def test_of_another_column_the_levels_stay_as_they_were_written():
    assert "groep NL" in sentence(compared(["Noord", "NL"], column="groep"), "nl")


@pytest.mark.parametrize("name", OURS)
def test_a_source_that_has_our_own_name_is_called_in_the_language_of_the_page(name):
    result = compared(["Noord", "Zuid"])
    ours = replace(result, sources=(Source(name, None, 9, 9), Source("loon NL.csv", None, 9, 9)))

    assert f"{name}." in plain_text(ours, "nl")
    assert name not in plain_text(ours, "en")
    assert name not in picture(ours, "en")
    assert "loon NL.csv" in plain_text(ours, "en")
