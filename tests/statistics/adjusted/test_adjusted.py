"""Like with like, answer by answer, and every edge by its name."""

import math

import pytest

from tests.tallies import tally_of
from waterpas import EVERYBODY_ELSE, Reference, Tally, adjusted
from waterpas.disclosure import release
from waterpas.measure.like_with_like.logistic import Collinear, Separated, fit
from waterpas.results import Certainty, Question
from waterpas.tallies.build import tally


def made(cells, **more):
    """Cases out of people by group and stratum, as a tally."""
    return tally_of(
        {tuple(key.split()): counts for key, counts in cells.items()},
        by=("groep", "wijk"),
        **more,
    )


def found(cells, **asked):
    more = {
        name: asked.pop(name) for name in ("rounded_to", "unknown", "question") if name in asked
    }
    asked = {"across": "groep", "reference": "nl", "given": "wijk"} | asked
    return adjusted(made(cells, **more), **asked)


def codes(result):
    return [answer.code for answer in result.answers]


def notes(result):
    return {note.code for note in result.notes}


def value(result, name, group="x"):
    return result.figure(name, {"groep": group}).value


STAYS = {"x a": (60, 200), "x b": (80, 200), "nl a": (100, 200), "nl b": (120, 200)}
GONE = {"x a": (20, 100), "x b": (180, 300), "nl a": (60, 300), "nl b": (60, 100)}
TURNS = {"x a": (45, 100), "x b": (590, 800), "nl a": (100, 800), "nl b": (40, 100)}
APPEARS = {"x a": (150, 500), "x b": (80, 100), "nl a": (30, 150), "nl b": (230, 450)}
NOT_SHOWN = {"x a": (50, 200), "x b": (81, 200), "nl a": (52, 200), "nl b": (80, 200)}


def test_a_difference_that_stays():
    result = found(STAYS)

    assert codes(result) == ["difference-stays"]
    assert "weights-matter" not in notes(result)
    assert result.answers[0].certainty is Certainty.DIFFERENCE
    assert value(result, "difference-like-with-like") == pytest.approx(-0.2)


def test_a_difference_that_is_gone():
    result = found(GONE)

    assert codes(result) == ["difference-gone"]
    assert result.answers[0].certainty is Certainty.NOT_SHOWN
    assert value(result, "difference") == pytest.approx(0.2)
    assert value(result, "difference-like-with-like") == pytest.approx(0.0)
    assert value(result, "composition") == pytest.approx(0.2)
    assert value(result, "within") == pytest.approx(0.0)


def test_a_difference_that_turns():
    turns = {"x a": (180, 300), "x b": (15, 100), "nl a": (75, 100), "nl b": (90, 300)}
    result = found(turns)

    assert value(result, "difference") > 0 > value(result, "difference-like-with-like")
    assert codes(result) == ["difference-turns"]


def test_a_difference_that_appears():
    hides = {"x a": (40, 100), "x b": (80, 100), "nl a": (75, 300), "nl b": (65, 100)}
    result = found({**hides, "x a": (120, 300), "nl b": (195, 300), "nl a": (25, 100)})

    assert codes(result) == ["difference-appears"]
    assert result.answers[0].certainty is Certainty.DIFFERENCE


def test_a_difference_that_is_not_shown():
    result = found(NOT_SHOWN)

    assert codes(result) == ["not-shown"]
    assert result.answers[0].certainty is Certainty.NOT_SHOWN


def test_with_more_groups_what_is_seen_by_chance_is_an_indication():
    cells = {f"{name} {wijk}": (50, 200) for name in "bcdef" for wijk in "ab"}
    cells |= {"nl a": (50, 200), "nl b": (50, 200), "x a": (35, 200), "x b": (38, 200)}
    result = found(cells)
    by_group = {answer.of["groep"]: answer for answer in result.answers}

    assert result.family == 6
    assert by_group["x"].code == "indication"
    assert by_group["x"].certainty is Certainty.INDICATION
    assert {by_group[name].code for name in "bcdef"} == {"not-shown"}
    assert "family" in notes(result)


def test_a_difference_that_is_not_the_same_everywhere_says_so_beside_the_answer():
    result = found({"x a": (20, 100), "x b": (80, 100), "nl a": (50, 100), "nl b": (50, 100)})

    assert codes(result) == ["not-shown", "differs-per-stratum"]
    assert value(result, "same-everywhere-p") < 0.001


def test_too_few_people_with_a_counterpart():
    result = found({"x a": (3, 9), "nl a": (40, 100)})

    assert codes(result) == ["too-few"]
    assert result.answers[0].certainty is Certainty.TOO_FEW


