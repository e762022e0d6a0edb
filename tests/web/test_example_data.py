"""The two made-up tables of Voorbeeldstad: what is planted is found, and nothing else is."""

import csv
import io

import pytest

import waterpas
from waterpas.results import Certainty
from waterpas.web.config.example import data
from waterpas.web.config.example.methods import area, change, pay
from waterpas.web.config.example.studies import DESIGNS, RECRUITMENT
from waterpas.web.config.example.study_findings import GRANTED, INVITED
from waterpas.web.studies.models import Advice, Purpose, Route
from waterpas.web.studies.rules import Choice, Design


def recruited(rows=None):
    counted = waterpas.tally(
        rows or data.recruitment(), by=["herkomst", "afdeling"], steps=list(data.STEPS)
    )
    return waterpas.chain(counted, across="herkomst", reference="NL")


def differing(groups) -> set[tuple[str, ...]]:
    """The groups with a difference, or a hint of one."""
    return {
        tuple(sorted(group.group.values()))
        for group in groups
        if group.certainty in {Certainty.DIFFERENCE, Certainty.INDICATION}
    }


def test_recruitment_differs_at_the_invitation_and_at_no_later_step():
    found = {step.id: differing(step.comparison.groups) for step in recruited().steps}

    assert found == {
        "uitgenodigd": {("buiten Europa",)},
        "op_gesprek": set(),
        "aangenomen": set(),
    }
    assert 1150 < sum(int(row["gesolliciteerd"]) for row in data.recruitment()) < 1300


def test_without_the_planted_difference_the_invitation_shows_none(monkeypatch):
    monkeypatch.setitem(data.INVITED, "buiten Europa", data.INVITED["NL"])

    assert differing(recruited(data.recruitment()).steps[0].comparison.groups) == set()


def permitted():
    counted = waterpas.tally(
        data.permits(), by=["herkomst", "wijk"], outcome="verleend=ja", count="aantal"
    )
    return waterpas.compare_groups(counted, across="herkomst", reference="NL", by="wijk").groups


def test_permits_differ_in_one_district_only():
    assert differing(permitted()) == {("Havenkwartier", "buiten Europa")}
    assert 1900 < sum(int(row["aantal"]) for row in data.permits()) < 2100


def fined(rows=None):
    counted = waterpas.tally(
        rows or change.fines(), by=["herkomst", "maand"], outcome="beboet", count="mensen"
    )
    asked = change.DESIGNED.choice["settings"]
    return waterpas.change(counted, across="herkomst", reference="NL", **asked)


def test_fines_differ_less_since_the_letter_for_one_group_only():
    found = {each.of["herkomst"]: each.code for each in reversed(fined().answers)}

    assert found == {"buiten Europa": "gap-smaller", "Europa": "not-shown"}
    assert any(figure.name == "gap" for figure in fined().figures)


def test_without_the_planted_change_the_fines_show_none(monkeypatch):
    monkeypatch.setattr(change, "FEWER", {})

    assert {each.code for each in fined(change.fines()).answers} == {"not-shown"}


def paid():
    choice = pay.DESIGNED.choice
    counted = waterpas.tally(pay.staff(), by=["herkomst", *choice["by"]], count="mensen")
    return waterpas.pay(counted, across="herkomst", reference="NL", **choice["settings"])


def seen(result):
    """What is more than nothing shown: the codes per group."""
    return {
        (each.of["herkomst"], each.code)
        for each in result.answers
        if not each.code.endswith("not-shown")
    }


def test_pay_differs_by_scale_and_promotion_for_one_group_only():
    assert seen(paid()) == {
        ("buiten Europa", code) for code in ("less", "less-scale", "moved-less", "range-found")
    }


def test_without_what_is_planted_pay_shows_no_difference(monkeypatch):
    monkeypatch.setitem(pay.IN_SCALES, "buiten Europa", pay.USUAL)
    monkeypatch.setitem(pay.MOVED_UP, "buiten Europa", pay.MOVED_UP["NL"])

    assert seen(paid()) == set()


