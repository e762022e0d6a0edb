from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from waterpas.web.actions.rules import (
    ActionValues,
    Gap,
    Group,
    gaps,
    group_of,
    has_money_decision,
    is_sane_day,
    is_sane_euro,
    is_sane_fte,
    read_euro,
    read_fte,
    safe_cell,
    steps_for,
)

TODAY = date(2027, 3, 21)
READY = ActionValues(
    has_owner=True,
    owner_holder=1,
    has_reviewer=True,
    reviewer_holder=2,
    has_accountable=True,
    fte=Decimal("0.5"),
    euro_once=0,
    money="promised",
    due=date(2027, 6, 1),
)
INTRODUCED = replace(READY, status="introduced", introduced_on=date(2027, 3, 1))


def found(**changes) -> list[Gap]:
    return gaps(replace(READY, **changes), today=TODAY)


def test_an_action_with_people_means_and_a_date_has_no_gaps():
    assert found() == []


@pytest.mark.parametrize(
    ("changes", "gap"),
    [
        ({"has_owner": False, "owner_holder": None}, Gap.NO_OWNER),
        ({"owner_holder": None}, Gap.OWNER_VACANT),
        ({"has_reviewer": False, "reviewer_holder": None}, Gap.NO_REVIEWER),
        ({"reviewer_holder": 1}, Gap.SAME_PERSON),
        ({"has_accountable": False}, Gap.NO_ACCOUNTABLE),
        ({"money": "not-asked"}, Gap.NO_MONEY_DECISION),
        ({"due": None}, Gap.NO_DUE_DATE),
        ({"due": date(2027, 3, 20)}, Gap.OVERDUE),
    ],
)
def test_what_is_missing_is_one_gap(changes, gap):
    assert found(**changes) == [gap]


def test_a_vacant_reviewer_is_not_the_same_person_as_a_vacant_owner():
    assert found(owner_holder=None, reviewer_holder=None) == [Gap.OWNER_VACANT]


def test_the_last_day_is_not_overdue():
    assert found(due=TODAY) == []


def test_an_empty_action_misses_nearly_everything():
    assert gaps(ActionValues(), today=TODAY) == [
        Gap.NO_OWNER,
        Gap.NO_REVIEWER,
        Gap.NO_ACCOUNTABLE,
        Gap.NO_MONEY_DECISION,
        Gap.NO_DUE_DATE,
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 9, 22), []),  # 180 days before
        (date(2026, 9, 21), [Gap.NO_EVIDENCE_YET]),
    ],
)
def test_introduced_half_a_year_ago_without_evidence_is_a_gap(day, expected):
    assert gaps(replace(INTRODUCED, introduced_on=day), today=TODAY) == expected


def test_what_is_introduced_is_no_longer_overdue():
    assert gaps(replace(INTRODUCED, due=date(2020, 1, 1)), today=TODAY) == []


@pytest.mark.parametrize("status", ["works", "diluted"])
def test_what_is_concluded_misses_nothing(status):
    assert gaps(ActionValues(status=status), today=TODAY) == []


class TestMoneyDecision:
    def test_zero_euro_is_a_decision(self):
        assert has_money_decision(ActionValues(euro_once=0))

    def test_empty_is_none(self):
        assert not has_money_decision(ActionValues())

    def test_an_amount_that_was_not_asked_is_none(self):
        assert not has_money_decision(ActionValues(euro_once=0, euro_yearly=500))

    @pytest.mark.parametrize("money", ["asked", "promised", "refused"])
    def test_asking_without_an_amount_is_none(self, money):
        assert not has_money_decision(ActionValues(money=money))
        assert has_money_decision(ActionValues(money=money, fte=Decimal("0.1")))

    def test_not_needed_is_a_decision(self):
        assert has_money_decision(ActionValues(money="not-needed"))