def test_no_overlap_at_all():
    result = found({"x a": (30, 100), "nl b": (40, 100)})

    assert codes(result) == ["cannot-no-overlap"]
    assert value(result, "difference-like-with-like") is None
    assert value(result, "difference") == pytest.approx(-0.1)
    assert value(result, "compared") == 0.0
    assert value(result, "composition") is None


def test_a_stratum_with_one_group_is_left_out_and_told():
    result = found({**STAYS, "x c": (15, 30)})

    assert codes(result) == ["difference-stays"]
    assert value(result, "compared") == pytest.approx(400 / 430)
    assert value(result, "compared-reference") == 1.0
    (note,) = [note for note in result.notes if note.code == "left-out-no-overlap"]
    assert note.fields == {"levels": ("x",), "people": 30}


def test_of_few_people_without_a_counterpart_no_released_figure_tells():
    counted = found({**STAYS, "x c": (2, 5)})
    released = release(counted, audience="internal").result

    for name in ("composition", "within", "compared"):
        assert value(counted, name) is not None
        assert released.figure(name, {"groep": "x"}) is None
    assert value(counted, "compared-reference") == 1.0
    # Beside the other it tells the same.
    assert released.figure("compared-reference", {"groep": "x"}) is None
    # The difference of all and that of those with a counterpart together tell of the few.
    assert value(counted, "difference-like-with-like") == pytest.approx(-0.2)
    assert released.figure("difference-like-with-like", {"groep": "x"}) is None
    assert codes(released) == ["hidden"]


@pytest.mark.parametrize("everybody", [False, True])
def test_all_outcomes_equal(everybody):
    cells = {key: (n if everybody else 0, n) for key, (_, n) in STAYS.items()}
    result = found(cells)

    assert codes(result) == ["cannot-no-variation"]
    assert value(result, "difference-like-with-like") == 0.0
    assert result.figure("difference-like-with-like", {"groep": "x"}).interval is None
    assert finite(result)


def test_within_every_stratum_all_outcomes_equal():
    result = found({"x a": (50, 50), "x b": (0, 100), "nl a": (100, 100), "nl b": (0, 50)})

    assert codes(result) == ["cannot-no-variation"]
    assert value(result, "within") == 0.0


def test_a_group_without_cases():
    result = found({"x a": (0, 100), "x b": (0, 100), "nl a": (30, 100), "nl b": (50, 100)})

    assert codes(result) == ["difference-stays"]
    assert value(result, "ratio-like-with-like") == 0.0
    assert result.figure("ratio-like-with-like", {"groep": "x"}).interval is None
    assert value(result, "modelled-difference") is None
    assert value(result, "e-value") is None
    assert {"model-separated", "interval-may-be-too-narrow", "sameness-unsure"} <= notes(result)
    assert finite(result)


def test_a_reference_without_cases():
    result = found({"x a": (30, 100), "x b": (50, 100), "nl a": (0, 100), "nl b": (0, 100)})

    assert codes(result) == ["difference-stays"]
    assert value(result, "ratio-like-with-like") is None
    assert "ratio-undefined" in notes(result)


def test_one_district_without_cases_leaves_the_model_without_an_answer():
    result = found({**STAYS, "x c": (0, 40), "nl c": (0, 60)})

    assert "model-separated" in notes(result)
    assert value(result, "modelled-ratio") is None
    assert codes(result) == ["difference-stays"]


def test_two_columns_that_say_the_same():
    cells = {
        (group, wijk, wijk.upper()): counts
        for key, counts in STAYS.items()
        for group, wijk in [key.split()]
    }
    result = adjusted(
        tally_of(cells, by=("groep", "wijk", "buurt")),
        across="groep",
        reference="nl",
        given=["wijk", "buurt"],
    )

    assert "model-collinear" in notes(result)
    assert value(result, "difference-like-with-like") == pytest.approx(-0.2)


def test_the_model_itself_names_the_column_that_adds_nothing():
    rows = [[1, 0, 0], [1, 1, 2], [1, 0, 0], [1, 1, 2]]
    with pytest.raises(Collinear, match="Kolom 'b' zegt hetzelfde"):
        fit(rows, cases=[1, 2, 3, 4], totals=[9, 9, 9, 9], names=["one", "a", "b"])


@pytest.mark.parametrize("cases", [[0, 5], [0, 9], [9, 9], [0, 0]])
def test_the_model_itself_says_that_the_outcome_is_told_for_sure(cases):
    with pytest.raises(Separated, match="geen eindig antwoord"):
        fit([[1, 0], [1, 1]], cases=cases, totals=[9, 9], names=["one", "a"])


