"""Where do we stand: what each reader sees of the steps, and of what waits."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from tests.web.world import begun, logged_in, person
from waterpas.web.approach.selectors import Waiting, for_reader, steps
from waterpas.web.references import checks
from waterpas.web.references.checks import Saying, Task

pytestmark = pytest.mark.django_db
TODAY = localdate()


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch):
    """Only what a test plants is said, and waits."""
    begun()
    monkeypatch.setattr(checks, "_CHECKS", {})
    monkeypatch.setattr(checks, "_TASKS", {})


def say(*said: Saying) -> None:
    checks.register_check("planted", lambda: said)


def waits(*tasks: Task) -> None:
    checks.register_tasks("planted", lambda: tasks)


def task(number: int, of: int | None = None, **more) -> Task:
    return Task(f"Taak {number}", reverse("actions:list"), of, **more)


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


class TestSayings:
    def test_a_step_shows_three_in_a_list_gaps_first_and_the_rest_on_its_own_page(self, client):
        gap = Saying(3, "Een gat.", is_gap=True)
        say(*(Saying(3, f"Zin {number}.") for number in range(1, 7)), gap)
        logged_in(client, "coordinator")

        page = client.get(reverse("home")).text
        shown = re.search(r'<ul class="wp-sayings".*?</ul>', page, re.S)[0]

        assert '<li><strong class="wp-gap">Een gat.</strong>' in shown
        assert shown.index("Een gat.") < shown.index("Zin 1.") < shown.index("Zin 2.")
        assert "Zin 3." not in shown
        assert re.search(r'href="/stap/3/">en nog 4<', shown)
        assert "Zin 6." in client.get("/stap/3/").text

    def test_three_sayings_leave_no_rest(self, client):
        say(*(Saying(3, f"Zin {number}.") for number in range(3)))
        logged_in(client, "coordinator")

        assert "en nog" not in client.get(reverse("home")).text

    def test_an_advice_is_read_by_who_can_follow_it_only_and_has_no_link(self):
        advice = Saying(
            1, "Het kost 10 minuten.", next_url=reverse("register:starter"), advice=True
        )

        assert for_reader(advice, person("manager")) is None
        read = for_reader(advice, person("policy-adviser"))
        assert read is not None
        assert read.next_url == ""


class TestFirstThings:
    @pytest.mark.parametrize("role", ["council-reader", "confidential-adviser", "administrator"])
    @pytest.mark.parametrize("path", ["/", "/stap/2/", "/stap/3/"])
    def test_who_only_reads_is_asked_nothing(self, client, role, path):
        logged_in(client, role)

        page = words(client.get(path))

        assert "minuten, alleen" not in page
        assert "Er wacht niets op u" not in page
        assert "vandaag alleen" not in page

    def test_who_acts_is_shown_what_can_be_done(self):
        manager = {step.number: step.first for step in steps("nl", person("manager"))}

        assert manager[1] is None  # ticking is not for managers
        assert manager[2] is not None
        assert manager[3] is not None

    def test_who_acts_sees_it_on_the_page(self, client):
        logged_in(client, "coordinator")

        assert "20 minuten, alleen" in words(client.get("/"))
        assert "20 minuten, alleen" in words(client.get("/stap/2/"))
        assert "Er wacht niets op u." in words(client.get("/"))


class TestCouncil:
    def test_the_reader_for_the_council_is_led_to_what_was_released(self, client):
        logged_in(client, "council-reader")

        page = client.get("/").text

        assert "Onderzoek voor de raad" in page
        assert f'nl-button--primary" href="{reverse("studies:released")}"' in page

    def test_others_are_not(self, client):
        logged_in(client, "coordinator")

        assert reverse("studies:released") not in client.get("/").text


class TestWaiting:
    def test_what_is_late_says_how_many_days(self, client):
        me = logged_in(client, "coordinator")
        waits(task(1, me.pk, until=TODAY - timedelta(days=10)), task(2, until=TODAY))

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
        me = logged_in(client, "coordinator")
        waits(*(task(number) for number in range(16)), *(task(n, me.pk) for n in range(30, 37)))

        home = client.get("/").text
        page = client.get(reverse("approach:tasks")).text

        assert re.search(r'href="/taken/">En nog 10<', home)
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
        assert "Er wacht niets wat u kunt openen." in page

    def test_speaks_english(self, client):
        me = logged_in(client, "coordinator")
        waits(task(1, me.pk, until=TODAY - timedelta(days=1)), *(task(n) for n in range(9)))
        english = {"Accept-Language": "en"}

        assert "1 day late" in words(client.get("/", headers=english))
        assert "And 3 more" in words(client.get("/", headers=english))
        assert "What is waiting" in words(client.get(reverse("approach:tasks"), headers=english))