def checked(rows):
    counted = waterpas.tally(
        rows, by=["buurtcode", area.SHARE], outcome="gecontroleerd", count="aantal_inwoners"
    )
    return waterpas.area(counted, across="buurtcode", **area.DESIGNED.choice["settings"])


def test_the_planted_difference_in_checks_lies_within_bounds_that_tell_nothing():
    found = checked(area.checks())
    planted = area.CHECKED_GROUP - area.CHECKED
    least, most = (found.figure(f"gap-{end}").value for end in ("least", "most"))

    assert [each.code for each in found.answers] == ["not-told", "areas-more"]
    assert least < -planted
    assert 2 * planted < most
    assert len(area.checks()) == 30


def test_a_municipality_that_spares_the_group_could_give_the_same_table_of_checks():
    """The others of the same areas checked instead: the same counts, and the same answer."""
    rows = area.checks()
    for row in rows:
        group = round(int(row["aantal_inwoners"]) * int(row[area.SHARE]) / 100)
        assert int(row["gecontroleerd"]) <= int(row["aantal_inwoners"]) - group

    assert checked(rows).figure("group-least").value == 0


def test_permits_miss_outcomes_in_one_group_only():
    unknown = {group.group["herkomst"] for group in permitted() if group.unknown}

    assert unknown == {"Europa"}


def per_thousand(group) -> str:
    return f"{round(group.rate.value * 1000)}"


def figures(group) -> list[str]:
    """How the text writes the ratio and its interval."""
    ratio = group.ratio
    low, high = ratio.interval.low, ratio.interval.high
    return [
        f"{ratio.value:.1f} keer".replace(".", ","),
        f"{low:.1f} tot {high:.1f}".replace(".", ","),
    ]


@pytest.mark.parametrize(
    ("evidence", "groups", "chosen"),
    [
        (INVITED, lambda: recruited().steps[0].comparison.groups, {}),
        (GRANTED, permitted, {"wijk": "Havenkwartier"}),
    ],
)
def test_the_figures_in_the_text_are_those_of_the_data(evidence, groups, chosen):
    group, reference = (
        next(g for g in groups() if g.group.items() >= {"herkomst": origin, **chosen}.items())
        for origin in ("buiten Europa", "NL")
    )

    for words in [
        f"{per_thousand(group)} tegen {per_thousand(reference)} van elke 1.000",
        f"Geteld: {group.n.value} en {reference.n.value}",
        *figures(group),
    ]:
        assert words in evidence.text
    assert evidence.text.startswith("Verzonnen cijfers.")


def test_the_files_hold_the_rows_and_say_that_they_are_made_up():
    for design, rows in zip(DESIGNS, (data.recruitment(), data.permits()), strict=True):
        read = list(csv.DictReader(io.StringIO(design.text), delimiter=";"))

        assert read == [{name: str(value) for name, value in row.items()} for row in rows]
        assert {row["gegevens"] for row in read} == {"verzonnen"}
        assert "verzonnen" in design.file_name


def test_the_file_is_read_as_the_rows_are(tmp_path):
    path = tmp_path / RECRUITMENT.file_name
    path.write_text(RECRUITMENT.text, encoding="utf-8", newline="")
    counted = waterpas.tally(path, by=["herkomst"], steps=list(data.STEPS))

    assert waterpas.chain(counted, across="herkomst", reference="NL").steps[0].comparison.groups


def test_the_designs_are_what_the_studies_app_takes():
    for designed in DESIGNS:
        design, choice = Design(**designed.design), Choice(**designed.choice)

        assert design.purpose in Purpose.values
        assert design.route in Route.values
        assert {design.privacy_officer, design.works_council} <= set(Advice.values)
        assert choice.across == "herkomst"
        assert choice.because
