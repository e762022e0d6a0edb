"""What stands first on the pages of a scan, and what waits until somebody asks for it."""

import re

import pytest
from django.urls import reverse

from tests.web.scans.documents import PROFILE, read, read_again
from tests.web.scans.factories import ANSWERS, answer, policy, scan
from tests.web.world import NOON, logged_in, person
from waterpas.web.register.models import Delivery
from waterpas.web.scans import services
from waterpas.web.scans.models import Passage
from waterpas.web.scans.selectors import applicable, scans
from waterpas.web.scans.selectors_documents import quotes, read_of

pytestmark = pytest.mark.django_db
NEW = "De wethouder stelt risicoprofielen op voor bedrijven."


@pytest.fixture
def by(client):
    return logged_in(client, "coordinator")


def at(name: str, *args) -> str:
    return reverse(f"scans:{name}", args=args)


def with_two_questions():
    """A document of which one sentence raises two questions under the same criterion."""
    document = read()
    there = document.passages.get(sentence=PROFILE)
    Passage.objects.create(
        **{
            name: getattr(there, name)
            for name in ("document", "kind", "criteria", "sentence", "says", "first", "last")
        },
        key="b" * 64,
        pattern="other",
        order=there.order + 1,
    )
    return document


def beginning(page: str) -> list[str]:
    """What is chosen already of who carries it out."""
    return re.findall(r'name="delivery" value="([^"]*)"[^>]* checked', page)


class TestOneQuote:
    def test_has_all_its_questions_on_the_page_of_the_document(self, client, by):
        document = with_two_questions()

        page = client.get(at("document", document.scan_id, document.pk)).text

        assert page.count(PROFILE) == 1
        assert len(re.findall(r'class="wp-question" id="passage-\d+"', page)) == 3

    def test_has_all_its_questions_under_a_criterion(self, client, by):
        document = with_two_questions()

        page = client.get(at("answer", document.scan_id, "N05")).text

        assert page.count(f'<blockquote class="wp-quote">{PROFILE}') == 1
        assert page.count('name="aside"') == 2
        assert page.count('name="use"') == 1

    def test_that_is_new_comes_before_what_was_there(self):
        document = read_again(read(), f"{PROFILE}\n\nNieuw.\n\n{NEW}")

        found = quotes(read_of(document).asked)

        assert [one.first.passage.sentence for one in found] == [NEW, PROFILE]
        assert [one.is_new for one in found] == [True, False]


class TestTheQuestion:
    def test_has_its_answer_before_its_passages(self, client, by):
        page = client.get(at("answer", read().scan_id, "N05")).text

        assert page.index('id="antwoord"') < page.index(PROFILE)
        assert "1 zin in de tekst" in page

    def test_says_in_words_what_its_letter_means(self, client, by):
        made = scan()

        assert (
            "N05 gaat over wat beleid niet hoort te doen."
            in client.get(at("answer", made.pk, "N05")).text
        )
        assert (
            "W01 gaat over wat beleid wel hoort te doen."
            in client.get(at("answer", made.pk, "W01")).text
        )


class TestTheList:
    def test_begins_with_what_to_begin_with_and_ends_with_what_is_decided(self, client, by):
        services.record_prescan(
            item=policy(), answers=ANSWERS | {"profile": "yes"}, triggers=[], by=person(), now=NOON
        )
        scan(about="bezig")
        made = scan(about="klaar")
        for criterion in applicable(scans().get(pk=made.pk)):
            answer(made, criterion, value="unknown")

        page = client.get(at("list")).text

        heads = re.findall(r'<section class="wp-section" id="(nu|decide|busy)"', page)
        assert heads == ["nu", "decide", "busy"]
        assert page.count("nl-button--primary") == 1


class TestBeginning:
    def test_chooses_nobody_to_carry_it_out(self, client, by):
        made = policy(delivery="")

        for query in ("?list=full", f"?list=full&item={made.pk}"):
            assert beginning(client.get(at("begin") + query).text) == []

    def test_takes_over_what_the_register_says_and_says_so(self, client, by):
        made = policy(delivery=Delivery.PAID_CHAIN)

        page = client.get(at("begin") + f"?list=full&item={made.pk}").text

        assert beginning(page) == ["paid-chain"]
        assert "Dit staat zo in het register." in page
