"""Remarks at a criterion: who may, what stays, and what the pages show."""

import pytest
from django.urls import reverse

from tests.web.scans.factories import answer, scan
from tests.web.scans.together import comment
from tests.web.world import NOON, logged_in, person
from waterpas.web.audit_trail.models import Event
from waterpas.web.references.versions import ChangedMeanwhile
from waterpas.web.scans import services
from waterpas.web.scans.comments import remarks
from waterpas.web.scans.models import Comment
from waterpas.web.scans.services_comments import NotAThread, NotYours, SettledAlready, Withdrawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(client):
    return logged_in(client, "taskforce-member")


def at(name: str, *args) -> str:
    return reverse(f"scans:{name}", args=args)


def page_of(made, criterion="N03", stage="vooraf") -> str:
    return at("comments", made.pk, stage, criterion)


class TestPlacing:
    def test_can_be_done_at_a_criterion_without_answer_by_who_may_not_answer(self, client, by):
        made = scan()

        response = client.post(page_of(made), {"text": "Waar staat dat?"}, follow=True)

        assert "Waar staat dat?" in response.text
        assert f"<strong>{by.name}</strong>" in response.text
        assert client.get(at("answer", made.pk, "N03")).status_code == 403

    def test_warns_for_a_name_and_goes_on_after_a_look(self, client, by):
        made = scan()

        warned = client.post(page_of(made), {"text": "Vraag het mevrouw Jansen."})

        assert warned.status_code == 422
        assert "lijkt op een naam" in warned.text
        looked = {"text": "Vraag het mevrouw Jansen.", "checked": "on"}
        assert client.post(page_of(made), looked).status_code == 302

    @pytest.mark.parametrize("text", ["mail p.jansen@stad.example", "bel 06 12345678"])
    def test_refuses_an_address_and_a_number(self, client, by, text):
        response = client.post(page_of(scan()), {"text": text, "checked": "on"})

        assert response.status_code == 422
        assert not Comment.objects.exists()

    @pytest.mark.parametrize(("stage", "criterion"), [("ooit", "N03"), ("vooraf", "X")])
    def test_is_at_a_criterion_of_a_stage(self, client, by, stage, criterion):
        assert client.get(page_of(scan(), criterion, stage)).status_code == 404

    def test_is_shown_on_the_pages_of_the_answer(self, client):
        logged_in(client, "coordinator")
        made = scan()
        answer(made, "N03", value="no")
        comment(made)

        for path in (at("answer", made.pk, "N03"), at("history", made.pk, "vooraf", "N03")):
            assert "Waar staat dat?" in client.get(path).text
        assert "Waar staat dat?" not in client.get(at("answer", made.pk, "N04")).text


class TestReplying:
    def test_stands_under_the_remark(self, client, by):
        placed = comment()

        client.post(at("comment_reply", placed.pk), {"text": "In artikel 3."})

        (one,) = remarks(placed.scan, "vooraf", "N03")
        assert [each.comment.text for each in one.replies] == ["In artikel 3."]

    def test_a_reply_to_a_reply_stands_under_the_same_remark(self):
        placed = comment()
        first = comment(placed.scan, parent=placed, text="Eerst.")
        second = comment(placed.scan, parent=first, text="Daarna.")

        assert second.parent_id == placed.pk

    def test_a_reply_cannot_be_dealt_with_alone(self, client, by):
        placed = comment()
        reply = comment(placed.scan, parent=placed)

        with pytest.raises(NotAThread):
            services.settle_comment(comment=reply, how="Zo.", by=by, now=NOON)


