"""The one way out: what is hidden, and what would give it away."""

import re

import pytest

from tests.tallies import chain_of, duo_2014, tally_of
from waterpas.disclosure import release
from waterpas.explain.notes import note_text
from waterpas.measure.against import EVERYBODY, EVERYBODY_ELSE
from waterpas.measure.chain import chain
from waterpas.measure.groups import compare_groups
from waterpas.tallies.build import tally
from waterpas.tallies.tally import Step


def released(cells, *, reference="ref", by=("g",), **options):
    across, *strata = by
    result = compare_groups(
        tally_of(cells, by=by), across=across, reference=reference, by=tuple(strata)
    )
    return release(result, audience="internal", **options)


def rows(released):
    return {tuple(g.group.values()): g for g in released.result.groups}


@pytest.mark.parametrize(
    ("cases", "n"), [(4, 9), (9, 100), (95, 100), (100, 100), (0, 100)], ids=str
)
def test_a_group_with_few_people_few_cases_or_few_others_is_hidden(cases, n):
    found = released({("ref",): (40, 100), ("g",): (cases, n)})

    hidden = rows(found)["g",]
    assert hidden.suppressed.reason == "small-group"
    assert hidden.n.value is hidden.cases.value is None
    assert hidden.rate is hidden.difference is hidden.ratio is hidden.p is None
    assert found.hidden == 1


def test_what_is_large_enough_stays_as_it_was():
    found = released({("ref",): (40, 100), ("g",): (10, 20)})

    assert found.hidden == 0
    assert rows(found)["g",].cases.value == 10


def test_a_hidden_reference_takes_its_counts_out_of_every_other_group():
    found = released({("ref",): (4, 100), ("g",): (50, 100)})

    other = rows(found)["g",]
    assert other.rate.value == 0.5
    assert other.reference_n is other.reference_cases is other.difference is other.ratio is None


@pytest.mark.parametrize("reference", [EVERYBODY, EVERYBODY_ELSE])
def test_against_everybody_one_hidden_group_hides_all_comparisons(reference):
    found = released({("a",): (40, 100), ("b",): (50, 100), ("c",): (3, 9)}, reference=reference)

    shown = [g for g in found.result.groups if g.group["g"] in {"a", "b"}]
    assert all(g.difference is None and g.reference_n is None for g in shown)


def test_the_row_of_everybody_goes_when_a_group_is_hidden():
    """Everybody minus the groups that are shown would be the group that is not."""
    found = released({("a",): (40, 100), ("b",): (50, 100), ("c",): (3, 9)}, reference=EVERYBODY)

    everybody = rows(found)[EVERYBODY,]
    assert everybody.n.value is everybody.cases.value is everybody.rate is None


def test_a_hidden_stratum_leaves_the_other_strata_alone():
    cells = {
        ("ref", "x"): (40, 100),
        ("g", "x"): (3, 9),
        ("ref", "y"): (40, 100),
        ("g", "y"): (50, 100),
    }
    found = rows(released(cells, by=("g", "s")))

    assert found["g", "x"].rate is None
    assert found["g", "y"].difference is not None


def test_a_chain_hides_the_same_people_as_the_next_step_counts_them():
    result = chain(duo_2014(), across="herkomst", reference="NL")
    found = release(result, audience="public", minimum=60).result

    last = found.steps[-1]
    hidden = [g for g in last.comparison.groups if g.group["herkomst"] == "Europa"]
    assert hidden[0].rate is None
    assert "Europa" not in last.cumulative


PEOPLE = {"all": 1000, "asked": 500, "passed": 495, "hired": 200, "other": 300}


def released_chain(*steps, **counts):
    rows = [{"g": "g", **PEOPLE, **counts}, {"g": "ref", **PEOPLE, "passed": 400}]
    result = chain(tally(rows, by="g", steps=list(steps)), across="g", reference="ref")
    return release(result, audience="public").result


def shown(result, level="g"):
    """How many people of a group the released chain shows, per step."""
    for step in result.steps:
        (group,) = (each for each in step.comparison.groups if each.group["g"] == level)
        if group.n.value is not None:
            yield from ((step.of, group.n.value), (step.id, group.cases.value))


def test_the_steps_around_a_hidden_one_do_not_tell_who_fell_away():
    """500 were asked; would the last step be of 495 people, then 5 did not pass."""
    found = released_chain("all", "asked", "passed", "hired")

    assert set(shown(found)) == {("all", 1000), ("asked", 500)}
    assert ("passed", 400) in set(shown(found, "ref"))
    assert "g" not in found.steps[-1].cumulative


def test_a_step_beside_the_chain_does_not_tell_who_fell_away():
    found = released_chain("all", "other:all", "asked:all", "hired:asked", asked=995)

    assert set(shown(found)) == {("all", 1000), ("other", 300)}


def test_counts_far_apart_along_a_chain_all_stay():
    found = released_chain("all", "asked", "passed", "hired", passed=490)

    assert list(shown(found))[-2:] == [("passed", 490), ("hired", 200)]


def applicants(*, came):
    """Per group 200 wrote and 100 were invited; so many came, and of those 20 were hired."""
    names = ("wrote", "invited", "came", "hired")
    before = (None, *names)
    counts = chain_of(
        {(level,): (200, 100, number, 20) for level, number in came.items()},
        by=("g",),
        steps=tuple(Step(name, {}, of=of) for name, of in zip(names, before, strict=False)),
    )
    found = release(chain(counts, across="g", reference="ref"), audience="council")
    groups = [{g.group["g"]: g for g in s.comparison.groups} for s in found.result.steps]
    return found, groups


