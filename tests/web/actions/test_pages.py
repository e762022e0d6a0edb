import re
from datetime import date

import pytest
from django.urls import reverse

from tests.web.actions.factories import action, decided, finding, introduced, item, works
from tests.web.world import begun, logged_in, person, position
from waterpas.web.actions.models import Action, Status
from waterpas.web.audit_trail.models import Event

pytestmark = pytest.mark.django_db
FILLED = {"title": "Vier ogen", "patterns": ["P07"], "money": "not-asked"}


@pytest.fixture
def coordinator(client):
    return logged_in(client, "coordinator")


def words(response) -> str:
    text = re.sub(r"<(style|script).*?</\1>", "", response.text, flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


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


LISTS = {"list", "csv", "add", "means"}


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


class TestAdd:
    def test_answers_a_finding_with_a_change_of_the_handbook(self, client, coordinator):
        one = finding(item=item())
        address = reverse("actions:add") + f"?finding={one.pk}&change=S07-04"
        page = client.get(address)
        assert "Verander daarna de processen" in page.text
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


def fields_of(page) -> dict[str, object]:
    """What a browser would send back untouched."""
    sent: dict[str, object] = {}
    for form in page.context["forms"]:
        sent.setdefault("action", []).append(str(form.action.pk))
        for field in form:
            value = field.value()
            sent[field.html_name] = "" if value is None else str(value)
            sent[field.html_initial_name] = sent[field.html_name]
    return sent


class TestFindings:
    def test_puts_a_finding_with_it_and_takes_it_off(self, client, coordinator):
        made, one = action(), finding()
        client.post(reverse("actions:link", args=[made.pk]), {"finding": one.pk})
        assert made.findings.get() == one
        client.post(reverse("actions:unlink", args=[made.pk, one.pk]))
        assert not made.findings.exists()

    def test_does_not_offer_what_is_linked_or_decided(self, client, coordinator):
        one, _two = finding("Al erbij"), decided(title="Al besloten")
        page = client.get(reverse("actions:link", args=[action(one).pk]))
        assert "Al erbij" not in page.text
        assert "Al besloten" not in page.text

    def test_chooses_an_action_that_is_there_for_a_finding(self, client, coordinator):
        made, one = action(title="Vier ogen"), finding()
        address = reverse("actions:choose") + f"?finding={one.pk}"
        assert "Vier ogen" in client.get(address).text
        client.post(address, {"action": made.pk})
        assert made.findings.get() == one
        assert "Er is geen andere maatregel." in words(client.get(address))

    def test_the_last_reason_stays(self, client, coordinator):
        one = finding()
        made = action(one, points=[])
        page = client.post(reverse("actions:unlink", args=[made.pk, one.pk]), follow=True)
        assert "Kies eerst een patroon of criterium" in words(page)
        assert made.findings.exists()


class TestEnding:
    def test_introduces_and_concludes(self, client, coordinator):
        made = action()
        client.post(reverse("actions:introduce", args=[made.pk]), {"introduced_on": "2020-02-01"})
        client.post(reverse("actions:works", args=[made.pk]), {"effect": "Het verschil is weg."})
        made.refresh_from_db()
        assert (made.status, made.introduced_on) == ("works", date(2020, 2, 1))

    @pytest.mark.parametrize("name", ["works", "dilute"])
    def test_without_evidence_it_does_not_end(self, client, coordinator, name):
        page = client.post(reverse(f"actions:{name}", args=[introduced().pk]), {"effect": " "})
        assert page.status_code == 422
        assert Action.objects.get().status == Status.INTRODUCED

    def test_evidence_may_point_at_what_somebody_brought_along(self, client, coordinator):
        name = f"urn:waterpas:action:{action().pk}"
        made = introduced()
        address = reverse("actions:works", args=[made.pk]) + f"?urn={name}"
        client.post(address, {"effect": "Zie daar.", "effect_urn": name})
        made.refresh_from_db()
        assert made.effect_urn == name

    @pytest.mark.parametrize("day", ["2999-01-01", "0020-01-01", "", "gisteren"])
    def test_a_day_that_cannot_be_is_refused(self, client, coordinator, day):
        page = client.post(reverse("actions:introduce", args=[action().pk]), {"introduced_on": day})
        assert page.status_code == 422

    def test_what_is_not_introduced_cannot_be_concluded(self, client, coordinator):
        made = action()
        page = client.get(reverse("actions:works", args=[made.pk]), follow=True)
        assert "Dit kan pas als de maatregel is ingevoerd" in words(page)
        page = client.post(reverse("actions:works", args=[made.pk]), {"effect": "Lang verhaal"})
        assert page.status_code == 422
        assert "Lang verhaal" in page.text

    def test_reopens_and_says_it_when_somebody_was_first(self, client, coordinator):
        made = works()
        for _ in range(2):
            page = client.post(
                reverse("actions:reopen", args=[made.pk]), {"standing": "works"}, follow=True
            )
        assert "iemand heeft intussen de stand" in words(page)
        made.refresh_from_db()
        assert made.status == Status.INTRODUCED
        assert "Wat hier eerder over is opgeschreven" in words(page)


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
