"""Where do we stand: what each reader sees of the steps."""

import re

import pytest
from django.urls import reverse

from tests.web.world import begun, logged_in, person, position
from waterpas.web.approach.said import for_reader
from waterpas.web.approach.selectors import begin, steps
from waterpas.web.references import checks
from waterpas.web.references.checks import Saying, WaitsFor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch):
    """Only what a test plants is said, and waits."""
    begun()
    monkeypatch.setattr(checks, "_CHECKS", {})
    monkeypatch.setattr(checks, "_TASKS", {})


def say(*said: Saying) -> None:
    checks.register_check("planted", lambda: said)


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


ROLES = (
    *("coordinator", "researcher", "policy-adviser", "hr-adviser", "manager"),
    *("taskforce-member", "confidential-adviser", "council-reader", "administrator"),
)
READERS = ("confidential-adviser", "council-reader", "administrator")


def gap(step: int, text: str = "Een gat.", **more) -> Saying:
    url = more.pop("next_url", reverse("actions:list"))
    return Saying(step, text, is_gap=True, next_label="Doen", next_url=url, **more)


class TestSayings:
    def test_a_step_shows_two_in_a_list_gaps_first_and_the_rest_on_its_own_page(self, client):
        gap = Saying(3, "Een gat.", is_gap=True)
        say(*(Saying(3, f"Zin {number}.") for number in range(1, 7)), gap)
        logged_in(client, "coordinator")

        page = client.get(reverse("home")).text
        shown = re.search(r"<h2[^>]*><a[^>]*/stap/3/.*?</ul>", page, re.S)[0]

        assert '<li><strong class="wp-gap">Een gat.</strong>' in shown
        assert shown.index("Een gat.") < shown.index("Zin 1.")
        assert "Zin 2." not in shown
        assert re.search(r'href="/stap/3/">en nog 5<', shown)
        assert "Zin 6." in client.get("/stap/3/").text

    def test_what_can_be_done_comes_before_a_heavier_gap_that_cannot(self):
        closed = gap(3, "Dicht.", weight=90, needs=("study.change",))
        say(closed, gap(3, "Open.", weight=10))

        step = steps("nl", person("manager"))[2]

        assert [said.text for said in step.most_telling] == ["Open.", "Dicht."]
        assert step.next.text == "Open."

    def test_two_sayings_leave_no_rest(self, client):
        say(*(Saying(3, f"Zin {number}.") for number in range(2)))
        logged_in(client, "coordinator")

        assert "en nog" not in client.get(reverse("home")).text


class TestWhoseTurn:
    def test_who_may_do_it_reads_so_and_gets_the_link_with_how_long_it_takes(self):
        said = for_reader(gap(6, needs=("study.change",), minutes=15), person("coordinator"))

        assert (said.turn, said.minutes) == ("U kunt dit zelf doen.", 15)
        assert said.next_url

    def test_who_may_not_reads_which_roles_may_and_gets_no_link(self):
        said = for_reader(gap(6, needs=("study.change",), minutes=15), person("manager"))

        assert said.turn == "Dit kan: coördinator of onderzoeker."
        assert (said.next_url, said.minutes) == ("", 0)

    def test_what_nobody_owns_waits_for_the_coordinator(self):
        ownerless = gap(6, waits_for=WaitsFor(("Hoofd Werk",), coordinator=True))

        turn = for_reader(ownerless, person("researcher")).turn
        mine = for_reader(ownerless, person("coordinator")).turn

        assert turn == "Dit wacht op: Hoofd Werk en de coördinator."
        assert mine == "Dit wacht op: Hoofd Werk en u."

    def test_who_holds_the_function_reads_that_it_is_their_turn(self):
        me = person("manager")
        position("Hoofd Werk", me)

        assert for_reader(gap(6, waits_for=WaitsFor(("Hoofd Werk",))), me).turn == (
            "Dit wacht op u."
        )

    def test_many_functions_are_counted(self):
        many = gap(6, waits_for=WaitsFor(("A", "B", "C", "D")))

        assert for_reader(many, person("manager")).turn == "Dit wacht op: 4 functies."

    def test_a_name_of_a_record_is_read_by_who_may_open_it_only(self):
        named = gap(6, names_records=True)

        assert for_reader(named, person("council-reader")) is None
        assert for_reader(named, person("confidential-adviser")) is not None


