"""What a municipality always scans: set by the coordinator, asked and told by the pre-scan."""

import pytest
from django.urls import reverse

from tests.web.scans.factories import ANSWERS, policy
from tests.web.world import NOON, begun, logged_in
from waterpas.web.audit_trail.models import Event
from waterpas.web.scans import rules, services
from waterpas.web.scans.models import Prescan, Trigger
from waterpas.web.scans.services_triggers import WordsMissing
from waterpas.web.scans.triggers import FIELDS

pytestmark = pytest.mark.django_db
EMPTY = dict.fromkeys(FIELDS, "")


@pytest.fixture
def by(client):
    begun()
    return logged_in(client, "coordinator")


def at(name: str, *args) -> str:
    return reverse(f"scans:{name}", args=args)


def chosen(by, **wanted):
    services.set_triggers(wanted=EMPTY | wanted, by=by, now=NOON)


def opened(client) -> dict[str, object]:
    form = client.get(at("triggers")).context["form"]
    return {field.html_name: field.value() or "" for field in form}


def test_the_coordinator_chooses_per_kind_which_scan(client, by):
    sent = opened(client) | {"ordinance": "full", "own-1": "short", "own-1-words": "Spoed"}

    page = client.post(at("triggers"), sent, follow=True).text

    assert "Een concept van een verordening: Volledige toets" in page
    assert "Spoed: Korte toets bij haast" in page


def test_a_change_is_one_line_in_the_log_and_no_change_is_none(client, by):
    def lines():
        return Event.objects.filter(type="scan.triggers_changed").count()

    client.post(at("triggers"), opened(client) | {"ordinance": "full"})
    assert lines() == 1
    client.post(at("triggers"), opened(client))
    assert lines() == 1
    client.post(at("triggers"), opened(client) | {"ordinance": "short"})
    assert lines() == 2


@pytest.mark.parametrize("half", [{"own-1": "full"}, {"own-1-words": "Een besluit"}])
def test_a_kind_of_its_own_has_words_and_a_scan(client, by, half):
    assert client.post(at("triggers"), opened(client) | half).status_code == 422


def test_the_service_refuses_a_kind_without_words(by):
    with pytest.raises(WordsMissing):
        chosen(by, **{"own-2": "full"})


def test_two_people_keep_each_others_change_and_see_what_both_changed(client, by):
    first, second, third = opened(client), opened(client), opened(client)

    client.post(at("triggers"), first | {"ordinance": "full"})
    client.post(at("triggers"), second | {"tender": "purchased"})
    asked = client.post(at("triggers"), third | {"ordinance": "short"})

    assert {one.code for one in Trigger.objects.all()} == {"ordinance", "tender"}
    assert asked.status_code == 409
    assert "Volledige toets" in asked.text.split("wp-theirs")[1]


def test_only_the_coordinator_sets_them(client):
    logged_in(client, "policy-adviser")

    assert client.get(at("triggers")).status_code == 403


class TestThePreScan:
    def test_asks_it_below_the_eight_questions_and_only_when_there_is_something(self, client, by):
        made = policy()
        assert "triggers" not in client.get(at("prescan", made.pk)).context["form"].fields
        chosen(by, ordinance="full")

        fields = list(client.get(at("prescan", made.pk)).context["form"].fields)

        assert len([one for one in fields if one in rules.QUESTIONS]) <= 8
        assert fields[-2:] == ["soon", "triggers"]

    def test_says_in_words_which_one_made_it_so(self, client, by):
        chosen(by, ordinance="full", instruction="short")
        made = policy()

        page = client.post(
            at("prescan", made.pk), ANSWERS | {"triggers": ["ordinance"]}, follow=True
        ).text

        assert "Doe nu een volledige toets." in page
        assert "Uw gemeente toetst dit altijd: een concept van een verordening." in page
        assert f"item={made.pk}&amp;list=full" in page

    def test_leads_to_the_short_form_when_that_is_the_rule(self, client, by):
        chosen(by, instruction="short")
        made = policy()

        page = client.post(
            at("prescan", made.pk), ANSWERS | {"triggers": ["instruction"]}, follow=True
        ).text

        assert "Doe nu deze toets: Korte toets bij haast." in page
        assert f"item={made.pk}&amp;list=short" in page

    def test_a_signal_still_asks_for_the_full_scan(self, client, by):
        chosen(by, instruction="short")
        sent = ANSWERS | {"signals": "yes", "triggers": ["instruction"]}

        page = client.post(at("prescan", policy().pk), sent, follow=True).text

        assert "Doe nu een volledige toets." in page

    def test_keeps_what_was_the_rule_on_that_day(self, client, by):
        chosen(by, ordinance="full")
        made = policy()
        client.post(at("prescan", made.pk), ANSWERS | {"triggers": ["ordinance"]})
        chosen(by)

        assert Prescan.objects.get().triggers[0]["question_list"] == "full"
        assert "Uw gemeente toetst dit altijd" in client.get(at("prescan", made.pk)).text

    def test_comes_first_in_the_list_and_says_so(self, client, by):
        chosen(by, ordinance="full")
        signals = ANSWERS | {"signals": "yes"}
        services.record_prescan(item=policy(title="A"), answers=signals, by=by, now=NOON)
        services.record_prescan(
            item=policy(title="B"), answers=ANSWERS, triggers=["ordinance"], by=by, now=NOON
        )

        page = client.get(at("list"))

        assert [row.item.title for row in page.context["listing"].now] == ["B", "A"]
        assert "Deze eerst, want uw gemeente toetst dit altijd." in page.text
