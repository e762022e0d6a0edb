"""What waits for whom: nothing waits for nobody."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from tests.web.world import begun, logged_in, person
from waterpas.web.approach.waiting import Waiting, tasks_for
from waterpas.web.references import checks
from waterpas.web.references.checks import Task

pytestmark = pytest.mark.django_db
TODAY = localdate()


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch):
    """Only what a test plants is said, and waits."""
    begun()
    monkeypatch.setattr(checks, "_CHECKS", {})
    monkeypatch.setattr(checks, "_TASKS", {})


def waits(*tasks: Task) -> None:
    checks.register_tasks("planted", lambda: tasks)


def task(number: int, of: int | None = None, **more) -> Task:
    return Task(f"Taak {number}", reverse("actions:list"), of, **more)


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


class TestNothingWaitsForNobody:
    def test_what_has_no_owner_falls_to_the_coordinator(self):
        waits(task(1))
        coordinator, other = person("coordinator"), person("researcher")

        assert [w.task.text for w in tasks_for(coordinator)[0]] == ["Taak 1"]
        assert tasks_for(other)[0] == []
        assert [w.falls for w in tasks_for(other)[1]] == [True]

    def test_so_does_what_its_owner_may_not_do(self):
        adviser, coordinator = person("confidential-adviser"), person("coordinator")
        waits(task(1, adviser.pk, needs=("action.change",)))

        assert tasks_for(adviser)[0] == []
        assert len(tasks_for(coordinator)[0]) == 1

    def test_so_does_what_waits_for_somebody_who_left(self):
        gone, coordinator = person("manager"), person("coordinator")
        gone.is_active = False
        gone.save()
        waits(task(1, gone.pk))

        assert len(tasks_for(coordinator)[0]) == 1

    def test_the_page_says_why(self, client):
        logged_in(client, "coordinator")
        waits(task(1))

        assert "nog van niemand: bij de coördinator" in client.get("/").text

    def test_what_waits_for_two_is_told_once(self):
        first, second = person("researcher"), person("researcher")
        waits(task(1, first.pk), task(1, second.pk))

        assert [len(found) for found in tasks_for(first)] == [1, 0]
        assert [len(found) for found in tasks_for(person("manager"))] == [0, 1]


class TestWaiting:
    def test_what_is_late_says_how_many_days(self, client):
        me, other = logged_in(client, "coordinator"), person("manager").pk
        waits(task(1, me.pk, until=TODAY - timedelta(days=10)), task(2, other, until=TODAY))

        page = client.get("/").text

        assert '<small class="wp-gap">10 dagen te laat</small>' in page
        assert page.count("te laat") == 1

    @pytest.mark.parametrize(
        ("days", "said"), [(0, ""), (1, "1\xa0dag"), (12, "1\xa0week"), (150, "4\xa0maanden")]
    )
    def test_how_long_something_waits_is_said_in_one_unit(self, days, said):
        waiting = Waiting(task(1, since=TODAY - timedelta(days=days)), TODAY)

        assert waiting.waited == said
        assert waiting.days_late == 0

    def test_what_is_left_out_stands_on_a_page_of_its_own(self, client):
        me, other = logged_in(client, "coordinator"), person("manager").pk
        theirs = (task(number, other) for number in range(16))
        waits(*theirs, *(task(number, me.pk) for number in range(30, 37)))

        home = client.get("/").text
        page = client.get(reverse("approach:tasks")).text

        assert re.search(r'href="/taken/">En nog 12<', home)
        assert re.search(r'href="/taken/">En nog 1<', home)
        assert "Taak 15" not in home
        assert "Taak 15" in page
        assert "Taak 36" in page
        assert page.index("Nu aan u") < page.index("Taak 36") < page.index("Wacht op anderen")

    def test_nobody_sees_a_task_whose_page_is_closed(self, client):
        waits(task(1), task(2))
        logged_in(client, "council-reader")

        page = words(client.get(reverse("approach:tasks")))

        assert "Taak" not in page
        assert "Er is nu niets voor u." in page

    def test_speaks_english(self, client):
        me, other = logged_in(client, "coordinator"), person("manager").pk
        waits(task(99, me.pk, until=TODAY - timedelta(days=1)), *(task(n, other) for n in range(9)))
        english = {"Accept-Language": "en"}

        assert "1 day late" in words(client.get("/", headers=english))
        assert "And 5 more" in words(client.get("/", headers=english))
        assert "What is waiting" in words(client.get(reverse("approach:tasks"), headers=english))
