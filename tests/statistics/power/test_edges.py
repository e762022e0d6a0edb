"""What cannot be planned, or not so: one sentence each, and never a number that means nothing."""

import math

import pytest

from waterpas.errors import CallError, LevelError
from waterpas.explain.results import picture, sentence
from waterpas.measure.planning import power
from waterpas.measure.plans.asked import DESIGNS, NEEDED

SAID = {
    "audit": {},
    "chain": {"steps": (0.5, 0.4)},
    "adjusted": {"group_parts": (0.5, 0.5), "reference_parts": (0.3, 0.7)},
    "intersections": {"levels": (2, 3)},
    "deciders": {"deciders": 20},
    "pay": {"spread": 800},
    "risk_profile": {},
    "change": {},
    "duration": {},
}
DIFFERENCE = {"pay": 200.0, "duration": 7.0}


def codes(plan):
    return [answer.code for answer in plan.answers]


def test_every_design_has_its_example_here():
    assert set(SAID) == set(DESIGNS)
    for design, settings in DESIGNS.items():
        assert {n for n, v in settings.items() if v is NEEDED} <= set(SAID[design])


@pytest.mark.parametrize("design", DESIGNS)
def test_every_design_answers_both_questions(design):
    seen = power(design, people=3000, **SAID[design])
    needed = power(design, difference=DIFFERENCE.get(design, 0.1), **SAID[design])

    assert f"{design}-smallest" in codes(seen)
    assert codes(needed) == [f"{design}-needed"]
    assert needed.figure("needed").value > 0


@pytest.mark.parametrize("design", DESIGNS)
def test_what_is_needed_for_a_difference_is_enough_to_see_it(design):
    difference = DIFFERENCE.get(design, 0.1)
    people = power(design, difference=difference, **SAID[design]).figure("needed").value

    enough = power(design, people=people, **SAID[design])
    fewer = power(design, people=0.97 * people, **SAID[design])

    def largest(plan):
        return max(f.value for f in plan.figures if f.name == "smallest")

    assert largest(enough) <= difference * (1 + 1e-6)
    assert largest(fewer) > difference


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_plan_can_be_said_and_drawn(design, lang):
    for question in ({"people": 3000}, {"difference": DIFFERENCE.get(design, 0.1)}):
        plan = power(design, **question, **SAID[design])

        said = sentence(plan, lang)
        assert said.endswith(".")
        assert "%(" not in said
        assert "nan" not in said.lower()
        assert picture(plan, lang).startswith("<svg")


class TestRatesAtTheEnd:
    def test_where_nobody_has_it_only_more_can_be_seen(self):
        plan = power("audit", people=2000, rate=0)

        assert codes(plan) == ["audit-smallest"]
        assert plan.figure("smallest-lower").value is None
        assert plan.figure("smallest").value == plan.figure("smallest-higher").value

    def test_where_everybody_has_it_only_less_can_be_seen(self):
        plan = power("audit", people=2000, rate=1)

        assert plan.figure("smallest-higher").value is None
        assert plan.figure("smallest").value == pytest.approx(
            power("audit", people=2000, rate=0).figure("smallest").value
        )

    def test_where_less_is_possible_but_never_seen_it_says_so(self):
        plan = power("audit", people=400, rate=0.05)

        assert codes(plan) == ["audit-smallest", "never-lower"]
        assert "hoe groot dat verschil ook is" in sentence(plan)

    def test_where_nothing_can_be_seen_it_says_what_can_be_done(self):
        plan = power("audit", people=100, share=0.1, rate=0.5, power=0.99, groups=9)

        assert codes(plan) == ["cannot-see"]
        assert "buurgemeenten" in sentence(plan)

    @pytest.mark.parametrize("difference", [0.8, 0.71])
    def test_a_difference_that_leaves_0_to_1_is_refused(self, difference):
        with pytest.raises(CallError, match="onder 0% of boven 100%"):
            power("audit", difference=difference, rate=0.3)

    def test_a_difference_that_is_possible_in_one_direction_is_planned_in_that_one(self):
        plan = power("audit", difference=0.6, rate=0.3, share=0.5)

        assert plan.figure("needed").value == 20  # no fewer than ten in each group

    def test_a_difference_to_everybody_or_nobody_is_seen(self):
        assert power("audit", difference=1.0 - 1e-9, rate=0, share=0.5).figure("needed").value == 20


