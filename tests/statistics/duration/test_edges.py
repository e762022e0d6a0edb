"""Every edge by name: what the method says where little, or nothing, can be said."""

import pytest

from tests.statistics.duration.tables import (
    BY,
    DECIDED,
    GAVE_UP,
    OPEN,
    codes,
    evenly,
    measured,
    table,
)
from waterpas.errors import CallError, LevelError
from waterpas.measure.duration import duration
from waterpas.results import Certainty
from waterpas.tallies.build import tally

SLOW, QUICK = range(40, 100), range(10, 70)
BOTH = [*evenly("A", SLOW, 5), *evenly("B", QUICK, 9)]


def test_who_waits_longer_waits_longer():
    result = measured(table(BOTH))
    figure = result.figure("mean-difference", {"groep": "A"})

    assert codes(result) == ["longer"]
    assert figure.value > 0
    assert figure.interval.low > 0
    assert result.answers[0].certainty is Certainty.DIFFERENCE
    assert result.family == 1


def test_who_waits_less_long_waits_less_long():
    assert codes(measured(table(BOTH), reference="A"), "B") == ["shorter"]


def test_two_groups_that_wait_equally_long_show_nothing_and_say_what_could_have_been_seen():
    result = measured(table([*evenly("A", QUICK, 5), *evenly("B", QUICK, 9)]))
    smallest = result.figure("smallest-difference", {"groep": "A"})

    assert codes(result) == ["not-shown"]
    assert "smallest-difference" in result.answers[0].figures
    assert 1 < smallest.value < 10


def test_nothing_is_asked_of_giving_up_without_a_level_for_it():
    result = measured(table(BOTH), gave_up=None)

    assert codes(result) == ["longer"]
    assert not [each for each in result.figures if "gave-up" in each.name]


def gives_up(mine, other):
    """Of 300 people in each group so many gave up, spread over the days."""
    rows = []
    for group, people in (("A", mine), ("B", other)):
        rows += [(group, 10 + at % 60, GAVE_UP, 1) for at in range(people)]
        rows += [(group, 10 + at % 60, DECIDED, 1) for at in range(300 - people)]
    return table(rows)


@pytest.mark.parametrize(
    ("mine", "other", "code"),
    [
        (90, 30, "gave-up-more"),
        (30, 90, "gave-up-less"),
        (60, 60, "gave-up-not-shown"),
    ],
)
def test_who_gives_up_more_often_is_said(mine, other, code):
    result = measured(gives_up(mine, other))
    share = result.figure("gave-up", {"groep": "A"})

    assert codes(result)[1] == code
    assert share.value == mine / 300
    assert result.figure("gave-up-ratio", {"groep": "A"}).value == pytest.approx(mine / other)
    assert [each.cases.value for each in share.people] == [mine]


def test_without_a_giver_up_in_either_group():
    rows = [*BOTH, ("C", 5, GAVE_UP, 1)]

    assert codes(measured(table(rows))) == ["longer", "gave-up-nobody"]


def test_without_a_giver_up_in_the_reference_there_is_no_ratio():
    result = measured(gives_up(60, 0))
    ratio = result.figure("gave-up-ratio", {"groep": "A"})

    assert codes(result)[1] == "gave-up-more"
    assert ratio.value is None
    assert [note.code for note in ratio.notes] == ["ratio-undefined"]


def test_two_questions_about_six_groups_are_twelve_comparisons():
    rows = []
    for group in "ABCDEFG":
        rows += [*evenly(group, SLOW, 3), *evenly(group, SLOW, 1, GAVE_UP)]

    assert measured(table(rows)).family == 12


# Open cases.


def test_open_cases_count_until_the_day_they_were_last_seen():
    rows = [*BOTH, *evenly("A", range(5, 65), 2, OPEN), *evenly("B", range(5, 65), 3, "onbekend")]
    result = measured(table(rows))
    notes = {note.code: note.fields for note in result.notes}

    assert codes(result) == ["longer"]
    assert notes["still-open"] == {"people": 300}
    assert notes["open-values"] == {"levels": (OPEN, "onbekend")}


