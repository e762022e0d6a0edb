"""Every answer as a sentence in both languages, and the picture with its table."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

import waterpas
from tests.statistics.change.tables import MONTHS, closing, measured, monthly, table
from tests.statistics.change.test_answers import steady
from tests.statistics.change.test_places import beside, spread_out
from tests.statistics.said import not_english, unwhole
from waterpas.disclosure.small_parts import in_tens
from waterpas.explain.measured.html import full_table, levels
from waterpas.explain.measured.tables import MAIN
from waterpas.explain.methods import method_of
from waterpas.explain.plain import plain_text
from waterpas.results import Question
from waterpas.texts import translate

LANGUAGES = ("nl", "en")


def over_months(group, **more):
    return measured(monthly(group, [180] * 24), period="maand", since="2023-01", **more)


def one_of_many(first):
    """A change in A that is only an indication among seven groups."""
    cells = {("B", year): (400, 2000) for year in ("2022", "2023")}
    for group in "CDEFGH":
        cells |= {(group, "2022"): (90, 400), (group, "2023"): (90, 400)}
    return measured(table(cells | {("A", "2022"): first[0], ("A", "2023"): first[1]}))


def hidden():
    cells = {(g, y): (100, 400) for g in "AB" for y in ("2022", "2023")}
    return measured(table(cells | {("A", "2022"): (None, 400)}))


def in_districts(here, elsewhere):
    """A change in two of five districts: never more than an indication."""
    changes = [here, here, elsewhere, elsewhere, elsewhere]
    return measured(spread_out(changes), where="wijk", introduced_in=("N", "O"))


def apart_already():
    """A gap that was closing already where the measure came, and not elsewhere."""
    cells = {}
    for pilot, cases in (("ja", steady(0.30, drift=-0.012)), ("nee", steady(0.30))):
        for month, x in zip(MONTHS, cases, strict=True):
            cells["A", month, pilot] = (x, 300)
            cells["B", month, pilot] = (180, 900)
    tally = table(cells, by=("groep", "maand", "proef"))
    return measured(tally, period="maand", since="2023-01", where="proef", introduced_in="ja")


RESULTS = {
    "gap-smaller": lambda: measured(closing()),
    "gap-larger": lambda: measured(closing(cases=(84, 120))),
    "gap-turned": lambda: measured(closing(cases=(140, 30))),
    "perhaps-smaller": lambda: one_of_many([(120, 400), (90, 400)]),
    "perhaps-larger": lambda: one_of_many([(90, 400), (120, 400)]),
    "perhaps-turned": lambda: measured(
        spread_out([-0.2, -0.2, 0, 0, 0]), where="wijk", introduced_in=("N", "O")
    ),
    "smaller-than-elsewhere": lambda: beside((0.05, 0.06), (0.05, 0.20)),
    "larger-than-elsewhere": lambda: beside((0.10, 0.09), (0.10, 0.01)),
    "other-than-elsewhere": lambda: beside((0.10, 0.05), (0.10, -0.05)),
    "perhaps-smaller-than-elsewhere": lambda: in_districts(0.01, 0.1),
    "perhaps-larger-than-elsewhere": lambda: in_districts(-0.01, -0.1),
    "perhaps-other-than-elsewhere": lambda: in_districts(-0.05, -0.17),
    "trend-already": lambda: over_months(steady(0.30, drift=-0.012)),
    "apart-already": apart_already,
    "not-shown": lambda: measured(closing(cases=(100, 98))),
    "too-few": lambda: measured(closing(cases=(3, 2), n=9)),
    "cannot-empty": lambda: measured(
        table({("A", "2023"): (84, 400), ("B", "2022"): (9, 40), ("B", "2023"): (9, 40)})
    ),
    "cannot-hidden": hidden,
    "cannot-same": lambda: measured(closing(cases=(0, 0), reference=(0, 0))),
    "by-reference": lambda: measured(closing(cases=(120, 120), reference=(400, 580))),
    "shift-seen": lambda: over_months(steady(0.15, step=-0.12)),
    "rounded": lambda: measured(closing(cases=(30, 10), n=100, rounded_to=10)),
    "places": lambda: measured(
        spread_out([-0.09, -0.09, 0, 0, 0]), where="wijk", introduced_in=("N", "O")
    ),
    "never": lambda: measured(closing(cases=(22, 20), n=60)),
}


def about_a(result):
    return {each.code for each in result.answers if each.of == {"groep": "A"}}


@pytest.mark.parametrize("code", method_of("change").answers)
def test_each_answer_has_its_case(code):
    assert code in about_a(RESULTS[code]())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", RESULTS)
def test_each_case_is_said_in_whole_sentences(name, lang):
    assert unwhole(plain_text(RESULTS[name](), lang)) == []


@pytest.mark.parametrize("name", RESULTS)
def test_each_sentence_has_its_english(name):
    both = [waterpas.sentence(RESULTS[name](), lang) for lang in LANGUAGES]

    assert not_english(*both, (" het ", " verschil", " sinds ", "maatregel")) == []


def test_the_sentence_of_a_change_with_its_limits():
    question = Question(
        organisation={"nl": "de gemeente"},
        unit={"nl": "aanvragers"},
        did={"nl": ("gaf", "een boete")},
    )
    result = replace(measured(closing()), question=question)

    assert waterpas.sentence(result) == (
        "Sinds 2023 is het verschil tussen aanvragers met groep A en aanvragers met groep B "
        "kleiner geworden. Ervoor gaf de gemeente deze aanvragers 100 per 1.000 vaker een boete "
        "dan de anderen, daarna 10 per 1.000 vaker. Het verschil veranderde met −90 "
        "per 1.000; dat ligt waarschijnlijk tussen −155 en −25."
    )


def test_of_which_limits_rounding_is_no_part_is_said():
    """The weights of a rate over periods are the printed ones: other tables weigh otherwise."""
    said = plain_text(measured(closing(cases=(30, 10), n=100, rounded_to=10)), "nl")

    assert "De grenzen van de verandering houden daar rekening mee." in said
    assert "De grenzen van het deel ervoor en erna kunnen iets te smal zijn." in said


def test_where_nothing_is_shown_no_note_speaks_of_limits():
    result = measured(closing(cases=(3, 2), n=40, rounded_to=10))
    released = waterpas.release(result, audience="internal").result

    assert not [figure for figure in released.figures if figure.value is not None]
    assert "De grenzen" in plain_text(result, "nl")
    assert "De bron rondde de aantallen af." in plain_text(released, "nl")
    assert "De grenzen" not in plain_text(released, "nl")


def test_a_gap_that_grew_less_than_elsewhere_is_not_called_smaller():
    said = waterpas.sentence(RESULTS["smaller-than-elsewhere"]())

    assert "met 10 per 1.000 gegroeid, elders met 150 per 1.000 gegroeid" in said
    assert "is het nu kleiner dan zonder de maatregel naar verwachting was" in said
    assert "kleiner geworden" not in said


def test_a_gap_that_turned_elsewhere_did_not_turn_here():
    said = waterpas.sentence(RESULTS["other-than-elsewhere"]())

    assert "met 50 per 1.000 gekrompen, elders omgedraaid, met een verandering van −150" in said
    assert "is het nu anders dan zonder de maatregel naar verwachting was" in said


def test_a_change_that_came_everywhere_is_said_to_be_no_other_than_elsewhere():
    said = waterpas.sentence(in_districts(-0.09, -0.09))

    assert "sinds 2023 anders veranderde dan op plaatsen zonder de maatregel" in said
    assert "anders veranderde" not in waterpas.sentence(RESULTS["not-shown"]())


def test_how_long_it_takes_is_said_in_periods_of_the_table():
    said = waterpas.sentence(over_months([78] * 24))

    assert re.search(r"na ongeveer \d+ maanden met de maatregel", said)
    assert "hoe lang u ook wacht" in waterpas.sentence(RESULTS["never"]())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", RESULTS)
def test_the_picture_is_well_formed_and_names_each_group_it_draws(name, lang):
    result = RESULTS[name]()
    drawn = waterpas.picture(result, lang)
    if all(figure.value is None for figure in result.figures):
        assert drawn == ""
        return

    root = ET.fromstring(drawn)
    assert root.find("{*}title") is not None
    assert "groep A" in drawn or "Groep A" in drawn
    assert "nan" not in drawn
    assert "style=" not in drawn


def test_the_picture_has_a_dot_per_period_and_the_moment_of_the_measure():
    drawn = waterpas.picture(over_months(steady(0.15, step=-0.12)))

    assert drawn.count("<circle") == 24
    assert drawn.count('stroke-width="12"') == 48  # both limits of each, wider than the dot
    assert drawn.count("stroke-dasharray") == 1


def test_places_without_the_measure_are_open_dots():
    years = [str(year) for year in range(2018, 2024)]
    cells = {}
    for year in years:
        for pilot in ("ja", "nee"):
            cells["A", year, pilot] = (120 - 60 * (pilot == "ja" and year >= "2021"), 400)
            cells["B", year, pilot] = (320, 1600)
    result = measured(
        table(cells, by=("groep", "jaar", "proef")),
        since="2021",
        where="proef",
        introduced_in="ja",
    )
    drawn = waterpas.picture(result)

    assert drawn.count('fill="#ffffff" stroke') == 6
    assert "open stip" in drawn


def test_what_is_drawn_stands_in_the_table():
    result = over_months(steady(0.15))
    rows = full_table(result)

    assert levels(result).count("<circle") == len(re.findall(r">202[23]-\d\d</th>", rows)) == 24


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_periods_are_the_rows_of_one_table_with_a_heading_per_group(lang):
    cells = {(group, month): (60, 300) for group in "ABC" for month in MONTHS}
    tally = table(cells, by=("groep", "maand"))
    page = full_table(measured(tally, period="maand", since="2023-01"), lang)
    first, periods = page.split("<details")

    assert not re.search(r">202[23]-\d\d<", first)
    assert translate(MAIN, lang) in first  # not "all figures"
    assert len(re.findall(r">202[23]-\d\d</th>", periods)) == 48
    assert periods.count('scope="rowgroup"') == 2
    named = method_of("change").figures["gap"]
    assert f" A: {translate(named, lang)}" in periods
    assert len(re.findall(r'id="wp-table-caption[^"]*"', page)) == 2


DOT = {"nl": "Elke stip is het verschil in één periode", "en": "Each dot is the difference in one"}
TWO = {
    "nl": "De linker stip is het verschil van alle",
    "en": "The left dot is the difference of all",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_picture_says_what_its_dots_are(lang):
    each, two = (
        plain_words(waterpas.picture(result, lang))
        for result in (over_months(steady(0.15)), measured(closing()))
    )

    assert DOT[lang] in each
    assert TWO[lang] not in each
    assert TWO[lang] in two
    assert DOT[lang] not in two


def test_a_group_with_two_dots_beside_one_with_many_is_told_apart():
    cells = {(group, month): (60, 300) for group in "AB" for month in MONTHS}
    cells |= {("C", month): (60, 300) for month in ("2022-12", "2023-01")}
    drawn = waterpas.picture(
        measured(table(cells, by=("groep", "maand")), period="maand", since="2023-01")
    )

    assert drawn.count("<circle") == 26
    assert "Staan er maar twee stippen" in plain_words(drawn)


def plain_words(drawn):
    """The words of a drawing, however its lines are broken."""
    return " ".join(" ".join(ET.fromstring(drawn).itertext()).split())


def test_how_long_it_takes_is_never_said_to_be_for_ever_where_it_is_hidden():
    cells = {("C", month): (4 if month < "2023" else 3, 12) for month in MONTHS}
    cells |= {("B", month): (60, 300) for month in MONTHS}
    whole = measured(table(cells, by=("groep", "maand")), period="maand", since="2023-01")
    released = waterpas.release(whole, audience="public").result

    assert "verdwijnt, kunt u na ongeveer 29 maanden" in waterpas.sentence(whole)
    assert waterpas.sentence(released).endswith(
        "Na hoeveel tijd u kunt weten of het verschil halveert of verdwijnt, tonen wij hier niet."
    )
    assert waterpas.sentence(released, "en").endswith(
        "After how much time you can know whether the difference halves or disappears, we do not "
        "show here."
    )


def test_a_released_result_hides_a_small_group_and_keeps_the_others():
    cells = {("A", "2022"): (120, 400), ("A", "2023"): (84, 400)}
    cells |= {("C", "2022"): (4, 40), ("C", "2023"): (3, 40)}
    cells |= {("B", year): (400, 2000) for year in ("2022", "2023")}
    released = waterpas.release(measured(table(cells)), audience="council").result
    codes = {each.of["groep"]: each.code for each in released.answers}

    assert codes == {"A": "gap-smaller", "C": "hidden"}
    assert all(f.value is None for f in released.figures if f.of["groep"] == "C")
    assert released.figure("change", {"groep": "A"}).value == pytest.approx(-0.09)
    said = plain_text(released)
    assert "Over groep C tonen wij dit niet" in said
    assert "%(" not in said
    assert "Groep C" not in waterpas.picture(released)


def test_the_table_says_that_numbers_of_people_are_in_tens():
    result = over_months(steady(0.15))
    tens = [replace(each, people=in_tens(each.people)) for each in result.figures]

    assert "Aantal</th>" in full_table(result)
    assert "Aantal (op tientallen)</th>" in full_table(replace(result, figures=tuple(tens)))
