"""The made-up registrations of Voorbeeldstad: what was planted is found, and nothing else."""

import pytest

import waterpas
from waterpas.web.config.example.methods import duration as desk

GROUPS = (desk.BEYOND, desk.EUROPE)


def measured():
    asked = desk.DESIGNED.choice["settings"]
    counts = waterpas.tally(
        desk.registrations(), by=[desk.COLUMN, "dagen", "afloop"], count="aanvragen"
    )
    return waterpas.duration(counts, across=desk.COLUMN, reference=desk.HERE, **asked)


def codes(group):
    return [each.code for each in measured().answers if each.of[desk.COLUMN] == group]


def test_who_has_a_certificate_from_outside_europe_waits_longer_and_gives_up_more_often():
    assert codes(desk.BEYOND) == ["longer", "within-less", "gave-up-more"]


def test_nothing_else_is_found():
    assert codes(desk.EUROPE) == ["not-shown", "within-not-shown", "gave-up-not-shown"]


def test_without_what_was_planted_nothing_is_found(monkeypatch):
    monkeypatch.setitem(desk.DAYS, desk.BEYOND, desk.DAYS[desk.HERE])
    monkeypatch.setitem(desk.WITHDRAWS, desk.BEYOND, desk.WITHDRAWS[desk.HERE])

    for group in GROUPS:
        assert codes(group) == ["not-shown", "within-not-shown", "gave-up-not-shown"]


@pytest.mark.parametrize("group", [*GROUPS, desk.HERE])
def test_every_group_has_its_people(group):
    rows = [row for row in desk.registrations() if row[desk.COLUMN] == group]

    assert sum(row["aanvragen"] for row in rows) == desk.ASKED[group]
    assert {row["gegevens"] for row in rows} == {"verzonnen"}