def test_with_open_cases_giving_up_is_looked_at_up_to_the_horizon():
    rows = [*BOTH, *evenly("A", SLOW, 2, GAVE_UP), *evenly("B", QUICK, 1, GAVE_UP)]
    closed = measured(table(rows))
    still = measured(table([*rows, ("A", 3, OPEN, 1)]))

    assert "giving-up-until" not in [note.code for note in closed.notes]
    assert "giving-up-until" in [note.code for note in still.notes]
    of = {"groep": "A"}
    assert closed.figure("gave-up", of).value == 120 / 420
    assert still.figure("gave-up", of).people[0].cases.value < 120


def test_where_everybody_is_open_nothing_can_be_said():
    rows = [*evenly("A", SLOW, 5, OPEN), *evenly("B", QUICK, 9)]
    result = measured(table(rows))

    assert codes(result) == ["cannot-all-open"]
    assert [each.name for each in result.figures] == ["counted"]


def test_where_nobody_of_the_reference_got_a_decision_nothing_can_be_said():
    rows = [*evenly("A", SLOW, 5), *evenly("B", QUICK, 9, GAVE_UP)]

    assert codes(measured(table(rows)))[0] == "cannot-all-open"


def test_a_half_that_is_not_reached_is_said_and_not_guessed():
    rows = [
        *evenly("A", range(10, 40), 4),
        *evenly("A", range(40, 100), 5, OPEN),
        *evenly("B", QUICK, 9),
    ]
    half = measured(table(rows)).figure("median", {"groep": "A"})

    assert (half.value, half.interval) == (None, None)
    assert [note.code for note in half.notes] == ["median-not-reached"]


def test_a_half_whose_interval_has_no_end_is_said():
    rows = [
        *evenly("A", range(10, 42), 2),
        ("A", 42, OPEN, 40),
        ("A", 80, OPEN, 20),
        *evenly("B", QUICK, 9),
    ]
    half = measured(table(rows)).figure("median", {"groep": "A"})

    assert half.value is not None
    assert half.interval is None
    assert [note.code for note in half.notes] == ["median-open-end"]


# The horizon and the term.


def test_the_horizon_is_the_largest_at_which_ten_of_every_group_still_wait_in_whole_weeks():
    result = measured(table(BOTH))

    # The tenth from the end: of A on day 98, of B on day 68.
    assert result.asked["horizon"] == 63.0
    assert [note.code for note in result.notes if note.fields.get("days") == 63] == [
        "horizon-chosen"
    ]


def test_a_group_that_is_too_small_does_not_shorten_the_horizon():
    rows = [*BOTH, *evenly("C", range(1, 16), 1)]
    result = measured(table(rows))

    assert result.asked["horizon"] == 63.0
    assert codes(result, "C") == ["too-few"]


def test_a_horizon_that_was_asked_is_kept_and_said():
    result = measured(table(BOTH), horizon=90)

    assert result.asked["horizon"] == 90.0
    assert "horizon-asked" in [note.code for note in result.notes]


def test_a_horizon_to_which_nobody_was_followed_cannot_be_told():
    rows = [*BOTH, *evenly("A", range(5, 65), 2, OPEN)]
    result = measured(table(rows), horizon=400)

    assert codes(result) == ["cannot-too-far"]


def test_a_horizon_beyond_the_last_day_is_fine_when_everybody_was_followed():
    result = measured(table(BOTH), horizon=400)

    assert result.figure("mean", {"groep": "A"}).value == sum(SLOW) / len(SLOW)


def test_giving_up_cannot_be_told_up_to_a_day_to_which_nobody_was_followed():
    rows = [*BOTH, *evenly("A", SLOW, 2, GAVE_UP), *evenly("A", range(5, 65), 2, OPEN)]

    assert codes(measured(table(rows), horizon=400)) == ["cannot-too-far", "gave-up-cannot"]


@pytest.mark.parametrize("name", ["horizon", "term"])
@pytest.mark.parametrize("days", [0, -7, float("nan"), float("inf"), "56", True])
def test_a_horizon_or_term_that_is_no_number_of_days_is_refused(name, days):
    with pytest.raises(CallError, match=rf"Het aantal dagen \({name}\) is meer dan 0"):
        measured(table(BOTH), **{name: days})


def test_everybody_decided_on_the_day_itself_leaves_nothing_to_wait_for():
    rows = [("A", 0, DECIDED, 40), ("B", 0, DECIDED, 90)]

    assert codes(measured(table(rows))) == ["cannot-no-days"]


