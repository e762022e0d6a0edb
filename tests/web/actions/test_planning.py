import re
from datetime import date

import pytest
from django.urls import reverse

from tests.web.actions.factories import action, decided, finding, item
from tests.web.actions.pages import FILLED, fields_of, words
from tests.web.world import begun, position
from waterpas import handbook
from waterpas.web.actions.models import Action
from waterpas.web.audit_trail.models import Event

pytestmark = pytest.mark.django_db


def title_of(code):
    """The title of an item of the handbook, as it stands in a page."""
    return next(item.title.nl for item in handbook.load() if item.id == code)


class TestAdd:
    def test_answers_a_finding_with_a_change_of_the_handbook(self, client, coordinator):
        one = finding(item=item())
        address = reverse("actions:add") + f"?finding={one.pk}&change=S07-04"
        page = client.get(address)
        assert title_of("S07-04") in page.text
        assert re.search(r'value="P07"[^>]*checked', page.text)
        client.post(address, {"title": "Zo dus", "money": "not-asked"})
        made = Action.objects.get()
        assert list(made.findings.all()) == [one]

    def test_starts_from_a_pattern(self, client, coordinator):
        page = client.get(reverse("actions:add") + "?point=P09&point=bestaat-niet")
        assert re.search(r'value="P09"[^>]*checked', page.text)
        assert "zonder onderzoek vooraf" in words(page)

    def test_from_nothing_asks_for_a_criterion_or_pattern(self, client, coordinator):
        page = client.post(reverse("actions:add"), {**FILLED, "patterns": []})
        assert page.status_code == 422
        assert "Kies minstens één patroon of criterium." in words(page)
        assert not Action.objects.exists()

    @pytest.mark.parametrize(
        ("field", "value", "sentence"),
        [
            ("title", "", "Dit veld is verplicht"),
            ("fte", "-1", "Vul een aantal fte in van 0 tot 1.000"),
            ("fte", "1001", "Vul een aantal fte in van 0 tot 1.000"),
            ("fte", "veel", "hooguit twee cijfers achter de komma"),
            ("euro_once", "-5", "van 0 tot 1 miljard euro"),
            ("euro_yearly", "12,50", "Vul hele euro"),
            ("euro_once", "9" * 14, "van 0 tot 1 miljard euro"),
            ("due", "0207-01-01", "tussen 2000 en 2100"),
            ("due", "morgen", "dag, maand en jaar"),
        ],
    )
    def test_says_in_one_sentence_what_is_wrong(self, client, coordinator, field, value, sentence):
        page = client.post(reverse("actions:add"), {**FILLED, field: value})
        assert page.status_code == 422
        assert sentence in words(page)
        assert not Action.objects.exists()

    def test_who_looks_along_is_not_the_owner(self, client, coordinator):
        head = position().pk
        page = client.post(reverse("actions:add"), {**FILLED, "owner": head, "reviewer": head})
        assert page.status_code == 422
        assert "Wie meekijkt, kan niet de eigenaar zijn." in words(page)

    def test_a_date_in_the_past_is_kept_with_a_note(self, client, coordinator):
        page = client.post(reverse("actions:add"), {**FILLED, "due": "2020-01-01"}, follow=True)
        assert "Let op: de datum is al voorbij." in words(page)
        assert Action.objects.get().due == date(2020, 1, 1)

    def test_takes_numbers_as_people_type_them(self, client, coordinator):
        typed = {"fte": "0,5", "euro_once": "€ 12.500,-", "euro_yearly": "0"}
        client.post(reverse("actions:add"), {**FILLED, **typed})
        made = Action.objects.get()
        assert (str(made.fte), made.euro_once, made.euro_yearly) == ("0.50", 12500, 0)

    def test_sent_twice_is_added_once(self, client, coordinator):
        answers = [client.post(reverse("actions:add"), {**FILLED, "once": "a1"}) for _ in range(2)]
        assert Action.objects.count() == 1
        assert answers[0].url == answers[1].url

    def test_a_decided_finding_is_reopened_first(self, client, coordinator):
        address = reverse("actions:add") + f"?finding={decided().pk}"
        assert "Heropen eerst de bevinding." in words(client.get(address))
        page = client.post(address, FILLED)
        assert page.status_code == 422
        assert not Action.objects.exists()

    @pytest.mark.parametrize("number", ["999", "x", "-1"])
    def test_an_unknown_finding_is_not_found(self, client, coordinator, number):
        assert client.get(reverse("actions:add") + f"?finding={number}").status_code == 404

    def test_what_was_typed_survives_the_end_of_the_session(self, client):
        begun()
        page = client.post(reverse("actions:add"), FILLED)
        assert page.status_code == 401
        assert 'name="typed"' in page.text