class TestTooFew:
    @pytest.mark.parametrize("people", [1, 50, 99])
    def test_a_group_of_fewer_than_ten_gets_no_number(self, people):
        plan = power("audit", people=people, share=0.1)

        assert codes(plan) == ["cannot-too-few"]
        assert plan.figure("smallest") is None
        assert "minder dan tien mensen" in sentence(plan)

    def test_ten_is_enough_for_an_answer(self):
        assert codes(power("audit", people=100, share=0.1))[0] == "audit-smallest"

    def test_fewer_than_ten_deciders_is_no_plan(self):
        for more in ({"people": 5000}, {"difference": 0.1}):
            plan = power("deciders", deciders=9, **more)

            assert codes(plan) == ["cannot-few-deciders"]
            assert "tien beslissers" in sentence(plan)

    def test_fewer_than_twenty_each_is_no_plan(self):
        plan = power("deciders", deciders=10, people=190)

        assert codes(plan) == ["cannot-few-each"]
        assert plan.figure("each").value == 19

    def test_a_plan_for_deciders_has_twenty_each(self):
        plan = power("deciders", deciders=10, difference=0.9)

        assert plan.figure("each").value == 20

    def test_a_step_that_nobody_reaches_says_so_and_the_others_answer(self):
        plan = power("chain", people=400, steps=(0.5, 0.2, 0.5))

        assert [code for code in codes(plan) if code != "never-lower"] == [
            "chain-smallest",
            "chain-smallest",
            "cannot-too-few",
        ]

    def test_no_kind_of_people_in_both_groups_is_no_plan(self):
        for more in ({"people": 5000}, {"difference": 0.1}):
            plan = power("adjusted", group_parts=(1, 0), reference_parts=(0, 1), **more)

            assert codes(plan) == ["cannot-no-overlap"]

    def test_a_difference_that_is_too_small_for_the_whole_country(self):
        assert codes(power("audit", difference=1e-6)) == ["cannot-enough"]


class TestHowLong:
    def test_a_change_takes_periods(self):
        plan = power("change", people=2000, share=0.3, rate=0.2, gap=0.1, difference=0.05, before=4)

        assert codes(plan) == ["change-periods"]
        after = int(plan.figure("periods").value)
        more = {"share": 0.3, "rate": 0.2, "gap": 0.1, "before": 4}
        assert power("change", people=2000, after=after, **more).figure("smallest").value <= 0.05
        assert power("change", people=2000, after=after - 1, **more).figure("smallest").value > 0.05

    def test_with_too_few_before_it_is_never_seen(self):
        plan = power("change", people=200, difference=0.05)

        assert codes(plan) == ["change-never"]
        assert plan.figure("periods").value is None


NONSENSE = [None, math.nan, math.inf, -math.inf, -5, 0, "700", True, [700], 1e30]


@pytest.mark.parametrize("people", NONSENSE[1:])
def test_a_number_of_people_that_is_none_is_refused(people):
    with pytest.raises(CallError, match="20 miljoen"):
        power("audit", people=people)


@pytest.mark.parametrize("share", [0, 1, -0.1, 1.5, math.nan, "10%", True])
def test_a_share_of_nothing_or_of_everything_is_refused(share):
    with pytest.raises(CallError, match="groter dan 0 en kleiner dan 1"):
        power("audit", people=700, share=share)


@pytest.mark.parametrize("rate", [-0.1, 1.1, math.nan, "0.5"])
def test_a_rate_outside_0_to_1_is_refused(rate):
    with pytest.raises(CallError, match="van 0 tot en met 1"):
        power("audit", people=700, rate=rate)


@pytest.mark.parametrize("difference", [0, -0.1, 1, 2, math.nan, "klein"])
def test_a_difference_of_nothing_is_refused(difference):
    with pytest.raises(CallError):
        power("audit", difference=difference)


@pytest.mark.parametrize("chance", [0.49, 0, 1, 1.2, math.nan, "vaak", None])
def test_a_chance_below_a_half_is_refused(chance):
    with pytest.raises(CallError, match=r"minstens 0\.5"):
        power("audit", people=700, power=chance)


@pytest.mark.parametrize("groups", [1, 0, -2, 2.5, "drie", 10_000])
def test_one_group_is_nothing_to_compare(groups):
    with pytest.raises(CallError, match="heel getal van 2"):
        power("audit", people=700, groups=groups)


@pytest.mark.parametrize("level", [0.5, 1, 0.9999])
def test_a_level_of_no_use_is_refused(level):
    with pytest.raises(LevelError):
        power("audit", people=700, level=level)