def test_everybody_after_the_same_number_of_days_leaves_no_chance():
    rows = [("A", 14, DECIDED, 40), ("B", 7, DECIDED, 90)]
    asked = measured(table(rows), horizon=30)

    assert codes(asked) == ["cannot-same"]


@pytest.mark.parametrize("day", [2, 7, 10, 16])
def test_all_decisions_on_one_day_are_said_to_be_on_one_day(day):
    """Not that there are too few: the whole weeks before that day hold no decision."""
    rows = [("A", day, DECIDED, 60), ("B", day, DECIDED, 90)]
    spread = [("A", day, DECIDED, 60), *evenly("B", QUICK, 9)]

    assert codes(measured(table(rows))) == ["cannot-same"]
    assert codes(measured(table(spread))) == ["cannot-same"]


def test_two_days_on_both_sides_of_a_whole_week_give_an_answer():
    rows = [("A", 9, DECIDED, 40), ("A", 13, DECIDED, 60)]
    rows += [("B", 8, DECIDED, 90), ("B", 13, DECIDED, 60)]
    result = measured(table(rows))

    assert result.asked["horizon"] == 13.0  # in the first seven days nobody had a decision
    assert codes(result) == ["longer"]


def test_decisions_that_lie_too_far_apart_are_said_to():
    rows = [*evenly("A", range(60, 90), 2), *evenly("B", range(5, 15), 9)]

    assert codes(measured(table(rows))) == ["too-few-so-far"]


def test_the_share_within_the_term_is_of_all_who_started():
    rows = [*BOTH, *evenly("A", SLOW, 5, GAVE_UP)]
    result = measured(table(rows), term=56)
    within = result.figure("within", {"groep": "A"})

    assert within.value == 17 * 5 / 600
    assert (within.people[0].n.value, within.people[0].cases.value) == (600, 85)
    assert codes(result)[:2] == ["longer", "within-less"]
    assert "within-difference" in result.answers[1].figures


def test_a_term_to_which_nobody_was_followed_is_left_out_and_said():
    rows = [*BOTH, *evenly("A", range(5, 65), 2, OPEN)]
    result = measured(table(rows), term=400)

    assert result.figure("within", {"groep": "A"}) is None
    assert codes(result) == ["longer", "within-cannot"]


# Few people.


def test_fewer_than_twenty_people_or_ten_decisions_are_too_few():
    few = [*evenly("A", range(40, 59), 1), *evenly("B", QUICK, 9)]
    undecided = [
        *evenly("A", range(40, 49), 1),
        *evenly("A", SLOW, 5, OPEN),
        *evenly("B", QUICK, 9),
    ]

    assert codes(measured(table(few))) == ["too-few"]
    assert codes(measured(table(undecided))) == ["too-few"]


def test_fewer_than_ten_decisions_within_the_horizon_are_too_few():
    assert codes(measured(table(BOTH), horizon=41)) == ["longer"]
    assert codes(measured(table(BOTH), horizon=40)) == ["too-few-so-far"]


def test_the_people_of_a_group_that_is_too_small_are_known_to_a_release():
    result = measured(table([*evenly("A", range(40, 49), 1), *evenly("B", QUICK, 9)]))

    assert [each.n.value for each in result.figure("counted", {"groep": "A"}).people] == [9, 540]


def test_one_group_alone_has_nobody_to_be_compared_with():
    result = measured(table(evenly("B", QUICK, 9)))

    assert (result.answers, result.figures) == ((), ())


def test_all_others_are_the_people_of_the_other_groups():
    rows = [*BOTH, *evenly("C", QUICK, 4)]
    together = measured(table(rows), reference="everybody-else")
    alone = measured(table([*evenly("A", SLOW, 5), *evenly("B", QUICK, 13)]))

    for name in ("mean", "reference-mean", "mean-difference"):
        one, other = (each.figure(name, {"groep": "A"}) for each in (together, alone))
        assert one.value == pytest.approx(other.value)
    assert [each.of["groep"] for each in together.answers] == ["A", "B", "C"]


# Bad input.