def test_with_very_many_strata_there_is_no_model_and_the_rest_is_quick():
    cells = {f"{side} w{at}": (at % 7, 20) for side in ("x", "nl") for at in range(2000)}
    result = found(cells)

    assert "model-too-many" in notes(result)
    assert value(result, "modelled-difference") is None
    assert value(result, "difference-like-with-like") == pytest.approx(0.0)
    assert codes(result) == ["not-shown"]


def test_thin_strata_are_told():
    cells = {f"{side} w{at}": (at % 2, 2) for side in ("x", "nl") for at in range(30)}
    result = found(cells)

    assert {"thin-strata", "sameness-unsure"} <= notes(result)
    assert codes(result) == ["not-shown"]


def test_a_column_made_by_the_process_is_told():
    before, made_by = found(STAYS), found(STAYS, made_by_process="wijk")

    assert "made-by-process" not in before.unsaid
    assert "made-by-process" in made_by.unsaid
    assert "made-by-process" in notes(made_by)
    assert made_by.asked["made_by_process"] == ("wijk",)
    assert found(STAYS, given=(), made_by_process="wijk") == made_by
    assert value(before, "within") == value(made_by, "within")


def test_what_is_unknown_is_compared_with_what_is_unknown_and_told():
    cells = {**STAYS, "x onbekend": (10, 40), "nl onbekend": (20, 60)}

    assert "unknown-together" in notes(found(cells))
    assert "unknown-together" not in notes(found(STAYS))


def test_missing_outcomes_are_told():
    result = found(STAYS, unknown={("x", "a"): 12})

    (note,) = [note for note in result.notes if note.code == "outcome-unknown"]
    assert note.fields == {"people": 12}


def test_everybody_else_as_the_reference():
    cells = {**STAYS, "y a": (90, 200), "y b": (100, 200)}
    result = found(cells, reference=EVERYBODY_ELSE)
    figure = result.figure("difference-like-with-like", {"groep": "x"})

    assert figure.value == pytest.approx(((60 - 95) / 200 + (80 - 110) / 200) / 2)
    assert [people.n.value for people in figure.people] == [400, 800]
    assert [people.n.value for people in figure.also] == [400, 400, 400]
    assert result.figure("rate", {"groep": "nl"}).value == pytest.approx(220 / 400)
    assert len([f for f in result.figures if f.name == "rate"]) == 3


def test_more_columns_make_a_stratum_of_each_combination():
    cells = {
        (group, wijk, age): counts
        for key, counts in STAYS.items()
        for group, wijk in [key.split()]
        for age in ("jong", "oud")
    }
    result = adjusted(
        tally_of(cells, by=("groep", "wijk", "leeftijd")),
        across="groep",
        reference=Reference("level", "nl", "de grootste"),
        given=("leeftijd", "wijk"),
    )

    assert codes(result) == ["difference-stays"]
    assert value(result, "modelled-difference") == pytest.approx(-0.2, abs=5e-3)
    assert "reference-reason" in notes(result)
    assert result.reference.level == "nl"


def test_columns_that_are_not_asked_are_added_up():
    cells = {
        ("x", "a", "jong"): (30, 100),
        ("x", "a", "oud"): (30, 100),
        ("nl", "a", "jong"): (50, 100),
        ("nl", "a", "oud"): (50, 100),
    }
    result = adjusted(
        tally_of(cells, by=("groep", "wijk", "leeftijd")),
        across="groep",
        reference="nl",
        given="wijk",
    )

    assert value(result, "difference-like-with-like") == pytest.approx(-0.2)


def test_a_level_that_is_a_sum_of_others_is_no_group_and_no_stratum():
    rows = [
        {"groep": group, "wijk": wijk, "n": n, "x": x}
        for group, wijk, x, n in [
            ("x", "a", 60, 200),
            ("x", "b", 80, 200),
            ("nl", "a", 100, 200),
            ("nl", "b", 120, 200),
            ("x", "totaal", 140, 400),
            ("nl", "totaal", 220, 400),
        ]
    ]
    kept = tally(rows, by=["groep", "wijk"], outcome="x", count="n", totals="keep")
    result = adjusted(kept, across="groep", reference="nl", given="wijk")

    assert value(result, "difference-like-with-like") == pytest.approx(-0.2)
    assert result.figure("rate", {"groep": "nl"}).people[0].n.value == 400


def test_another_level_moves_the_intervals_and_not_the_answer():
    cells = {"x a": (80, 200), "x b": (100, 200), "nl a": (100, 200), "nl b": (120, 200)}
    narrow, wide = found(cells, level=0.8), found(cells, level=0.999)
    ends = [
        result.figure("difference-like-with-like", {"groep": "x"}).interval
        for result in (narrow, wide)
    ]

    assert ends[1].low < ends[0].low < ends[0].high < 0 < ends[1].high
    assert codes(narrow) == codes(wide) == ["difference-stays"]
    assert "level-asked" in notes(narrow)


