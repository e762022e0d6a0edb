import pytest
from django.urls import reverse

from tests.web.findings import factories
from tests.web.findings.factories import RULE
from tests.web.world import NOON, logged_in, person, position
from waterpas.web.findings import services
from waterpas.web.findings.answers import Answered
from waterpas.web.findings.points import points
from waterpas.web.findings.services import NewEvidence
from waterpas.web.findings.suggestions import suggestions

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"findings:{name}", args=args)


def decide(finding, reason="Het beleid stopt in mei.", now=NOON):
    return services.decide_no_action(finding=finding, reason=reason, by=person(), now=now)


class TestWhoMay:
    @pytest.mark.parametrize("role", ["council-reader", "administrator"])
    @pytest.mark.parametrize("name", ["list", "detail"])
    def test_who_may_not_see_findings_does_not(self, client, role, name):
        finding = factories.finding()
        logged_in(client, role)
        args = [finding.pk] if name == "detail" else []

        answer = client.get(url(name, *args))

        assert answer.status_code == 403
        assert finding.title not in answer.text

    @pytest.mark.parametrize("name", ["add", "change", "evidence_add", "evidence_remove"])
    def test_a_reader_of_findings_may_not_change_them(self, client, name):
        finding = factories.finding(evidence=RULE)
        args = {"add": [], "evidence_remove": [finding.pk, finding.evidence.get().pk]}
        logged_in(client, "manager")

        assert client.post(url(name, *args.get(name, [finding.pk]))).status_code == 403
        assert finding.evidence.exists()

    @pytest.mark.parametrize("name", ["decide", "reopen"])
    def test_only_who_decides_may_decide(self, client, name):
        finding = factories.finding()
        logged_in(client, "policy-adviser")

        assert client.post(url(name, finding.pk), {"reason": "Daarom"}).status_code == 403
        finding.refresh_from_db()
        assert finding.decided_at is None

    def test_reopening_happens_by_a_form_only(self, client):
        logged_in(client, "manager")
        assert client.get(url("reopen", decide(factories.finding()).pk)).status_code == 405

    def test_who_may_not_change_sees_no_buttons_for_it(self, client):
        finding = factories.finding(evidence=RULE)
        logged_in(client, "confidential-adviser")

        page = client.get(url("detail", finding.pk)).text

        for name in ("change", "evidence_add", "decide"):
            assert url(name, finding.pk) not in page
        assert url("add") not in client.get(url("list")).text


