"""Every answer as a sentence in both languages, and the picture with its table."""

import itertools
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

import waterpas
from tests.statistics.duration.rounded import CASES
from tests.statistics.duration.tables import (
    DECIDED,
    GAVE_UP,
    OPEN,
    evenly,
    measured,
    table,
)
from tests.statistics.said import not_english, unwhole
from waterpas.explain.measured.html import full_table, levels
from waterpas.explain.methods import method_of
from waterpas.explain.plain import plain_text
from waterpas.results import Interval, Note, Question

LANGUAGES = ("nl", "en")
SLOW, QUICK = range(40, 100), range(10, 70)
BOTH = [*evenly("A", SLOW, 5), *evenly("B", QUICK, 9)]


def of(rows, **more):
    return measured(table(rows), **more)


def ended(mine, other, *, people=300, also=0, **more):
    """So many people of each group gave up, the others got a decision; in some groups like B."""
    rows = []
    groups = [("A", mine), ("B", other), *((f"C{at}", other) for at in range(also))]
    for group, gone in groups:
        rows += [(group, 10 + at % 60, GAVE_UP, 1) for at in range(gone)]
        rows += [(group, 10 + at % 60, DECIDED, 1) for at in range(people - gone)]
    return of(rows, **more)


def later(days, *, also=0):
    """Group A decided so many days later, beside some groups like the reference."""
    rows = [*evenly("A", (day + days for day in QUICK), 3), *evenly("B", QUICK, 9)]
    for at in range(also):
        rows += evenly(f"C{at}", QUICK, 3)
    return of(rows, horizon=60)


