"""Passages beside an answer, in a real browser: without JavaScript, with Enter, and read by axe."""

import re
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.axe import faults
from tests.browser.conftest import NARROW, WIDE, press
from tests.web.scans.documents import PROFILE, passage, read
from tests.web.scans.factories import answer
from waterpas.web.scans.models import Answer

ASKED = {
    "asked": "yes",
    "asked_kind": "inwoners met bijstand",
    "asked_way": "gesprek aan tafel",
    "asked_number": 8,
    "asked_on": date(2026, 1, 5),
    "given": "unknown",
    "why_not": "",
}
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "360"])


@pytest.fixture
def document(site):
    return read()


def criterion(document) -> str:
    return reverse("scans:answer", args=[document.scan_id, "N05"])


def test_a_passage_fills_the_source_without_javascript(open_page, document):
    page = open_page(criterion(document), javascript=False)
    page.fill("#id_reason", "Zo staat het er.")

    press(page.get_by_role("button", name="Gebruik als bron"))

    assert PROFILE in page.input_value("#id_sources")
    assert page.input_value("#id_reason") == "Zo staat het er."
    assert page.url.endswith("#id_sources")


def test_a_passage_fills_the_source_with_javascript_and_saves_nothing_yet(open_page, document):
    page = open_page(criterion(document))
    page.fill("#id_reason", "Zo staat het er.")

    page.get_by_role("button", name="Gebruik als bron").click()

    expect(page.locator("#id_sources")).to_have_value(re.compile(re.escape(PROFILE)))
    expect(page.locator("#id_reason")).to_have_value("Zo staat het er.")
    assert not Answer.objects.exists()


def test_a_passage_is_set_aside_with_javascript(open_page, document):
    page = open_page(criterion(document))
    page.locator("summary", has_text="Hoort hier niet bij").click()
    page.get_by_label("Waarom hoort deze passage").fill("Het gaat over brand.")

    page.get_by_role("button", name="Zet opzij met deze reden").click()

    expect(page.get_by_text("De passage is bekeken, met uw reden.")).to_be_visible()
    assert passage(document).asides.get().reason == "Het gaat over brand."


def test_enter_in_a_field_saves_the_answer_and_not_a_passage(open_page, document):
    answer(document.scan, "N05", value="no", **ASKED)
    page = open_page(criterion(document))
    page.fill("#id_reason", "Toch maar anders.")
    page.check("#id_value_1")

    with page.expect_navigation():
        page.press("#id_asked_way", "Enter")

    assert Answer.objects.get().reason == "Toch maar anders."
    assert not passage(document).asides.exists()


def test_what_belongs_to_yes_or_to_no_waits_until_that_is_chosen(open_page, document):
    page = open_page(criterion(document), javascript=False)
    yes, no = page.locator("#id_asked_way"), page.locator("#id_why_not")
    expect(yes).to_be_hidden()
    expect(no).to_be_hidden()

    page.check("[name=asked][value=yes]")
    expect(yes).to_be_visible()
    expect(no).to_be_hidden()

    page.check("[name=asked][value=no]")
    expect(yes).to_be_hidden()
    expect(no).to_be_visible()


@SIZES
def test_the_answer_comes_soon_and_the_passages_beside_or_below_it(open_page, document, size):
    page = open_page(criterion(document), size=size)
    form, passages = (page.locator(one).bounding_box() for one in ("#antwoord", "#passages"))

    assert form["y"] < 1.5 * size["height"]
    is_beside = passages["x"] >= form["x"] + form["width"]
    assert is_beside or passages["y"] >= form["y"] + form["height"]
    assert is_beside == (size == WIDE)


def test_a_passage_is_set_aside_and_taken_back_without_javascript(open_page, document):
    page = open_page(criterion(document), javascript=False)
    page.locator("summary", has_text="Hoort hier niet bij").click()
    page.get_by_label("Waarom hoort deze passage").fill("Het gaat over brand.")

    press(page.get_by_role("button", name="Zet opzij met deze reden"))
    expect(page.get_by_text("Het gaat over brand.")).to_be_visible()
    press(page.get_by_role("button", name="Terugzetten"))

    expect(page.get_by_text("De passage vraagt weer om een blik.")).to_be_visible()


@SIZES
def test_axe_finds_nothing_beside_an_answer_or_on_the_document(open_page, document, size):
    paths = (
        criterion(document),
        reverse("scans:document", args=[document.scan_id, document.pk]),
        reverse("scans:document_add", args=[document.scan_id]),
        reverse("scans:detail", args=[document.scan_id]),
    )
    found = {}
    for path in paths:
        page = open_page(path, size=size)
        for summary in page.locator("summary").all():
            summary.click()
        wide = page.evaluate("document.documentElement.scrollWidth")
        found[path] = (faults(page), wide <= size["width"])

    assert found == dict.fromkeys(paths, ({}, True))
