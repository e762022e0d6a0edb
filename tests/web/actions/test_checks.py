from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.web.actions.factories import action, finding, introduced, item, works
from tests.web.world import person, position
from waterpas.web.actions import checks, selectors
from waterpas.web.actions.answers import answers
from waterpas.web.actions.models import Status
from waterpas.web.findings.answers import Answered
from waterpas.web.references.checks import Saying, Task, WaitsFor
from waterpas.web.references.urns import resolve

pytestmark = pytest.mark.django_db
LONG_AGO = date(2020, 1, 1)


def said(step: int) -> list[Saying]:
    return [saying for saying in checks.check() if saying.step == step]


def texts(step: int) -> str:
    return " ".join(saying.text for saying in said(step))


def tasks_at(holder) -> list[Task]:
    return [task for task in checks.tasks() if task.person == holder.pk]


class TestStep3:
    def test_without_actions_says_what_to_do(self):
        (saying,) = said(3)
        assert saying.is_gap
        assert saying.next_url == "/maatregelen/erbij/"

    def test_without_means_leads_to_asking_them(self):
        head = position("Hoofd Werk", person())
        action(money="not-asked", fte=None, euro_once=None, owner=head)
        action()
        gap = next(saying for saying in said(3) if saying.is_gap)
        assert gap.text == "Bij 1 maatregel zijn geld en uren nog niet ingevuld."
        assert (gap.next_label, gap.next_url) == ("Middelen vragen", "/maatregelen/middelen/")
        assert gap.waits_for == WaitsFor(("Hoofd Werk",))

    def test_what_is_filled_in_and_not_asked_is_said_as_it_is(self):
        action(money="not-asked", fte="0.5")
        action(money="not-asked", euro_once=2000)
        action(money="asked", fte=None, euro_once=None)

        gaps = [saying.text for saying in said(3) if saying.is_gap]

        assert gaps[:2] == [
            "Bij 2 maatregelen is ingevuld wat nodig is. Het is nog niet gevraagd.",
            "Bij 1 maatregel staat niet hoeveel geld of uren het zijn.",
        ]

    def test_an_action_whose_owner_is_gone_waits_for_the_coordinator(self):
        action(money="not-asked", owner=position("Leeg"))

        waits = [saying.waits_for for saying in said(3) if saying.is_gap]

        assert waits == [WaitsFor(coordinator=True)] * 2

    def test_money_that_was_asked_is_no_decision_yet(self):
        action(money="asked", owner=position("Hoofd Werk", person()))

        (gap,) = (saying for saying in said(3) if saying.is_gap)

        assert gap.text == "Voor 1 maatregel is het geld gevraagd. Er is nog geen besluit."
        assert (gap.next_label, gap.next_url) == (
            "Besluit opschrijven",
            "/maatregelen/#money-asked",
        )
        assert "Geld en uren zijn gevraagd of geregeld." in texts(3)

    def test_says_how_much_is_promised_of_what_was_asked(self):
        action(fte="1.2", money="promised")
        action(fte="1.8", money="asked")
        assert "1,2 van de 3 gevraagde fte is toegezegd." in texts(3)

    def test_says_what_is_refused_and_what_nobody_owns(self):
        action(money="refused")
        action(owner=None)
        action(owner=position())
        assert "Voor 1 maatregel is het geld geweigerd." in texts(3)
        assert "2 maatregelen hebben geen eigenaar, of niemand heeft die functie." in texts(3)


class TestSteps6And7:
    def test_an_action_counts_where_its_item_belongs(self):
        action(finding(), item=item(role="employer"))
        introduced(item=item(role="policy-maker"))
        assert texts(6) == "Maatregelen: 1 gepland."
        assert texts(7) == "Maatregelen: 1 ingevoerd. 1 daarvan is preventief."

    def test_without_an_item_the_finding_decides_and_then_the_points(self):
        action(finding(item=item(role="employer")), points=["W08"])
        works(points=["P08"])
        action(finding(points=["P01"]), points=[])
        assert "2 gepland" in texts(6)
        assert "1 werkt" in texts(7)

    def test_an_empty_step_may_begin_preventively(self):
        action(item=item())
        (gap,) = said(6)
        assert gap.is_gap
        assert gap.is_empty
        assert gap.next_label == "Preventief beginnen"

    def test_says_what_is_late(self):
        action(item=item(), due=LONG_AGO)
        late = next(saying for saying in said(7) if saying.is_gap)
        assert late.text == "1 maatregel had al ingevoerd moeten zijn."


def test_step_8_says_who_gives_no_account_and_what_nobody_looked_at():
    action(accountable=None)
    introduced(introduced_on=LONG_AGO)
    assert "Over 1 maatregel legt niemand verantwoording af." in texts(8)
    assert "1 maatregel is al een half jaar ingevoerd, en niemand keek" in texts(8)


def test_step_10_counts_what_was_shown_with_evidence():
    works()
    works(status=Status.DILUTED)
    introduced()
    assert "Met bewijs vastgesteld: 1 werkt, 1 afgezwakt." in texts(10)
    assert "Van 1 ingevoerde maatregel is niet bekend of die werkt." in texts(10)


class TestTasks:
    def test_wait_for_owner_reviewer_and_who_gives_account(self):
        owner, reviewer, boss = person(), person(), person()
        hands = {"owner": position(holder=owner), "reviewer": position(holder=reviewer)}
        late = action(title="Te laat", due=LONG_AGO, accountable=position(holder=boss), **hands)
        seen = introduced(title="Kijk", **hands)

        (task,) = tasks_at(owner)
        assert (task.text, task.until) == ("Te laat: invoeren", late.due)
        (task,) = tasks_at(reviewer)
        assert task.text == "Kijk: nagaan of het werkt"
        assert task.until == seen.introduced_on + timedelta(days=180)
        (task,) = tasks_at(boss)
        assert (task.text, task.since) == (
            "Te laat: uitleggen waarom het nog niet is ingevoerd",
            LONG_AGO,
        )

    def test_of_who_left_wait_for_somebody_else(self):
        gone = person()
        gone.is_active = False
        gone.save()
        action(title="Wees.", owner=position(holder=gone))
        (task,) = checks.tasks()
        assert (task.text, task.person) == ("Wees: eigenaar kiezen", None)

    def test_first_come_the_means(self):
        owner = person()
        action(title="Arm", owner=position(holder=owner), money="not-asked")
        assert tasks_at(owner)[0].text == "Arm: geld en uren vragen"

    def test_what_is_concluded_asks_nothing(self):
        works()
        assert list(checks.tasks()) == []


def test_answers_count_actions_per_finding():
    one, two, none = finding(), finding(), finding()
    action(one, two)
    works(one)
    works(two, status=Status.DILUTED)
    assert answers([one.pk, two.pk, none.pk]) == {
        one.pk: Answered(2, 1, 0),
        two.pk: Answered(2, 0, 1),
        none.pk: Answered(0, 0, 0),
    }


def test_actions_of_a_finding_are_found():
    one = finding()
    made = action(one)
    action()
    assert list(selectors.actions_of(one)) == [made]


@pytest.mark.parametrize("key", ["999", "x", ""])
def test_a_name_of_an_action_stands_for_its_page(key):
    made = action(title="Vier ogen")
    found = resolve(f"urn:waterpas:action:{made.pk}")
    assert found is not None
    assert (found.title, found.url) == ("Vier ogen", f"/maatregelen/{made.pk}/")
    assert resolve(f"urn:waterpas:action:{key}") is None


def test_today_is_not_late():
    action(item=item(), due=timezone.localdate())
    assert not [saying for saying in said(7) if saying.is_gap]
