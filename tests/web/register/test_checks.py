"""What the register says about steps 1, 6 and 7, and what waits."""

from datetime import date

import pytest
from django.utils.translation import override

from tests.web.register.factories import item
from tests.web.world import person, position
from waterpas.web.references.checks import Saying
from waterpas.web.register import related
from waterpas.web.register.checks import check, tasks
from waterpas.web.register.related import register_examinations

FOUR = {
    "selection": "Q01",
    "promotion": "Q02",
    "exit-interviews": "Q03",
    "reporting-procedure": "Q04",
}


@pytest.fixture(autouse=True)
def no_other_apps(monkeypatch):
    monkeypatch.setattr(related, "_EXAMINED", {})


def said(step: int) -> list[Saying]:
    return [saying for saying in check() if saying.step == step]


def gaps(step: int) -> list[str]:
    return [saying.text for saying in said(step) if saying.is_gap]


def texts(step: int) -> str:
    return " ".join(saying.text for saying in said(step))


def test_an_empty_register_gives_each_step_something_that_takes_ten_minutes(db):
    for step in (1, 6, 7):
        first = said(step)[0]
        assert first.is_gap
        assert first.next_label == "Onderwerpen aanvinken"
        assert first.next_url.startswith("/register/startlijst/")
        assert first.minutes == 10
        assert first.is_empty


def test_step_1_counts_the_items_and_names_the_role_that_is_missing(db):
    item(role="policy-maker", last_examined=date(2026, 3, 1))
    item(role="service-provider")

    assert gaps(1) == ["De rol werkgever ontbreekt in het register."]
    assert "Er staan 2 onderwerpen in het register. 1 daarvan is nog nooit onderzocht." in texts(1)


def test_step_1_has_nothing_to_do_when_all_is_there_and_examined(db):
    for role in ("employer", "policy-maker", "service-provider"):
        item(role=role, last_examined=date(2026, 3, 1))

    assert gaps(1) == []
    assert [saying.next_url for saying in said(1)] == [""]
    assert "Elk onderwerp is wel eens onderzocht." in texts(1)


def test_step_6_asks_for_the_four_processes_by_the_starter_list(db):
    item(starter="selection", role="employer", last_examined=date(2026, 3, 1))
    item(starter="vacancies", role="employer")
    item(starter="promotion", role="employer")
    item(starter="letters")

    assert gaps(6) == [
        "Uit de startlijst is nog niets aangevinkt over: sociale veiligheid en behoud, "
        "meldprocessen."
    ]
    assert "Nog nooit onderzocht: doorstroom." in texts(6)
    assert "Onderzocht: werving en selectie." in texts(6)


def test_step_6_counts_what_a_study_examined(db):
    made = [item(starter=starter, role="employer") for starter in FOUR]
    assert "Onderzocht" not in texts(6).replace("nooit onderzocht", "")
    register_examinations(lambda: {each.pk: date(2027, 1, 1) for each in made})

    assert gaps(6) == []
    assert texts(6).count(",") == 3


def test_step_7_counts_policy_and_services(db):
    item(role="employer", last_examined=date(2026, 3, 1))
    assert gaps(7) == ["Beleid en dienstverlening staan nog niet in het register."]

    found = item(role="policy-maker")
    assert texts(7) == "Het onderwerp in beleid en dienstverlening is nog niet onderzocht."
    item(role="service-provider")
    assert texts(7) == (
        "Van de 2 onderwerpen in beleid en dienstverlening is er nog geen onderzocht."
    )

    register_examinations(lambda: {found.pk: date(2027, 1, 1)})
    assert texts(7) == "Van de 2 onderwerpen in beleid en dienstverlening is er 1 onderzocht."


def test_step_6_asks_first_for_what_is_found_and_then_for_more_ticking(db):
    item(starter="promotion", role="employer")
    (gap,) = (saying for saying in said(6) if saying.is_gap)

    assert gap.weight < 60


def test_steps_6_and_7_stay_empty_until_something_is_examined(db):
    made = item(starter="promotion", role="employer")
    other = item(role="policy-maker")
    assert all(saying.is_empty for step in (6, 7) for saying in said(step))

    register_examinations(lambda: {each.pk: date(2027, 1, 1) for each in (made, other)})
    for step in (6, 7):
        assert not all(saying.is_empty for saying in said(step))


def test_step_8_counts_what_nobody_is_responsible_for(db):
    item(owner=position())
    assert said(8) == []

    item()
    (gap,) = said(8)
    assert gap.text == "Bij 1 onderwerp staat nog niet wie ervoor verantwoordelijk is."
    assert gap.next_url == "/register/?toon=zonder-eigenaar"


def test_a_function_that_nobody_holds_waits_once_however_much_it_owns(db):
    vacant = position("Teamleider Toezicht")
    item(owner=vacant)
    item(owner=vacant)
    item(owner=position(holder=person()))
    item()

    (task,) = tasks()

    assert task.text == (
        "Niemand heeft de functie Teamleider Toezicht. Zij is eigenaar van 2 onderwerpen."
    )
    assert task.url == "/register/?toon=functie-leeg"
    assert task.person is None


def test_speaks_english(db):
    with override("en"):
        item(role="employer")

        assert "The role policy maker is missing from the register." in gaps(1)
        assert "recruitment and selection" in texts(6)