class TestList:
    def test_an_empty_list_says_how_to_begin(self, client):
        logged_in(client, "coordinator")
        page = client.get(url("list")).text

        assert "Er is nog geen bevinding." in page
        assert url("add") in page

    def test_what_waits_comes_first_and_what_waits_longest_before_that(self, client, answered):
        titles = ["Beantwoord", "Wacht lang", "Wacht kort", "Besloten"]
        made = [factories.finding(title=title) for title in titles]
        answered[made[0].pk] = Answered(count=2, works=1)
        decide(made[3])
        logged_in(client, "coordinator")

        page = client.get(url("list")).text

        order = [page.index(f">{titles[n]}<") for n in (1, 2, 0, 3)]
        assert order == sorted(order)
        assert "Heeft 2 maatregelen, waarvan er 1 werkt" in page

    def test_what_was_diluted_stands_first_under_its_own_heading(self, client, answered):
        made = [factories.finding(title=title) for title in ("Beantwoord", "Wacht", "Afgezwakt")]
        answered[made[0].pk] = Answered(count=2, diluted=1)
        answered[made[2].pk] = Answered(count=1, diluted=1)
        logged_in(client, "coordinator")

        page = client.get(url("list")).text

        head = "Maatregelen zijn afgezwakt: opnieuw beantwoorden (1)"
        parts = [head, ">Afgezwakt<", ">Wacht<", "Heeft maatregelen (1)", ">Beantwoord<"]
        order = [page.index(part) for part in parts]
        assert order == sorted(order)

    def test_says_that_nobody_holds_the_function_of_the_owner(self, client):
        factories.finding(item=factories.item(owner=position("Hoofd Werk")))
        factories.finding(item=factories.item())
        logged_in(client, "coordinator")

        page = client.get(url("list")).text

        assert 'Hoofd Werk, <strong class="wp-gap">niemand heeft deze functie</strong>' in page
        assert "nog geen eigenaar" in page

    @pytest.mark.parametrize(
        ("query", "shown"),
        [
            ("stand=open", {"Een", "Twee"}),
            ("stand=no-action", {"Drie"}),
            ("punt=P01", {"Twee", "Drie"}),
            ("punt=P01&stand=open", {"Twee"}),
            ("onderwerp=%s", {"Een"}),
        ],
    )
    def test_shows_what_is_asked_for(self, client, query, shown):
        about = factories.item()
        factories.finding(title="Een", item=about)
        factories.finding(title="Twee", points=["P01"])
        decide(factories.finding(title="Drie", points=["P01"]))
        logged_in(client, "coordinator")

        page = client.get(f"{url('list')}?{query.replace('%s', str(about.pk))}").text

        assert {name for name in ("Een", "Twee", "Drie") if f">{name}</a>" in page} == shown

    @pytest.mark.parametrize("query", ["stand=closed", "punt=P99", "onderwerp=abc"])
    def test_an_unknown_choice_shows_everything_and_says_so(self, client, query):
        factories.finding(title="Een")
        logged_in(client, "coordinator")

        answer = client.get(f"{url('list')}?{query}")

        assert answer.status_code == 200
        assert "Deze keuze kennen wij niet." in answer.text
        assert ">Een</a>" in answer.text

    def test_says_when_nothing_fits(self, client):
        factories.finding()
        logged_in(client, "coordinator")
        assert "Geen bevinding past" in client.get(f"{url('list')}?stand=no-action").text

    def test_asks_the_database_equally_often_for_one_and_for_many(
        self, client, django_assert_max_num_queries
    ):
        for _ in range(8):
            factories.finding(item=factories.item(owner=position(holder=person())))
        logged_in(client, "coordinator")
        with django_assert_max_num_queries(12):
            client.get(url("list"))