class TestDealingWith:
    def test_says_how_and_can_be_undone(self, client, by):
        placed = comment()
        scan_page = at("detail", placed.scan_id)
        assert "1 bij N03" in client.get(scan_page).text

        settled = client.post(
            at("comment_settle", placed.pk), {"how": "Het staat in artikel 3."}, follow=True
        )
        assert "Het staat in artikel 3." in settled.text
        assert "1 bij N03" not in client.get(scan_page).text

        reopened = client.post(at("comment_reopen", placed.pk), follow=True).text
        assert "1 bij N03" in client.get(scan_page).text
        assert "Afgehandeld:</strong>" not in reopened
        assert "Afgehandeld: Het staat in artikel 3." in reopened

    def test_needs_how(self, client, by):
        assert client.post(at("comment_settle", comment().pk), {"how": ""}).status_code == 422

    def test_what_somebody_else_said_first_is_not_written_over(self, client, by):
        placed = comment()
        services.settle_comment(comment=placed, how="Eerst.", by=person(), now=NOON)

        late = client.post(at("comment_settle", placed.pk), {"how": "Later."}, follow=True)

        assert "Iemand anders handelde deze opmerking al af." in late.text
        placed.refresh_from_db()
        assert placed.settled_how == "Eerst."
        with pytest.raises(SettledAlready):
            services.settle_comment(comment=placed, how="Later.", by=by, now=NOON)


class TestMyOwn:
    def test_can_be_changed_and_what_it_said_stays(self, client, by):
        placed = comment(by=by)

        changed = {"text": "Waar staat dat precies?", "version": "1", "started": ""}
        page = client.post(at("comment_change", placed.pk), changed, follow=True).text

        assert "Waar staat dat precies?" in page
        assert "Waar staat dat?" in page

    def test_can_be_withdrawn_and_stays_visible_as_withdrawn(self, client, by):
        placed = comment(by=by)

        page = client.post(at("comment_withdraw", placed.pk), follow=True).text

        assert "<del>Waar staat dat?</del>" in page
        assert "ingetrokken op" in page
        assert "1 bij N03" not in client.get(at("detail", placed.scan_id)).text

    @pytest.mark.parametrize("name", ["change", "withdraw"])
    def test_that_of_somebody_else_cannot(self, client, by, name):
        placed = comment()
        sent = {"text": "Anders", "version": "1", "started": ""}

        page = client.post(at(f"comment_{name}", placed.pk), sent, follow=True).text

        assert "Alleen wie een opmerking schreef, kan haar veranderen." in page
        placed.refresh_from_db()
        assert (placed.text, placed.withdrawn_at) == ("Waar staat dat?", None)

    def test_that_of_somebody_else_is_not_offered_to_change(self, client, by):
        placed = comment()
        mine = comment(placed.scan, by=by)

        page = client.get(page_of(placed.scan)).text

        assert at("comment_change", mine.pk) in page
        assert at("comment_change", placed.pk) not in page

    def test_in_two_tabs_the_second_sees_the_first(self, client, by):
        placed = comment(by=by)
        services.change_comment(comment=placed, text="Tab een", version=1, by=by, now=NOON)

        sent = {"text": "Tab twee", "version": "1", "started": ""}
        response = client.post(at("comment_change", placed.pk), sent)

        assert response.status_code == 409
        assert "Tab een" in response.text
        assert "Tab twee" in response.text

    def test_the_rules_hold_below_the_pages_too(self, by):
        placed = comment(by=by)
        with pytest.raises(NotYours):
            services.withdraw_comment(comment=placed, by=person(), now=NOON)
        with pytest.raises(ChangedMeanwhile):
            services.change_comment(comment=placed, text="x", version=0, by=by, now=NOON)
        services.withdraw_comment(comment=placed, by=by, now=NOON)
        for act in (services.withdraw_comment, services.reopen_comment):
            with pytest.raises(Withdrawn):
                act(comment=placed, by=by, now=NOON)
        with pytest.raises(Withdrawn):
            comment(placed.scan, parent=placed)


def test_the_log_says_what_happened_and_nothing_of_the_text(by):
    placed = comment(by=by)
    services.change_comment(comment=placed, text="Anders", version=1, by=by, now=NOON)
    services.settle_comment(comment=placed, how="Gedaan.", by=by, now=NOON)
    services.reopen_comment(comment=placed, by=by, now=NOON)
    services.withdraw_comment(comment=placed, by=by, now=NOON)

    lines = Event.objects.filter(type__startswith="comment.").order_by("pk")

    assert [one.type.partition(".")[2] for one in lines] == [
        "placed",
        "changed",
        "settled",
        "reopened",
        "withdrawn",
    ]
    assert "Anders" not in str(list(lines.values()))