def test_a_later_step_does_not_give_away_what_the_step_before_it_hides():
    """100 invited, 95 came: with 95 under the next step, the 5 who stayed away are known."""
    found, (invited, came, hired) = applicants(came={"ref": 60, "a": 95, "b": 50})

    assert invited["a"].cases.value == 100
    assert came["a"].suppressed.reason == "small-group"
    assert hired["a"].suppressed.reason == "other-step-hidden"
    assert hired["a"].n.value is hired["a"].cases.value is hired["a"].rate is None
    assert hired["b"].n.value == 50
    assert "a" not in found.result.steps[2].cumulative
    assert found.hidden == 2


def test_a_reference_hidden_in_one_step_is_not_in_the_next():
    _, (_, _, hired) = applicants(came={"ref": 95, "a": 60})

    assert hired["ref"].n.value is None
    assert hired["a"].reference_n is None


def test_nothing_of_a_hidden_figure_is_in_the_json():
    found = released({("ref",): (4321, 10000), ("g",): (7, 8)})

    text = found.result.to_json()
    assert "small-group" in text
    assert '"cases": 7' not in text
    assert '"n": 8' not in text


def test_the_rows_of_the_source_go_when_a_group_is_hidden():
    """All rows minus the people who are shown would be the people who are not."""
    hidden = released({("ref",): (40, 100), ("g",): (3, 9)}).result.sources[0]
    shown = released({("ref",): (40, 100), ("g",): (30, 90)}).result.sources[0]

    assert hidden.rows is hidden.used is None
    assert shown.rows == 2


def test_a_hidden_count_cannot_be_tried_until_the_fingerprint_fits(tmp_path):
    path = tmp_path / "aantallen.csv"
    path.write_text("g,n,x\nref,1000,200\ng,50,7\n")
    result = compare_groups(
        tally(path, by="g", outcome="x", count="n"), across="g", reference="ref"
    )
    found = release(result, audience="public").result

    assert result.sources[0].sha256
    assert found.sources[0].sha256 is None
    assert found.sources[0].name == "aantallen.csv"


def test_a_column_that_is_not_shown_cannot_be_tried_until_the_fingerprint_fits(tmp_path):
    path = tmp_path / "aantallen.csv"
    path.write_text("g,sekse,n,x\nref,v,600,120\nref,m,400,80\ng,v,4,3\ng,m,46,27\n")
    result = compare_groups(
        tally(path, by="g", outcome="x", count="n"), across="g", reference="ref"
    )
    found = release(result, audience="internal")

    assert found.hidden == 0
    assert found.result.sources[0].sha256 is None


def test_an_adjusted_p_value_is_not_that_of_a_hidden_group():
    """With two comparisons the smaller p can become the larger one: that of the hidden group."""
    counts = {("ref",): (120, 300), ("shown",): (51, 200), ("small",): (3, 30)}
    whole = compare_groups(tally_of(counts, by=("g",)), across="g", reference="ref")
    p = {group.group["g"]: (group.p, group.p_adjusted) for group in whole.groups}
    found = rows(released(counts))

    assert p["shown"][1] == p["small"][0]  # the fault that would be there
    assert found["shown",].p_adjusted is None
    assert found["shown",].p == p["shown"][0]
    assert found["shown",].certainty == whole.groups[1].certainty


def few(tmp_path, *, blank: int, of: str = "x"):
    """Two groups of 200; of `blank` people the outcome (x) or the group (g) was not filled in."""
    lines = [f"{g},{'ja' if at < 60 else 'nee'}" for g in ("a", "b") for at in range(200)]
    lines += ["a,"] * blank if of == "x" else [",ja"] * blank
    path = tmp_path / "rijen.csv"
    path.write_text("g,x\n" + "\n".join(lines) + "\n")
    whole = compare_groups(tally(path, by="g", outcome="x=ja"), across="g", reference="b")
    return release(whole, audience="public").result


def said(result) -> str:
    notes = [*result.notes, *(note for group in result.groups for note in group.notes)]
    return " ".join(note_text(note) for note in notes)


def test_of_a_few_people_it_is_not_told_how_many_outcomes_are_unknown(tmp_path):
    found = few(tmp_path, blank=3)

    assert [group.unknown for group in found.groups] == [None, None]
    assert "Van sommigen is de uitkomst onbekend" in said(found)
    assert not re.search(r"\b3\b", said(found))
    assert found.sources[0].rows is None  # all rows minus the known ones are the unknown ones


def test_of_many_people_it_is_told_how_many_outcomes_are_unknown(tmp_path):
    found = few(tmp_path, blank=30)

    assert found.groups[0].unknown.count == 30
    assert "Van 30 is de uitkomst onbekend" in said(found)
    assert found.sources[0].rows == 430


def test_a_hidden_group_of_unknowns_is_not_counted_in_a_note(tmp_path):
    found = few(tmp_path, blank=4, of="g")

    assert [g.suppressed is not None for g in found.groups] == [False, False, True]
    assert "was soms niets of 'onbekend' ingevuld" in said(found)
    assert not re.search(r"\b4\b", said(found))


def test_no_adjusted_p_value_leaves_since_it_can_be_that_of_another_outcome(tmp_path):
    found = few(tmp_path, blank=30)

    assert {group.p_adjusted for group in found.groups} == {None}
    assert found.groups[0].certainty


def test_the_minimum_may_be_raised_and_never_lowered():
    with pytest.raises(ValueError, match="at least 10"):
        released({("ref",): (40, 100), ("g",): (50, 100)}, minimum=5)