def test_days_of_nobody_knows_how_many_are_left_out_and_counted():
    result = measured(table([*BOTH, ("A", "onbekend", DECIDED, 7)]))
    note = next(note for note in result.notes if note.code == "days-unknown")

    assert note.fields == {"column": "dagen", "people": 7}
    assert result.figure("mean", {"groep": "A"}).people[0].n.value == 300


def test_a_group_of_which_no_days_are_known_cannot_be_told():
    rows = [*BOTH, ("C", "onbekend", DECIDED, 70)]

    assert codes(measured(table(rows)), "C") == ["cannot-empty"]


def test_days_with_a_comma_or_a_point_are_numbers():
    rows = [(group, f"{day},5", end, n) for group, day, end, n in BOTH]
    points = [(group, f"{day}.5", end, n) for group, day, end, n in BOTH]

    assert measured(table(rows)).figures == measured(table(points)).figures


@pytest.mark.parametrize("day", ["snel", "", "nan", "inf", "2024-01-31"])
def test_days_that_are_no_number_are_refused(day):
    with pytest.raises(CallError, match="Dat is geen aantal dagen"):
        measured(table([*BOTH, ("A", day, DECIDED, 1)]))


def test_negative_days_are_refused():
    with pytest.raises(CallError, match="negatief aantal dagen: -3"):
        measured(table([*BOTH, ("A", "-3", DECIDED, 1)]))


def test_a_hidden_count_of_another_group_leaves_the_rest_as_it_is():
    result = measured(table([*BOTH, ("C", 12, DECIDED, None), *evenly("C", SLOW, 5)]))

    assert codes(result, "C") == ["longer-rounded"]
    about_a = tuple(each for each in result.figures if each.of == {"groep": "A"})
    assert about_a == measured(table(BOTH)).figures


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"days": "groep"}, "staat er twee keer"),
        ({"days": "weken"}, "staat niet in de telling"),
        ({"ended": None}, "Noem ook de kolom die zegt hoe het afliep"),
        ({"decided": None, "gave_up": None}, "Noem ook welke waarde"),
        ({"decided": "klaar"}, "De waarde 'klaar' staat niet in kolom 'einde'"),
        ({"gave_up": "weg"}, "De waarde 'weg' staat niet in kolom 'einde'"),
        ({"gave_up": DECIDED}, "twee verschillende waarden"),
        ({"reference": "everybody"}, "de groep hoort daar zelf bij"),
        ({"reference": "Z"}, "komt niet voor in kolom 'groep'"),
    ],
)
def test_a_wrong_call_is_one_sentence(more, said):
    with pytest.raises(CallError, match=said):
        measured(table(BOTH), **more)


def test_what_is_no_tally_and_what_is_no_level_are_refused():
    with pytest.raises(CallError, match="Geef een telling"):
        duration(BOTH, across="groep", reference="B", days="dagen")
    with pytest.raises(LevelError):
        measured(table(BOTH), level=0.5)


def test_persons_that_occur_more_often_are_refused():
    rows = [{"groep": g, "dagen": day, "wie": day, "x": "ja"} for g in "AB" for day in range(40)]
    counts = tally(rows, by=["groep", "dagen"], outcome="x=ja", person="wie")

    with pytest.raises(CallError, match="een persoon vaker kan voorkomen"):
        duration(counts, across="groep", reference="B", days="dagen")


def test_weeks_give_the_same_answer_as_days():
    weeks = [(group, 7 * -(-day // 7), end, n) for group, day, end, n in BOTH]
    result = measured(table(weeks, by=BY[:2]), horizon=70)

    assert codes(result) == ["longer"]
    assert result.figure("mean-difference", {"groep": "A"}).value == pytest.approx(24, abs=3)


def test_another_level_of_certainty_widens_the_interval_and_leaves_the_answer():
    usual, wide = measured(table(BOTH)), measured(table(BOTH), level=0.999)
    of = {"groep": "A"}

    assert usual.answers == wide.answers
    assert (
        wide.figure("mean-difference", of).interval.low
        < usual.figure("mean-difference", of).interval.low
    )


@pytest.mark.parametrize("days", [0, -5.0, 100_000, 100_000.0])
def test_days_that_cannot_be_are_refused_with_both_limits_and_as_they_were_typed(days):
    with pytest.raises(CallError, match=rf"minder dan 100\.000; opgegeven is {days:.0f}\."):
        measured(table(BOTH), term=days, horizon=1)