class TestDetail:
    def test_shows_for_whom_the_points_with_footnote_and_who_it_waits_for(self, client):
        head = position("Hoofd Werk", holder=person(name="R. Pinas"))
        finding = factories.finding(item=factories.item(owner=head), points=["N07"])
        logged_in(client, "coordinator")

        page = client.get(url("detail", finding.pk)).text

        assert "Inwoners met bijstand" in page
        assert points()["N07"].footnote.nl in page
        assert "Hoofd Werk (R. Pinas)" in page
        assert "Wacht op een maatregel of besluit" in page

    def test_says_when_the_owner_left(self, client):
        gone = person(name="R. Pinas")
        finding = factories.finding(item=factories.item(owner=position("Hoofd", holder=gone)))
        gone.is_active = False
        gone.save()
        logged_in(client, "coordinator")

        page = client.get(url("detail", finding.pk)).text

        assert "niemand heeft deze functie nu" in page
        assert "R. Pinas" not in page

    def test_says_that_an_item_left_the_register(self, client):
        about = factories.item(title="Oud beleid")
        finding = factories.finding(item=about)
        factories.retire(about)
        logged_in(client, "coordinator")
        assert "uit het register gehaald" in client.get(url("detail", finding.pk)).text

    def test_offers_what_can_change_and_whose_idea_it_is(self, client):
        finding = factories.finding(points=["P07"])
        logged_in(client, "coordinator")

        page = client.get(url("detail", finding.pk)).text

        assert "Wat kan er veranderen?" in page
        assert "uit de handreiking" in page

    def test_a_change_is_taken_over_with_one_click(self, client):
        finding = factories.finding(points=["P07"])
        change = suggestions(["P07"])[0]
        logged_in(client, "coordinator")

        page = client.get(url("detail", finding.pk)).text

        button = f'action="{reverse("actions:take_over")}"'
        assert button in page
        assert f'name="change" value="{change.id}"' in page
        logged_in(client, "confidential-adviser")
        assert button not in client.get(url("detail", finding.pk)).text

    def test_after_a_decision_it_offers_nothing_until_it_is_reopened(self, client):
        finding = decide(factories.finding(points=["P07"]))
        logged_in(client, "coordinator")
        assert "Wat kan er veranderen?" not in client.get(url("detail", finding.pk)).text

    def test_shows_the_actions_that_answer_it(self, client, answered):
        finding = factories.finding()
        factories.action(finding, title="Laat iemand meekijken")
        answered[finding.pk] = Answered(count=1)
        logged_in(client, "coordinator")

        page = client.get(url("detail", finding.pk)).text

        assert "Laat iemand meekijken" in page
        assert url("decide", finding.pk) not in page

    def test_shows_who_owns_each_action_and_how_it_stands(self, client):
        finding = factories.finding()
        owners = [position("Hoofd Werk", holder=person(name="R. Pinas")), position("Hoofd Post")]
        for owner in owners:
            action = factories.action(finding)
            action.owner = owner
            action.save()
        logged_in(client, "coordinator")

        page = client.get(url("detail", finding.pk)).text

        assert "Hoofd Werk (R. Pinas)" in page
        assert 'Hoofd Post, <strong class="wp-gap">niemand heeft deze functie</strong>' in page
        assert page.count('<span class="wp-tag">gepland</span>') == 2

    def test_leads_to_the_item_in_the_register_for_who_may_see_it(self, client):
        about = factories.item(title="Bijstand")
        finding = factories.finding(item=about)
        link = f'href="{reverse("register:item", args=[about.pk])}"'

        logged_in(client, "manager")
        assert link in client.get(url("detail", finding.pk)).text
        logged_in(client, "confidential-adviser")
        assert link not in client.get(url("detail", finding.pk)).text

    def test_asks_again_when_all_actions_are_diluted(self, client, answered):
        finding = factories.finding()
        answered[finding.pk] = Answered(count=1, diluted=1)
        logged_in(client, "coordinator")

        page = client.get(url("detail", finding.pk)).text

        assert "Alles is afgezwakt" in page
        assert url("decide", finding.pk) in page

    def test_links_a_study_only_for_who_may_see_studies(self, client, study):
        evidence = NewEvidence(kind="figure", text="6 keer zo vaak", urn=study)
        finding = factories.finding(evidence=evidence)

        logged_in(client, "researcher")
        assert 'href="/onderzoek/7/"' in client.get(url("detail", finding.pk)).text
        logged_in(client, "confidential-adviser")
        assert 'href="/onderzoek/7/"' not in client.get(url("detail", finding.pk)).text

    def test_evidence_whose_study_is_gone_keeps_its_source(self, client):
        evidence = NewEvidence("figure", "6 keer", "Telling", "urn:waterpas:study:404")
        finding = factories.finding(evidence=evidence)
        logged_in(client, "researcher")
        assert "Bron: Telling" in client.get(url("detail", finding.pk)).text

    def test_a_text_of_somebody_is_never_read_as_html(self, client):
        finding = factories.finding(title="<b>x</b>", for_whom="<i>y</i>", evidence=RULE)
        logged_in(client, "researcher")
        page = client.get(url("detail", finding.pk)).text

        assert "<b>x" not in page
        assert "<i>y" not in page

    def test_what_is_not_there_is_not_found(self, client):
        logged_in(client, "coordinator")
        assert client.get(url("detail", 404)).status_code == 404

    def test_speaks_english(self, client):
        finding = factories.finding(points=["P09"], evidence=RULE)
        logged_in(client, "coordinator")

        page = client.get(url("detail", finding.pk), headers={"Accept-Language": "en"}).text

        assert "Waits for an action or a decision" in page
        assert "A professional decides alone" in page
        assert "A rule or a way of working" in page