def test_rounded_counts_have_intervals_that_allow_for_all_that_is_possible():
    exact, rough = found(STAYS), found(STAYS, rounded_to=10)
    of = {"groep": "x"}

    for name in ("rate", "difference", "difference-like-with-like", "ratio-like-with-like"):
        inner, outer = exact.figure(name, of).interval, rough.figure(name, of).interval
        assert outer.low < inner.low < inner.high < outer.high
        assert exact.figure(name, of).value == rough.figure(name, of).value
    assert rough.figure("within", of).interval is None
    assert rough.figure("modelled-ratio", of).interval is None
    assert {"rounded", "model-not-rounded"} <= notes(rough)
    assert not {"rounded", "model-not-rounded"} & notes(exact)


def test_rounding_that_could_undo_a_difference_makes_it_an_indication():
    cells = {"x a": (60, 200), "x b": (70, 200), "nl a": (80, 200), "nl b": (90, 200)}

    assert codes(found(cells)) == ["difference-stays"]
    assert codes(found(cells, rounded_to=10)) == ["indication"]


def test_a_hidden_count_leaves_an_answer_where_all_counts_behind_it_give_the_same():
    cells = {"x a": (60, 400), "x b": (None, 40), "nl a": (200, 400), "nl b": (20, 50)}
    result = found(cells)

    assert codes(result) == ["indication-hidden-less"]
    assert result.answers[0].certainty is Certainty.INDICATION
    figure = result.figure("difference-like-with-like", {"groep": "x"})
    assert figure.value is None
    assert figure.interval.high < 0
    assert figure.suppressed.reason == "hidden-in-source"
    assert "hidden-in-source" in notes(result)


def test_a_hidden_count_that_leaves_everything_open():
    result = found({"x a": (None, 20), "nl a": (6, 30)})

    assert codes(result) == ["cannot-hidden"]
    assert result.answers[0].certainty is None


def test_the_bootstrap_is_the_same_for_the_same_seed_and_near_the_formula():
    first, again, other = (
        found(STAYS, bootstrap=300, seed=seed).figure("modelled-difference", {"groep": "x"})
        for seed in (1, 1, 2)
    )
    formula = found(STAYS).figure("modelled-difference", {"groep": "x"})

    assert first == again != other
    assert (first.method, formula.method) == ("bootstrap", "delta")
    assert first.value == formula.value
    assert first.interval.low == pytest.approx(formula.interval.low, abs=0.02)
    assert first.interval.high == pytest.approx(formula.interval.high, abs=0.02)


def test_who_has_the_result_can_draw_the_same_again():
    result = found(STAYS, bootstrap=300.0, seed=7)
    again = {name: result.asked[name] for name in ("bootstrap", "seed")}

    assert again == {"bootstrap": 300, "seed": 7}
    assert found(STAYS, **again).figures == result.figures
    assert set(found(STAYS).asked) == {"given", "made_by_process"}


def test_a_bootstrap_in_which_the_reference_often_has_no_cases_says_so():
    cells = {"x a": (9, 40), "x b": (8, 40), "nl a": (1, 40), "nl b": (1, 40)}
    result = found(cells, bootstrap=200)
    figure = result.figure("modelled-ratio", {"groep": "x"})

    assert figure.value is not None
    assert figure.interval is None
    assert "redraw-failed" in notes(result)


def test_the_question_and_where_the_counts_came_from_go_along():
    result = found(STAYS, question=Question(row="person", effect="harm", once=True))

    assert result.question.effect == "harm"
    assert result.sources[0].name == "test"
    assert result.outcome == "uitkomst"
    assert not {"row-unsaid", "effect-unsaid", "repeats-unsaid"} & notes(result)


def test_it_writes_itself_as_json_and_as_a_frame():
    result = found(STAYS)

    assert '"difference-like-with-like"' in result.to_json()
    assert len(result.to_frame()) == len(result.figures)


def test_a_tally_read_back_gives_the_same():
    counts = made(STAYS)
    asked = {"across": "groep", "reference": "nl", "given": "wijk"}

    assert adjusted(Tally.from_json(counts.to_json()), **asked) == adjusted(counts, **asked)


def finite(result):
    values = [figure.value for figure in result.figures if figure.value is not None]
    values += [
        end for f in result.figures if f.interval for end in (f.interval.low, f.interval.high)
    ]
    return all(map(math.isfinite, values))