class TestChange:
    def test_changes(self, client, coordinator):
        made = action(title="Oud")
        address = reverse("actions:change", args=[made.pk])
        assert 'value="Oud"' in client.get(address).text
        answer = client.post(address, {**FILLED, "title": "Nieuw", "version": "1"})
        assert answer.status_code == 302
        made.refresh_from_db()
        assert (made.title, made.version) == ("Nieuw", 2)

    def test_a_date_of_somebody_else_is_shown_as_people_write_it(self, client, coordinator):
        made = action(title="Oud")
        Action.objects.filter(pk=made.pk).update(due=date(2027, 3, 8), version=2)
        page = client.post(
            reverse("actions:change", args=[made.pk]),
            {**FILLED, "due": "2027-04-09", "version": "1"},
        )

        assert "Er staat nu: 8 maart 2027" in words(page)

    def test_of_two_people_the_second_sees_both_and_loses_nothing(self, client, coordinator):
        made = action(title="Oud")
        address = reverse("actions:change", args=[made.pk])
        client.post(address, {**FILLED, "title": "Van de eerste", "version": "1"})
        second = {**FILLED, "title": "Van de tweede", "wanted": ["W08", "W09"], "version": "1"}
        page = client.post(address, second)

        assert page.status_code == 422
        assert "Iemand anders heeft deze maatregel veranderd" in words(page)
        assert "Er staat nu: Van de eerste" in words(page)
        assert 'value="Van de tweede"' in page.text
        assert re.search(r'value="W08"[^>]*checked', page.text)
        assert re.search(r'value="W09"[^>]*checked', page.text)
        assert 'name="version" value="2"' in page.text
        assert Action.objects.get().title == "Van de eerste"

        client.post(address, {**second, "version": "2"})
        assert Action.objects.get().title == "Van de tweede"

    def test_keeps_an_item_that_left_the_register_and_points_of_the_municipality(
        self, client, coordinator
    ):
        made = action(points=["P07", "Q01"])
        client.post(
            reverse("actions:change", args=[made.pk]), {**FILLED, "patterns": [], "version": "1"}
        )
        assert Action.objects.get().points == ["Q01"]


class TestMeans:
    def test_fills_in_several_in_one_go(self, client, coordinator):
        first, second = action(money="not-asked", fte=None), action(money="not-asked")
        untouched = action(money="not-asked", fte=None, euro_once=None)
        page = client.get(reverse("actions:means"))
        sent = fields_of(page)
        sent |= {f"{first.pk}-fte": "0,5", f"{first.pk}-money": "asked"}
        sent |= {f"{second.pk}-money": "promised"}
        page = client.post(reverse("actions:means"), sent, follow=True)

        assert "Bewaard: de middelen van 2 maatregelen." in words(page)
        first.refresh_from_db()
        untouched.refresh_from_db()
        assert (str(first.fte), first.money) == ("0.50", "asked")
        assert untouched.version == 1
        assert Event.objects.count() == 2

    def test_what_somebody_else_filled_in_meanwhile_is_shown(self, client, coordinator):
        made, other = action(money="not-asked"), action(money="not-asked")
        sent = fields_of(client.get(reverse("actions:means")))
        Action.objects.filter(pk=made.pk).update(euro_once=77, version=2)
        sent |= {f"{made.pk}-euro_once": "88", f"{other.pk}-euro_once": "99"}
        page = client.post(reverse("actions:means"), sent)

        assert page.status_code == 422
        assert "Er staat nu: 77" in words(page)
        other.refresh_from_db()
        assert other.euro_once == 2000
        assert not Event.objects.exists()

    def test_who_touched_nothing_conflicts_with_nobody(self, client, coordinator):
        made = action(money="not-asked")
        sent = fields_of(client.get(reverse("actions:means")))
        Action.objects.filter(pk=made.pk).update(euro_once=77, version=2)
        assert client.post(reverse("actions:means"), sent).status_code == 302

    def test_shows_every_mistake(self, client, coordinator):
        first, second = action(money="not-asked"), action(money="not-asked")
        sent = fields_of(client.get(reverse("actions:means")))
        sent |= {f"{first.pk}-fte": "-1", f"{second.pk}-fte": "5000"}
        page = client.post(reverse("actions:means"), sent)
        assert page.status_code == 422
        assert page.text.count("Vul een aantal fte in") == 4

    def test_says_so_when_there_is_nothing_to_ask(self, client, coordinator):
        assert "is iets besloten" in words(client.get(reverse("actions:means")))
