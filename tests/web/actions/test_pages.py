from datetime import date

import pytest
from django.urls import reverse

from tests.web.actions.factories import action, decided, finding, introduced, item, works
from tests.web.actions.pages import words
from tests.web.world import logged_in, person, position
from waterpas.web.actions.models import Status

pytestmark = pytest.mark.django_db


LISTS = {"list", "csv", "add", "means"}


class TestWho:
    @pytest.mark.parametrize(
        ("name", "permitted", "refused"),
        [
            ("list", "confidential-adviser", "council-reader"),
            ("csv", "confidential-adviser", "council-reader"),
            ("detail", "confidential-adviser", "administrator"),
            ("add", "manager", "taskforce-member"),
            ("change", "manager", "confidential-adviser"),
            ("means", "manager", "taskforce-member"),
            ("link", "policy-adviser", "taskforce-member"),
            ("introduce", "manager", "taskforce-member"),
            ("works", "taskforce-member", "manager"),
            ("dilute", "taskforce-member", "manager"),
        ],
    )
    def test_the_page_is_for_who_may(self, client, name, permitted, refused):
        pk = introduced().pk
        address = reverse(f"actions:{name}", args=[] if name in LISTS else [pk])
        assert client.get(address).status_code == 302
        logged_in(client, refused)
        assert client.get(address).status_code == 403
        logged_in(client, permitted)
        assert client.get(address).status_code == 200

    @pytest.mark.parametrize(("name", "refused"), [("reopen", "manager"), ("unlink", "manager")])
    def test_what_is_only_sent_is_refused_too(self, client, name, refused):
        one = finding()
        made = introduced(one)
        args = [made.pk, one.pk] if name == "unlink" else [made.pk]
        logged_in(client, "confidential-adviser")
        assert client.post(reverse(f"actions:{name}", args=args)).status_code == 403
        assert client.get(reverse(f"actions:{name}", args=args)).status_code == 403

    def test_buttons_are_for_who_may(self, client):
        logged_in(client, "confidential-adviser")
        page = client.get(reverse("actions:detail", args=[action(finding()).pk]))
        assert "Veranderen" not in words(page)
        assert "Losmaken" not in words(page)


class TestList:
    def test_says_what_to_do_when_empty(self, client, coordinator):
        page = words(client.get(reverse("actions:list")))
        assert "Er zijn nog geen maatregelen." in page
        assert "Preventief beginnen" in page

    def test_groups_by_what_is_missing(self, client, coordinator):
        action(title="A zonder eigenaar", owner=None)
        action(title="B zonder geld", money="not-asked")
        action(title="C te laat", due=date(2020, 1, 1))
        introduced(title="D ingevoerd")
        works(title="E werkt")
        page = words(client.get(reverse("actions:list")))
        order = [
            "Zonder eigenaar",
            "A zonder eigenaar",
            "Zonder besluit over geld en uren",
            "B zonder geld",
            "Over de datum",
            "C te laat",
            "Ingevoerd: werkt het?",
            "D ingevoerd",
            "Hier is opgeschreven waaruit dat blijkt.",
            "E werkt",
        ]
        places = [page.index(part) for part in order]
        assert places == sorted(places)

    @pytest.mark.parametrize(
        ("money", "shelf"),
        [("refused", "Geld is geweigerd"), ("asked", "Wacht op een besluit over geld")],
    )
    def test_without_money_an_action_is_not_underway(self, client, coordinator, money, shelf):
        action(money=money)
        page = words(client.get(reverse("actions:list")))
        assert shelf in page
        assert "Eigenaar, geld en uren zijn geregeld." not in page

    @pytest.mark.parametrize(
        ("money", "button"),
        [("refused", "Maatregel aanpassen"), ("asked", "Besluit opschrijven")],
    )
    def test_without_money_the_next_step_is_about_money(self, client, coordinator, money, button):
        page = words(client.get(reverse("actions:detail", args=[action(money=money).pk])))
        assert button in page
        assert "Is het ingevoerd?" not in page

    def test_totals_are_words_and_never_a_percentage(self, client, coordinator):
        action(fte="0.5", euro_once=12500, money="promised")
        action(fte="1", euro_once=None, euro_yearly=500, money="asked")
        page = words(client.get(reverse("actions:list")))
        assert "Gevraagd: 1,5 fte, € 12.500 eenmalig en € 500 per jaar." in page
        assert "Daarvan is toegezegd: 0,5 fte en € 12.500 eenmalig." in page
        assert "%" not in page

    def test_filters(self, client, coordinator):
        one = item()
        head = position(holder=person())
        action(title="Over bijstand", item=one, owner=head)
        introduced(title="Iets anders")
        for query in (f"item={one.pk}", f"owner={head.pk}", "status=planned"):
            page = words(client.get(reverse("actions:list") + f"?{query}"))
            assert "Over bijstand" in page
            assert "Iets anders" not in page

    def test_filters_on_what_is_missing_and_ignores_nonsense(self, client, coordinator):
        action(title="Volledig")
        action(title="Half", accountable=None)
        page = words(client.get(reverse("actions:list") + "?gap=no-accountable"))
        assert "Half" in page
        assert "Volledig" not in page
        page = words(client.get(reverse("actions:list") + "?gap=x&owner=zz&status=done"))
        assert "Volledig" in page

    def test_the_number_of_queries_does_not_grow(
        self, client, coordinator, django_assert_max_num_queries
    ):
        for _ in range(12):
            action(finding(), item=item())
        with django_assert_max_num_queries(16):
            client.get(reverse("actions:list"))