def on_time(mine, other, *, also=0):
    """So many of 300 within the term of 20 days, the others after it."""
    rows = []
    for group, some in [("A", mine), ("B", other), *((f"C{at}", other) for at in range(also))]:
        rows += [(group, 10, DECIDED, some), *evenly(group, range(30, 40), (300 - some) // 10)]
    return of(rows, term=20)


RESULTS = {
    "longer": lambda: of(BOTH),
    "shorter": lambda: of([*evenly("A", QUICK, 5), *evenly("B", SLOW, 9)]),
    "perhaps-longer": lambda: later(4, also=8),
    "perhaps-shorter": lambda: later(-4, also=8),
    "not-shown": lambda: later(0),
    "hidden": lambda: (
        waterpas.release(
            of([*evenly("A", range(40, 65), 1), *evenly("B", QUICK, 9)]), audience="internal"
        ).result
    ),
    "too-few": lambda: of([*evenly("A", range(40, 55), 1), *evenly("B", QUICK, 9)]),
    "too-few-so-far": lambda: of(BOTH, horizon=40),
    "cannot-all-open": lambda: of([*evenly("A", SLOW, 5, OPEN), *evenly("B", QUICK, 9)]),
    "cannot-empty": lambda: of([("A", "onbekend", DECIDED, 50), *evenly("B", QUICK, 9)]),
    "cannot-no-days": lambda: of([("A", 0, DECIDED, 40), ("B", 0, DECIDED, 90)]),
    "cannot-too-far": lambda: of([*BOTH, *evenly("A", range(5, 65), 2, OPEN)], horizon=400),
    "cannot-same": lambda: of([("A", 14, DECIDED, 40), ("B", 7, DECIDED, 90)], horizon=30),
    "within-more": lambda: on_time(200, 100),
    "within-less": lambda: on_time(100, 200),
    "perhaps-within-more": lambda: on_time(130, 100, also=6),
    "perhaps-within-less": lambda: on_time(100, 130, also=6),
    "within-not-shown": lambda: on_time(100, 100),
    "within-nobody": lambda: of(BOTH, term=5),
    "within-too-few": lambda: of([("A", 5, DECIDED, 9), ("B", 5, DECIDED, 10)], term=20),
    "within-cannot": lambda: of([*BOTH, *evenly("A", range(5, 65), 2, OPEN)], term=400),
    "gave-up-more": lambda: ended(90, 30),
    "gave-up-less": lambda: ended(30, 90),
    "perhaps-gave-up-more": lambda: ended(80, 55, also=4),
    "perhaps-gave-up-less": lambda: ended(55, 80, also=4),
    "gave-up-not-shown": lambda: ended(60, 60),
    "gave-up-nobody": lambda: of([*BOTH, ("C", 5, GAVE_UP, 1)]),
    "gave-up-too-few": lambda: of(
        [("A", 5, GAVE_UP, 3), ("A", 5, DECIDED, 6), *evenly("B", QUICK, 9)]
    ),
    "gave-up-cannot": lambda: of(
        [*BOTH, *evenly("A", SLOW, 2, GAVE_UP), *evenly("A", range(5, 65), 2, OPEN)], horizon=400
    ),
    "half-not-reached": lambda: of(
        [*evenly("A", range(10, 40), 4), *evenly("A", range(40, 100), 5, OPEN), *BOTH[60:]]
    ),
    "half-not-reached-by-the-others": lambda: of(
        [
            *evenly("A", QUICK, 9),
            *evenly("B", range(10, 40), 4),
            *evenly("B", range(40, 100), 5, OPEN),
        ]
    ),
    "days-unknown": lambda: of([*BOTH, ("A", "onbekend", DECIDED, 12)]),
    "not-chosen": lambda: of([*BOTH, *evenly("A", SLOW, 1, GAVE_UP)], gave_up=None),
    "everybody-else": lambda: of([*BOTH, *evenly("C", QUICK, 4)], reference="everybody-else"),
    **CASES,
}


def about_a(result):
    return {each.code for each in result.answers if each.of == {"groep": "A"}}


@pytest.mark.parametrize("code", method_of("duration").answers)
def test_each_answer_has_its_case(code):
    assert code in about_a(RESULTS[code]())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", RESULTS)
def test_each_case_is_said_in_whole_sentences(name, lang):
    assert unwhole(plain_text(RESULTS[name](), lang)) == []


@pytest.mark.parametrize("name", RESULTS)
def test_each_sentence_has_its_english(name):
    both = [waterpas.sentence(RESULTS[name](), lang) for lang in LANGUAGES]

    assert not_english(*both, (" het ", " besluit", " dagen", "afhak")) == []


def test_the_sentence_of_a_longer_wait():
    result = replace(of(BOTH), question=Question(unit={"nl": "aanvragers"}))

    assert waterpas.sentence(result) == (
        "Bij aanvragers met groep A duurt het langer tot er een besluit is dan bij aanvragers met "
        "groep B. In de eerste 63 dagen wachten zij gemiddeld 58,4 dagen, tegen 39,2 bij de "
        "anderen. Zij wachten ongeveer 19 dagen langer; dat ligt waarschijnlijk tussen 17,6 en "
        "20,9 dagen. Na 69,5 dagen heeft de helft een besluit, bij de anderen na 39,5 dagen."
    )


def test_the_sentence_of_giving_up_more_often():
    result = replace(ended(90, 30), question=Question(unit={"nl": "aanvragers"}))

    assert waterpas.sentence(result).endswith(
        "Aanvragers met groep A haken vaker af dan aanvragers met groep B, vóór er een besluit is. "
        "Van elke 1.000 haakten er 300 af, bij de anderen 100. Dat verschil ligt waarschijnlijk "
        "tussen 137 meer en 261 meer per 1.000. Dat is 3,0 keer zo vaak."
    )


def test_a_difference_that_may_be_none_is_said_from_one_side_to_the_other():
    said = waterpas.sentence(later(0))

    assert re.search(r"tussen [\d,]+ dagen korter en [\d,]+ dagen langer", said)
    assert "Een verschil van minstens" in said


@pytest.mark.parametrize("days", [0, 20])
def test_the_ends_in_the_sentence_are_those_of_the_table(days):
    text = plain_text(later(days))
    said = re.search(r"tussen ([\d,]+)(?: dagen korter)? en ([\d,]+) dagen", text).groups()
    row = re.search(r"verschil in gemiddelde wachttijd .*? (\S+) tot (\S+) ", text).groups()

    assert said == tuple(end.lstrip("\N{MINUS SIGN}") for end in row)


def test_how_often_in_rounded_figures_is_called_about():
    rounded = Note("coarse")
    exact = ended(90, 30)
    figures = tuple(replace(each, notes=(*each.notes, rounded)) for each in exact.figures)

    assert "Dat is ongeveer 3,0 keer zo vaak." in plain_text(replace(exact, figures=figures))
    assert "ongeveer 3,0" not in plain_text(exact)


def test_a_half_that_is_not_reached_is_said():
    said = waterpas.sentence(RESULTS["half-not-reached"]())

    assert "bij deze groep kwam het in de bekende dagen niet zo ver" in said


def test_who_stayed_is_said_where_people_gave_up_and_not_elsewhere():
    stayed = "De wachttijd gaat dus over wie bleef."

    assert stayed in plain_text(ended(90, 30))
    assert stayed not in plain_text(of(BOTH))


def test_how_many_times_as_often_is_said_of_a_difference_only():
    assert "keer zo vaak." in plain_text(ended(90, 30))
    assert "keer zo vaak." not in plain_text(ended(60, 60))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", RESULTS)
def test_the_picture_is_well_formed_and_names_each_group_it_draws(name, lang):
    result = RESULTS[name]()
    drawn = waterpas.picture(result, lang)
    means = {"mean", "mean-least"}
    if not any(each.name in means and each.value is not None for each in result.figures):
        assert drawn == ""
        return

    root = ET.fromstring(drawn)
    assert root.find("{*}title") is not None
    assert "Groep A" in drawn
    assert "nan" not in drawn
    assert "style=" not in drawn


def test_what_is_drawn_is_read_out_and_the_means_stand_in_the_table():
    result = of(BOTH)
    drawn = waterpas.picture(result)
    said = ET.fromstring(drawn).find("{*}desc").text

    for curve in result.drawing["curves"]:
        for day, _share in curve["points"][1:]:
            assert f"na {day:.0f} dagen" in said
    assert "Groep A: gemiddeld 58,4 dagen" in said
    assert "gemiddelde wachttijd" in full_table(result)


def test_the_points_of_the_lines_stand_in_a_table_folded_away():
    result = of(BOTH)
    page = levels(result)
    table_of_it = page[page.index("<details") :]

    assert "<summary>De getallen in het beeld als tabel</summary>" in table_of_it
    days = re.findall(r'scope="row">(\d+)<', table_of_it)
    assert days == sorted(days, key=int)
    for curve in result.drawing["curves"]:
        for day, share in curve["points"]:
            assert f"{day:.0f}" in days
            assert f">{100 * share:.0f}%<" in table_of_it
    cells = len(days) * len(result.drawing["curves"])
    points = sum(len(curve["points"]) for curve in result.drawing["curves"])
    assert table_of_it.count("geen punt") == cells - points


def test_without_a_line_there_is_no_table_of_it():
    result = replace(of(BOTH), drawing={})

    assert "<details" in levels(of(BOTH))
    assert "<details" not in levels(result)


def test_the_bars_begin_at_the_edge_where_nought_stands():
    drawn = ET.fromstring(waterpas.picture(of(BOTH)))
    tube = next(each for each in drawn.iter() if each.get("class") == "wp-tube")
    nought = next(each for each in drawn.iter() if each.text == "0")

    assert float(nought.get("x").rstrip("%")) == float(tube.get("x").rstrip("%")) < 5


def test_an_interval_of_days_without_width_is_said_in_words():
    rows = [*evenly("A", [20], 800), *evenly("A", range(1, 60), 3), *evenly("B", QUICK, 9)]
    half = of(rows).figure("median", {"groep": "A"})

    assert half.interval.low == half.interval.high == half.value == 20
    assert "na afronding ook 20" in full_table(of(rows))
    assert "20 tot 20" not in plain_text(of(rows))


def test_a_difference_without_width_after_rounding_has_no_two_equal_ends():
    result = of(BOTH)
    same = [
        replace(each, value=19.0, interval=Interval(19.0, 19.0))
        if each.name == "mean-difference"
        else each
        for each in result.figures
    ]
    said = waterpas.sentence(replace(result, figures=tuple(same)))

    assert "Zij wachten ongeveer 19 dagen langer. Na" in said


def test_giving_up_in_the_first_days_only_is_said_in_every_sentence():
    rows = [*BOTH, *evenly("A", SLOW, 3, GAVE_UP), *evenly("B", QUICK, 1, GAVE_UP)]
    some_open = of([*rows, ("A", 99, OPEN, 12)])
    days = int(some_open.asked["horizon"])

    assert f"haken in de eerste {days} dagen vaker af dan" in waterpas.sentence(some_open)
    assert "haken vaker af dan" in waterpas.sentence(of(rows))


def test_the_line_has_only_points_where_ten_wait_and_ten_were_decided_since():
    rows = [*evenly("A", range(10, 70), 1), *evenly("B", QUICK, 9)]
    curve = next(each for each in of(rows).drawing["curves"] if each["level"] == "A")
    decided = [sum(10 <= each <= day for each in range(10, 70)) for day, _ in curve["points"]]

    assert all(then - now >= 10 for now, then in itertools.pairwise(decided))
    assert all(60 - each >= 10 for each in decided)
    assert all(day % 7 == 0 for day, _ in curve["points"])
    assert all(share == round(share, 2) for _, share in curve["points"])