class TestFirstThings:
    @pytest.mark.parametrize("role", READERS)
    @pytest.mark.parametrize("path", ["/", "/stap/2/", "/stap/3/"])
    def test_who_only_reads_is_asked_nothing(self, client, role, path):
        logged_in(client, role)

        page = words(client.get(path))

        assert "minuten, alleen" not in page
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

    def test_of_each_step_it_can_be_opened_in_an_empty_municipality(self, client):
        me = logged_in(client, "coordinator")
        for step in steps("nl", me):
            assert step.first is not None, step.number
            assert client.get(step.first.url).status_code == 200
            assert step.first.url != reverse("register:list"), "a register without anything in it"

    def test_it_stays_while_a_step_is_empty_and_goes_when_something_is_there(self):
        me = person("coordinator")
        say(gap(6, is_empty=True))
        assert steps("nl", me)[5].first is not None

        say(gap(6, is_empty=True), gap(6, "1 bevinding wacht.", weight=60))
        step = steps("nl", me)[5]
        assert step.first is None
        assert step.next.text == "1 bevinding wacht."


class TestNowForYou:
    """Every start page has one next step, or says truly that there is none."""

    @pytest.mark.parametrize("role", ROLES)
    def test_every_role_has_one_next_step_or_a_true_empty_state(self, client, role):
        say(gap(6, needs=("study.change", "action.change", "finding.change")))
        logged_in(client, role)

        page = client.get("/").text
        card = re.search(r'<aside class="wp-now".*?</aside>', page, re.S)[0]

        assert card.count("nl-button--primary") == (role not in READERS)
        assert ("Er is nu niets voor u." in card) == (role in READERS)

    @pytest.mark.parametrize("role", READERS)
    def test_nobody_is_offered_work_of_another_role(self, client, role):
        say(gap(6, needs=("action.change",)), gap(8, needs=("finding.decide",)))
        logged_in(client, role)

        assert "wp-next-link" not in client.get("/").text
        assert ">Doen<" not in client.get("/stap/6/").text

    def test_the_weightiest_gap_that_can_be_closed_is_what_to_begin_with(self):
        say(gap(6, "Zwaar.", weight=90, needs=("study.change",)), gap(7, "Licht.", weight=5))

        assert begin(steps("nl", person("coordinator"))).text == "Zwaar."
        assert begin(steps("nl", person("manager"))).text == "Licht."

    def test_what_waits_for_somebody_else_is_not_what_to_begin_with(self):
        others = WaitsFor(functions=("Hoofd Inkoop",))
        say(
            gap(6, "Van een ander.", weight=90, waits_for=others),
            gap(7, "Ook van een ander.", weight=80, waits_for=others),
            gap(7, "Voor iedereen.", weight=5),
        )

        assert begin(steps("nl", person("coordinator"))).text == "Voor iedereen."

    def test_an_empty_municipality_begins_with_the_first_thing_of_its_heaviest_gap(self):
        say(gap(1, "Leeg.", weight=100, is_empty=True), gap(6, weight=80, is_empty=True))

        found = begin(steps("nl", person("coordinator")))

        assert (found.step, found.label, found.minutes) == (1, "Onderwerpen aanvinken", 10)

    def test_the_reader_for_the_council_is_led_to_what_was_released(self, client, monkeypatch):
        logged_in(client, "council-reader")
        assert "nog geen resultaat voor de raad" in client.get("/").text

        monkeypatch.setattr("waterpas.web.approach.views.released_studies", lambda: [1])
        assert f'nl-button--primary" href="{reverse("studies:released")}"' in client.get("/").text

    def test_others_are_not(self, client):
        logged_in(client, "coordinator")

        assert reverse("studies:released") not in client.get("/").text