@pytest.mark.parametrize(
    ("design", "more", "says"),
    [
        ("onbekend", {"people": 5}, "Kies uit"),
        ("audit", {}, "niet allebei"),
        ("audit", {"people": 5, "difference": 0.1}, "niet allebei"),
        ("change", {}, "niet allebei"),
        ("audit", {"people": 700, "days": 40}, "hoort geen days"),
        ("pay", {"people": 700}, "ontbreekt spread"),
        ("pay", {"people": 700, "spread": 0}, "groter dan 0"),
        ("pay", {"people": 700, "spread": 800, "questions": 5}, "heel getal van 1"),
        ("pay", {"people": 700, "spread": math.nan}, "groter dan 0"),
        ("chain", {"people": 700, "steps": ()}, "minstens één getal"),
        ("chain", {"people": 700, "steps": "halve"}, "een rij getallen"),
        ("chain", {"people": 700, "steps": (0.5, 1)}, "groter dan 0 en kleiner dan 1"),
        ("chain", {"difference": 0.6, "steps": (0.5, 0.3)}, "onder 0% of boven 100%"),
        ("deciders", {"people": 700, "deciders": 1}, "heel getal van 2"),
        ("deciders", {"people": 700, "deciders": 20, "rate": 0}, "kunnen beslissers niet"),
        ("audit", {"people": 700, "groups": 12}, "blijft er niemand over"),
        ("intersections", {"people": 700, "levels": (2, 3), "depth": 3}, "hoogstens 2"),
        ("intersections", {"people": 700, "levels": (1, 3)}, "heel getal van 2"),
        ("intersections", {"people": 700, "levels": ()}, "hoogstens 0"),
        ("risk_profile", {"people": 700, "levels": (1, 3)}, "heel getal van 2"),
        ("intersections", {"people": 700, "levels": (900, 900), "depth": 2}, "doorzoeken wij niet"),
        ("intersections", {"people": 700, "levels": (50,) * 30, "depth": 9}, "doorzoeken wij niet"),
        ("adjusted", {"people": 9, "group_parts": (1,), "reference_parts": (0.5, 0.5)}, "evenveel"),
        ("adjusted", {"people": 9, "group_parts": (0.5,), "reference_parts": (1,)}, "samen 1"),
        ("risk_profile", {"people": 700, "found": 0}, "groter dan 0"),
        ("risk_profile", {"people": 700, "among": "ja"}, "found"),
        ("change", {"people": 700, "gap": 0.9}, "tussen 0% en 100%"),
        ("change", {"people": 700, "before": 0}, "heel getal van 1"),
        ("duration", {"people": 700, "days": 0}, "groter dan 0"),
        ("duration", {"people": 700, "decided": 0}, "groter dan 0"),
    ],
)
def test_what_cannot_be_asked_gets_one_sentence(design, more, says):
    with pytest.raises(CallError) as refused:
        power(design, **more)

    said = str(refused.value)
    assert says in said
    assert "\n" not in said
    assert refused.value.text("en") != said


def test_the_people_of_a_plan_add_up():
    """193 and 1,732 are 1,925."""
    for more in ({"people": 1925.0}, {"difference": 0.1, "rate": 0.3}):
        plan = power("audit", share=0.1, **more)
        whole = plan.figure("people") or plan.figure("needed")
        sides = [plan.figure(name).value for name in ("in-group", "in-reference")]
        assert sum(sides) == whole.value

    three = power("audit", people=1925.0, share=0.1, groups=3)
    assert [three.figure(name).value for name in ("in-group", "in-reference")] == [193, 1539]


@pytest.mark.parametrize(("lang", "small"), [("nl", "kleine groep"), ("en", "small group")])
def test_more_than_half_of_all_people_is_no_small_group(lang, small):
    assert small in sentence(power("pay", people=700, share=0.1, spread=800), lang)
    assert small not in sentence(power("pay", people=700, share=0.6, spread=800), lang)


def test_what_cannot_be_seen_is_not_said_to_be_seen_80_times():
    def notes(plan):
        return [note.code for note in plan.notes]

    assert "seen-so-often" in notes(power("audit", people=700, share=0.1))
    few = power("audit", people=50, share=0.1)
    assert codes(few) == ["cannot-too-few"]
    assert "seen-so-often" not in notes(few)


@pytest.mark.parametrize(
    ("design", "more", "less"),
    [
        ("pay", {"spread": 800, "questions": 2}, {"spread": 800, "questions": 1}),
        ("risk_profile", {"levels": (3, 3)}, {"levels": ()}),
        ("risk_profile", {}, {"levels": (3, 3)}),
    ],
)
def test_who_asks_more_at_once_needs_more_people(design, more, less):
    difference = DIFFERENCE.get(design, 0.1)
    needed = [
        power(design, difference=difference, **said).figure("needed").value for said in (more, less)
    ]

    assert needed[0] > needed[1]


def test_a_plan_of_pay_in_tiny_groups_says_that_it_asks_more_than_it_takes():
    def says(**more):
        plan = power("pay", spread=700, **more)
        return "roomy" in [note.code for note in plan.notes]

    assert says(people=60, share=0.2, questions=1)
    assert says(people=60, share=0.8, questions=1)
    assert not says(people=60, share=0.2)  # a scale is looked into, so it is no longer so
    assert not says(people=60, share=0.34, questions=1)  # 20 people: the middle amount is as well
    assert says(difference=900, share=0.2, questions=1)
