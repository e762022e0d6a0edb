"""What the percentages come down to: every answer, with figures that can be checked by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import waterpas
from tests.statistics.barometer.tables import line
from waterpas.measure.barometers.asked import Years
from waterpas.measure.barometers.reading import Reading
from waterpas.measure.barometers.result import Laid, measured
from waterpas.results import Certainty, Question, Source

ORIGINS = ("NL", "Europa", "buiten Europa")


def row(part, jobs, *percents, **more):
    return {"onderdeel": part, "banen": jobs, **dict(zip(ORIGINS, percents, strict=True)), **more}


WHOLE = row("hele organisatie", 1400, 79, 9, 12)
LOW, HIGH = row("schaal 1-8", 800, 74, 9, 17), row("schaal 9+", 600, 86, 9, 5)


def codes(result, *, origin="buiten Europa", part=None):
    about = {"onderdeel": part} if part else {}
    return [a.code for a in result.answers if a.of == {**about, "herkomst": origin}]


def test_a_share_is_that_of_jobs_with_the_bounds_of_rounding():
    figure = waterpas.barometer([WHOLE]).figure("share", {"herkomst": "buiten Europa"})

    assert (figure.value, figure.interval.low, figure.interval.high) == (0.12, 0.115, 0.125)
    assert figure.interval.level == 1.0
    assert [each.n.value for each in figure.people] == [1400]
    assert all(each.cases is None for each in figure.people)  # shares are not counted out


def test_a_part_is_laid_beside_the_whole():
    result = waterpas.barometer([WHOLE, LOW, HIGH])

    assert codes(result, part="schaal 1-8") == ["more-than-whole"]
    assert codes(result, part="schaal 9+") == ["less-than-whole"]
    assert codes(result, part="schaal 9+", origin="Europa") == ["within-rounding"]
    figure = result.figure(
        "whole-difference", {"onderdeel": "schaal 9+", "herkomst": "buiten Europa"}
    )
    assert figure.value == pytest.approx(-0.07)
    assert (figure.interval.low, figure.interval.high) == pytest.approx((-0.08, -0.06))


def test_a_difference_as_small_as_the_rounding_is_none():
    part = row("schaal 9+", 600, 78, 9, 13)

    result = waterpas.barometer([WHOLE, part])

    assert codes(result, part="schaal 9+") == ["within-rounding"]
    answer = next(a for a in result.answers if a.code == "within-rounding")
    assert answer.certainty is Certainty.NOT_SHOWN


@pytest.mark.parametrize(
    ("there", "code"),
    [("16", "less-than-elsewhere"), ("8,5", "more-than-elsewhere"), ("13", "as-elsewhere")],
)
def test_elsewhere_is_laid_beside_with_its_own_rounding(there, code):
    result = waterpas.barometer(
        [WHOLE], outside={"buiten Europa": there}, outside_source="CBS, 2025"
    )

    assert codes(result) == ["share", code]
    assert result.asked["elsewhere"] == "CBS, 2025"


@pytest.mark.parametrize(
    ("before", "unmatched", "code"),
    [
        (11, 0.05, "change-within-rounding"),
        (10, 0.05, "change-not-found"),
        (10, 0.001, "change-more"),
        (20, 0.001, "change-less"),
        (19, 0.05, "change-less"),
        (3, 0.05, "change-more"),
    ],
)
def test_a_small_change_between_two_years_cannot_be_read(before, unmatched, code):
    then = row("hele organisatie", 1390, 91 - before, 9, before, jaar=2023)

    result = waterpas.barometer([WHOLE | {"jaar": 2025}, then], unmatched=unmatched)

    assert codes(result) == ["share", code]
    assert result.asked["year"] == "2025"


def test_another_year_may_be_rounded_otherwise():
    """2023 in whole percentages: it would be wrong to take them for 10.0."""
    then = row("hele organisatie", 1390, 81, 9, 10, jaar=2023)
    now = row("hele organisatie", 1400, "79,5", "8,9", "11,6", jaar=2025)

    result = waterpas.barometer([now, then])

    before = result.figure("earlier", {"herkomst": "buiten Europa"}).interval
    assert (before.low, before.high) == (0.095, 0.105)
    assert result.figure("share", {"herkomst": "buiten Europa"}).interval.low == 0.1155
    assert [note.code for note in result.notes][:2] == ["year", "rounded-by-row"]


def test_who_was_not_found_is_reckoned_with_as_on_the_page():
    then = row("hele organisatie", 1390, 80, 10, 10, jaar=2023)

    result = waterpas.barometer([WHOLE | {"jaar": 2025}, then])

    between = result.figure("change-of-all", {"herkomst": "buiten Europa"}).interval
    low, high = 0.95 * 0.115 - (0.95 * 0.105 + 0.05), 0.95 * 0.125 + 0.05 - 0.95 * 0.095
    assert (between.low, between.high) == pytest.approx((low, high))


def test_an_organisation_of_under_250_jobs_has_no_barometer():
    result = waterpas.barometer([row("hele organisatie", 249, 79, 9, 12)])

    assert [a.code for a in result.answers] == ["cannot-too-small"]
    assert result.figures == ()


def test_a_part_of_under_250_jobs_gets_a_note():
    result = waterpas.barometer([WHOLE, row("instroom", 249, 70, 10, 20)])

    note = next(note for note in result.notes if note.code == "below-rule")
    assert note.fields == {"levels": ("instroom",)}


def test_a_part_that_was_hidden_is_said_to_be():
    result = waterpas.barometer([WHOLE, row("leidinggevend", 90, "x", "x", "x")])

    assert [a.code for a in result.answers if a.of == {"onderdeel": "leidinggevend"}] == ["hidden"]


def test_parts_without_a_whole_are_not_laid_beside_anything():
    result = waterpas.barometer([LOW, HIGH])

    assert {a.code for a in result.answers} == {"share-of-part"}
    assert "no-whole" in {note.code for note in result.notes}


@pytest.mark.parametrize("name", ["Totaal", "organisatie", "Gemeente Voorbeeldstad", "geheel"])
def test_the_whole_is_found_by_its_name(name):
    result = waterpas.barometer([HIGH, WHOLE | {"onderdeel": name}, LOW])

    assert result.answers[0].code == "share"


def test_parts_that_do_not_fit_in_the_whole_are_told():
    fits = waterpas.barometer([WHOLE, LOW, HIGH])
    wrong = waterpas.barometer([WHOLE, LOW, row("schaal 9+", 600, 71, 9, 20)])

    assert "parts-do-not-fit" not in {note.code for note in fits.notes}
    assert "parts-do-not-fit" in {note.code for note in wrong.notes}


def test_a_small_group_in_one_part_hides_all_parts_but_not_the_whole():
    few = row("schaal 9+", 600, 90, 9, 1)

    released = waterpas.release(waterpas.barometer([WHOLE, LOW, few]), audience="internal")

    shown = {tuple(f.of) for f in released.result.figures if f.value is not None}
    assert shown == {("herkomst",)}
    assert all(not f.also and not f.parts for f in released.result.figures)
    assert not any("levels" in note.fields for note in released.result.notes)


def test_one_hidden_share_takes_the_others_with_it_on_the_way_out():
    released = waterpas.release(waterpas.barometer([WHOLE | {"Europa": "x"}]), audience="internal")

    assert all(f.value is None for f in released.result.figures)


jobs = st.integers(250, 3000)


@st.composite
def tables(draw):
    """A true table of jobs: a whole made of two parts."""
    some = [
        [draw(st.integers(0, 400)), draw(st.integers(0, 400)), draw(jobs)][::-1] for _ in range(2)
    ]
    return some, draw(st.sampled_from([0, 1])), draw(st.sets(st.integers(0, 2), max_size=2))


def of_lines(lines):
    """The result of lines as they are, without reading a table."""
    found = Reading(tuple(lines), "onderdeel", Source("proef", None, None, None))
    laid = Laid(Years(""), "hele organisatie", {}, "", Fraction(1, 20))
    return measured(found, laid, Question())


@given(tables())
def test_the_truth_lies_in_every_bound_of_the_result(table):
    (one, two), decimals, hidden = table
    both = [a + b for a, b in zip(one, two, strict=True)]
    named = [("hele organisatie", both), ("een", one), ("twee", two)]

    result = of_lines([line(c, decimals, part=name, hidden=hidden) for name, c in named])

    counts = dict(named)
    for figure in result.figures:
        at = ORIGINS.index(figure.of["herkomst"])
        mine = counts[figure.of.get("onderdeel", "hele organisatie")]
        truth = mine[at] / sum(mine)
        if figure.name == "whole-difference":
            truth -= both[at] / sum(both)
        if figure.value is None:
            assert at in hidden
            continue
        assert figure.interval.low - 1e-12 <= truth <= figure.interval.high + 1e-12
        assert figure.interval.low <= figure.value <= figure.interval.high


@given(tables())
def test_what_is_released_shows_no_share_of_a_few_jobs(table):
    (one, two), decimals, hidden = table
    both = [a + b for a, b in zip(one, two, strict=True)]
    named = [("hele organisatie", both), ("een", one), ("twee", two)]
    lines = [line(c, decimals, part=name, hidden=hidden) for name, c in named]

    released = waterpas.release(of_lines(lines), audience="public").result

    counts = dict(named)
    for figure in released.figures:
        if figure.value is not None:
            mine = counts[figure.of.get("onderdeel", "hele organisatie")]
            assert min(mine) >= 10 or hidden
            assert min(c for at, c in enumerate(mine) if at not in hidden) >= 10
