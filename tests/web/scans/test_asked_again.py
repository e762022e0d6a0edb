"""Whether the same people are asked again, and whether they got time or pay for it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.web.scans.factories import answer, form, policy, scan
from tests.web.scans.test_scan_pages import ASKED
from tests.web.world import logged_in
from waterpas.web.scans.asked_again import asked_again, of_scan
from waterpas.web.scans.models import Answer

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 21)
TALK = {
    "asked": "yes",
    "asked_kind": "bewonersgroepen",
    "asked_way": "gesprek aan tafel",
    "asked_number": 8,
    "asked_on": TODAY - timedelta(days=20),
    "given": "yes",
    "given_words": "een bon",
    "why_not": "",
}


def talked(made, criterion="W01", *, days_ago=20, **more):
    asked_on = TODAY - timedelta(days=days_ago)
    return answer(made, criterion, **TALK | {"asked_on": asked_on} | more)


class TestTheSameGroup:
    def test_is_named_when_it_is_asked_for_a_second_scan(self):
        first, second = scan(), scan()
        talked(first, given="no", given_words="geen geld")
        assert asked_again(TODAY) == []
        talked(second, days_ago=10)

        (again,) = asked_again(TODAY)

        assert again.sentence == (
            "Bewonersgroepen (gesprek aan tafel): het afgelopen jaar al 2 keer gevraagd, voor 2 "
            "toetsen."
        )
        assert again.given_sentence == "Tijd of geld: 1 keer wel, 1 keer niet."

    def test_is_counted_once_for_one_conversation_behind_several_answers(self):
        first, second = scan(), scan()
        talked(first, "W01")
        talked(first, "W07", given="unknown", given_words="")
        talked(second)

        assert [one.times for one in asked_again(TODAY)] == [2]

    def test_is_the_same_with_other_capitals_articles_and_signs(self):
        talked(scan())
        talked(scan(), asked_kind="De Bewonersgroepen.", asked_way="een gesprek, aan tafel")

        assert len(asked_again(TODAY)) == 1

    @pytest.mark.parametrize(
        "other", [{"asked_kind": "ouders"}, {"asked_way": "vragenlijst"}, {"days_ago": 366}]
    )
    def test_is_another_one_by_kind_by_way_or_long_ago(self, other):
        talked(scan())
        talked(scan(), **other)

        assert asked_again(TODAY) == []

    def test_is_shown_at_the_scans_it_was_asked_for(self):
        first, other = scan(), scan()
        talked(first)
        talked(scan())

        assert len(of_scan(first.pk, asked_again(TODAY))) == 1
        assert of_scan(other.pk, asked_again(TODAY)) == []

    def test_is_shown_on_the_list_and_on_the_scan(self, client):
        logged_in(client, "coordinator")
        made = scan(policy(title="Eerste"))
        recently = date.today() - timedelta(days=3)
        for one in (made, scan()):
            answer(one, "W01", **TALK | {"asked_on": recently})

        for name, args in (("list", []), ("detail", [made.pk])):
            page = client.get(reverse(f"scans:{name}", args=args)).text
            assert "het afgelopen jaar al 2 keer gevraagd" in page


class TestTimeOrPay:
    @pytest.fixture
    def path(self, client):
        logged_in(client, "coordinator")
        return reverse("scans:answer", args=[scan().pk, "W01"])

    @pytest.mark.parametrize(
        ("given", "words", "status"),
        [
            ("yes", "een bon", 302),
            ("no", "geen geld", 302),
            ("unknown", "", 302),
            ("yes", "", 422),
            ("no", "", 422),
            ("", "", 422),
        ],
    )
    def test_is_asked_with_what_or_why_not(self, client, path, given, words, status):
        asked = form(**ASKED | {"given": given, "given_words": words})

        assert client.post(path, asked).status_code == status

    def test_is_not_kept_when_nobody_was_asked(self, client, path):
        client.post(path, form(given="yes", given_words="een bon"))

        stored = Answer.objects.get()
        assert (stored.given, stored.given_words) == ("", "")

    def test_warns_for_a_name(self, client, path):
        asked = form(**ASKED | {"given_words": "bon voor mevrouw Jansen"})

        assert "lijkt op een naam" in client.post(path, asked).text

    def test_is_in_the_history_and_comes_along(self, client, path):
        client.post(path, form(**ASKED))
        client.post(path, form(**ASKED | {"given": "no", "given_words": "op"}, version=1))

        page = client.get(path.replace("criterium", "vooraf")).text

        assert "<del>een bon</del> <ins>op</ins>" in page
        assert "Tijd of geld daarvoor: nee: op" in " ".join(page.split())
