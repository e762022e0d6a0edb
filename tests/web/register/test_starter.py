"""The starter list: the data, the page, and ticking."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.web.register.factories import in_text, item, retired
from tests.web.world import NOON, logged_in, person
from waterpas import handbook
from waterpas.web.audit_trail.models import Event
from waterpas.web.register.models import Delivery, Item, Kind, Role
from waterpas.web.register.services import UnknownStarter, tick_items
from waterpas.web.register.starters import by_id, starters

VERDICTS = ("racistisch beleid", "bevooroordeeld", "score", "fout", "eerlijk", "schuldig")


class TestList:
    def test_holds_about_sixty_items_over_the_three_roles(self):
        per_role = {role: [s for s in starters() if s.role == role] for role in Role}

        assert 55 <= len(starters()) <= 65
        assert all(len(items) >= 12 for items in per_role.values())

    def test_every_value_is_one_that_the_register_knows(self):
        assert {s.kind for s in starters()} <= set(Kind.values)
        assert {s.role for s in starters()} <= set(Role.values)
        assert {s.delivery for s in starters()} <= set(Delivery.values)

    def test_every_kind_and_every_delivery_occurs(self):
        assert {s.kind for s in starters()} == set(Kind.values)
        assert {s.delivery for s in starters()} == set(Delivery.values)

    def test_ids_and_names_occur_once(self):
        assert len(by_id()) == len(starters())
        for lang in ("nl", "en"):
            assert len({s.title.text(lang).casefold() for s in starters()}) == len(starters())

    def test_every_pattern_is_one_of_the_handbook(self):
        patterns = {point.id for point in handbook.load() if point.kind == "pattern"}

        assert {each for s in starters() for each in s.patterns} == patterns
        assert all(s.patterns for s in starters())

    def test_only_processes_as_employer_belong_to_the_four_questions_of_step_6(self):
        questions = {point.id for point in handbook.load() if point.kind == "process-question"}
        employer = {s.process for s in starters() if s.role == Role.EMPLOYER}

        assert employer == questions
        assert {s.process for s in starters() if s.role != Role.EMPLOYER} == {""}

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_what_stands_beside_an_item_is_a_short_question_and_no_verdict(self, lang):
        questions = [s.question.text(lang) for s in starters()]

        assert [q for q in questions if not q.endswith("?")] == []
        assert [q for q in questions if len(q.split()) > 20] == []
        assert [q for q in questions for word in VERDICTS if word in q.lower()] == []


class TestTicking:
    def test_adds_the_ticked_items_with_one_line_in_the_log(self, db):
        who = person("coordinator")

        added = tick_items(starters=["selection", "benefit-reviews"], by=who, now=NOON)

        assert {each.title for each in added} == {"Werving en selectie", "Heronderzoek bijstand"}
        event = Event.objects.get()
        assert (event.type, event.actor) == ("items.ticked", who.actor_code)
        assert event.fields == sorted(str(each.pk) for each in added)

    def test_ticking_again_changes_nothing_and_says_nothing(self, db):
        who = person("coordinator")
        tick_items(starters=["selection"], by=who, now=NOON)
        Item.objects.update(title="Werving bij ons")

        assert tick_items(starters=["selection"], by=who, now=NOON) == []
        assert [each.title for each in Item.objects.all()] == ["Werving bij ons"]
        assert Event.objects.count() == 1

    def test_what_was_typed_by_hand_is_not_added_again(self, db):
        item(title="werving  en selectie")

        assert tick_items(starters=["selection"], by=person(), now=NOON) == []

    def test_an_item_that_was_taken_out_does_not_come_back_by_ticking(self, db):
        retired(title="Woonurgentie", starter="housing-urgency")

        assert tick_items(starters=["housing-urgency"], by=person(), now=NOON) == []

    def test_an_unknown_id_is_refused_and_nothing_is_written(self, db):
        with pytest.raises(UnknownStarter):
            tick_items(starters=["selection", "bestaat-niet"], by=person(), now=NOON)

        assert not Item.objects.exists()
        assert not Event.objects.exists()

    def test_the_database_holds_a_usual_item_once(self, db):
        item(starter="selection")

        with pytest.raises(IntegrityError), transaction.atomic():
            item(starter="selection")


class TestPage:
    def test_shows_all_items_by_role_with_how_long_it_takes(self, client, db):
        logged_in(client, "coordinator")

        text = client.get(reverse("register:starter")).text

        assert text.count('type="checkbox"') == len(starters())
        assert text.count("<fieldset") == 3
        assert "Dat kost 10 minuten en u kunt het alleen." in text

    def test_adds_what_is_ticked_in_one_go(self, client, db):
        logged_in(client, "policy-adviser")

        response = client.post(
            reverse("register:starter"), {"starter": ["selection", "letters"]}, follow=True
        )

        assert "2 onderwerpen toegevoegd." in response.text
        assert Item.objects.count() == 2

    def test_shows_what_is_in_the_register_as_such(self, client, db):
        logged_in(client, "coordinator")
        there = item(title="Woonurgentie", starter="housing-urgency")
        gone = retired(title="Sportsubsidie", starter="sports-grants")

        text = client.get(reverse("register:starter")).text

        assert 'value="housing-urgency"' not in text
        assert 'value="sports-grants"' not in text
        assert reverse("register:item", args=[there.pk]) in text
        assert reverse("register:item", args=[gone.pk]) in text
        assert "uit het register gehaald" in text

    def test_nothing_ticked_is_said_in_one_sentence(self, client, db):
        logged_in(client, "coordinator")

        response = client.post(reverse("register:starter"), {})

        assert response.status_code == 422
        assert "Vink minstens één onderwerp aan." in response.text

    def test_an_unknown_item_is_refused_and_ticks_are_kept(self, client, db):
        logged_in(client, "coordinator")

        response = client.post(reverse("register:starter"), {"starter": ["selection", "x"]})

        assert response.status_code == 422
        assert 'value="selection" checked' in response.text
        assert not Item.objects.exists()

    def test_sent_twice_is_done_once(self, client, db):
        logged_in(client, "coordinator")
        data = {"starter": ["selection"], "once": "a" * 32}

        answers = [client.post(reverse("register:starter"), data) for _ in range(2)]

        assert [answer.status_code for answer in answers] == [302, 302]
        assert Event.objects.filter(type="items.ticked").count() == 1

    @pytest.mark.parametrize("role", ["manager", "council-reader", "administrator"])
    def test_who_may_not_change_the_register_may_not_tick(self, client, db, role):
        logged_in(client, role)

        assert client.get(reverse("register:starter")).status_code == 403
        assert client.post(reverse("register:starter"), {"starter": "x"}).status_code == 403

    def test_speaks_english(self, client, db):
        logged_in(client, "coordinator")

        text = client.get(reverse("register:starter"), headers={"Accept-Language": "en"}).text

        assert "That takes 10 minutes and you can do it alone." in text
        assert "Recruitment and selection" in text
        assert "Werving en selectie" not in in_text(text)