def test_each_gap_names_its_step():
    assert {gap: gap.step for gap in Gap if gap.step != 3} == {
        Gap.NO_ACCOUNTABLE: 8,
        Gap.NO_EVIDENCE_YET: 10,
    }


@pytest.mark.parametrize(
    ("status", "missing", "money", "group"),
    [
        ("planned", [Gap.NO_MONEY_DECISION, Gap.NO_OWNER], "promised", Group.NO_OWNER),
        ("introduced", [Gap.OWNER_VACANT], "promised", Group.NO_OWNER),
        ("planned", [Gap.OVERDUE, Gap.NO_MONEY_DECISION], "promised", Group.NO_MEANS),
        ("planned", [Gap.OVERDUE], "promised", Group.OVERDUE),
        ("planned", [Gap.NO_REVIEWER], "promised", Group.UNDERWAY),
        ("introduced", [], "promised", Group.WAITING),
        ("planned", [Gap.OVERDUE], "refused", Group.MONEY_REFUSED),
        ("introduced", [], "refused", Group.MONEY_REFUSED),
        ("planned", [Gap.OVERDUE], "asked", Group.OVERDUE),
        ("planned", [], "asked", Group.MONEY_ASKED),
        ("introduced", [], "asked", Group.WAITING),
        ("planned", [], "not-needed", Group.UNDERWAY),
        ("planned", [Gap.NO_OWNER], "refused", Group.NO_OWNER),
        ("works", [], "refused", Group.WORKS),
        ("works", [], "promised", Group.WORKS),
        ("diluted", [], "promised", Group.DILUTED),
    ],
)
def test_an_action_stands_once_in_the_list_by_what_is_most_urgent(status, missing, money, group):
    assert group_of(status, missing, money=money) == group


def test_the_employer_belongs_to_step_6_and_the_rest_to_step_7():
    assert steps_for(["employer"]) == {6}
    assert steps_for(["policy-maker", "service-provider"]) == {7}
    assert steps_for([]) == frozenset()


@pytest.mark.parametrize(
    ("text", "euro"),
    [
        ("12500", 12500),
        ("12.500", 12500),
        ("1.250.000", 1_250_000),
        ("12 500", 12500),
        ("€ 12.500,-", 12500),
        ("12500,00", 12500),
        ("0", 0),
        ("-5", -5),
    ],
)
def test_euros_are_read_as_people_type_them(text, euro):
    assert read_euro(text) == euro


@pytest.mark.parametrize("text", ["12,50", "12.50", "1.2.3", "veel", "1e9", "NaN", "", "12-5"])
def test_euros_that_can_be_read_in_two_ways_are_refused(text):
    with pytest.raises(ValueError):
        read_euro(text)


@pytest.mark.parametrize(("text", "fte"), [("0,5", "0.5"), ("1.25", "1.25"), ("-1", "-1")])
def test_fte_takes_a_comma_or_a_point(text, fte):
    assert read_fte(text) == Decimal(fte)


@pytest.mark.parametrize("text", ["0,333", "NaN", "Infinity", "1e5", "half", ""])
def test_fte_that_is_no_number_is_refused(text):
    with pytest.raises(ValueError):
        read_fte(text)


def test_absurd_numbers_and_days_are_not_sane():
    assert [is_sane_fte(Decimal(n)) for n in (-1, 0, 1000, 1001)] == [False, True, True, False]
    assert [is_sane_euro(n) for n in (-1, 0, 10**9, 10**9 + 1)] == [False, True, True, False]
    assert is_sane_fte(None)
    assert is_sane_euro(None)
    assert not is_sane_day(date(207, 3, 1))


@pytest.mark.parametrize("text", ["=1+1", "+31", "-1", "@cmd", "  =1", "\t=1", "\r=1", "\n1"])
def test_a_cell_never_calculates(text):
    assert safe_cell(text) == f"'{text}"


def test_an_ordinary_cell_stays_as_it_is():
    assert [safe_cell(text) for text in ("0,5", "a=b", "")] == ["0,5", "a=b", ""]