class TestDetail:
    def test_shows_who_has_it_now_and_that_nobody_does(self, client, coordinator):
        made = action(owner=position("Hoofd Werk", person(name="R. Pinas")), reviewer=position())
        page = words(client.get(reverse("actions:detail", args=[made.pk])))
        assert "Hoofd Werk. R. Pinas" in page
        assert "Niemand heeft deze functie nu." in page

    def test_an_owner_who_left_is_a_gap(self, client, coordinator):
        gone = person(name="R. Pinas")
        made = action(owner=position("Hoofd Werk", gone))
        gone.is_active = False
        gone.save()
        page = words(client.get(reverse("actions:detail", args=[made.pk])))
        assert "Niemand heeft nu de functie van de eigenaar." in page
        assert "R. Pinas" not in page

    @pytest.mark.parametrize(
        ("role", "sentence"),
        [
            ("employer", "U kunt het onderzoek ook overslaan."),
            ("policy-maker", "de processen ook preventief veranderen."),
        ],
    )
    def test_preventive_is_said_with_the_sentence_of_the_step(
        self, client, coordinator, role, sentence
    ):
        made = action(item=item(role=role))
        page = words(client.get(reverse("actions:detail", args=[made.pk])))
        assert "preventief" in page
        assert sentence in page

    def test_with_a_finding_it_is_not_preventive(self, client, coordinator):
        page = words(client.get(reverse("actions:detail", args=[action(finding("Wat")).pk])))
        assert "preventief" not in page
        assert "Wat" in page

    def test_a_decided_finding_says_so(self, client, coordinator):
        page = words(client.get(reverse("actions:detail", args=[action(decided()).pk])))
        assert "Over deze bevinding is besloten niets te veranderen." in page

    def test_diluted_asks_for_something_else(self, client, coordinator):
        one = finding()
        made = works(one, status=Status.DILUTED)
        page = client.get(reverse("actions:detail", args=[made.pk]))
        assert f"{reverse('actions:add')}?finding={one.pk}" in page.text

    def test_never_says_done(self, client, coordinator):
        page = words(client.get(reverse("actions:detail", args=[works().pk])))
        assert "Waaruit blijkt dat het werkt" in page
        assert "afgerond" not in page


class TestTable:
    def test_opens_in_a_dutch_spreadsheet_and_never_calculates(self, client, coordinator):
        action(finding("=HYPERLINK(1)"), title="=1+1", fte="0.5")
        answer = client.get(reverse("actions:csv"))
        text = answer.content.decode("utf-8")
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert 'filename="maatregelen.csv"' in answer.headers["Content-Disposition"]
        assert text.startswith("\ufeffnummer;maatregel;")
        assert ";'=1+1;" in text
        assert ";'=HYPERLINK(1);" in text
        assert ";0,5;2000;" in text

    def test_holds_functions_and_no_names(self, client, coordinator):
        action(owner=position("Hoofd Werk", person(name="R. Pinas")))
        text = client.get(reverse("actions:csv")).content.decode()
        assert "Hoofd Werk" in text
        assert "R. Pinas" not in text

    def test_holds_what_the_list_shows(self, client, coordinator):
        action(title="Gepland")
        introduced(title="Ingevoerd")
        text = client.get(reverse("actions:csv") + "?status=planned").content.decode()
        assert "Gepland" in text
        assert "Ingevoerd;" not in text


def test_speaks_english_to_who_asks_for_it(client, coordinator):
    made = action(owner=None)
    page = client.get(reverse("actions:detail", args=[made.pk]), headers={"Accept-Language": "en"})
    assert "There is no owner yet." in page.text
    page = client.get(reverse("actions:list"), headers={"Accept-Language": "en"})
    assert "Without an owner" in page.text
