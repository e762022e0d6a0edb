"""The map of decision points and the combinations: in 360 pixels, without JavaScript, on paper."""

import re

import pytest
from django.urls import reverse

from tests.browser.axe import faults
from tests.browser.conftest import NARROW, press, session_of
from tests.web.scans.map_factories import BARE, UNKNOWN, combination, point
from tests.web.world import person
from waterpas.web.scans.decision_points.selectors import on_the_map


@pytest.fixture
def made(site):
    """A map with a gap, a point that nobody knows enough of, and one without gaps."""
    first = point(moment="Iemand kijkt de aanvraag na", **BARE)
    point(first.item, moment="Iemand belt", **UNKNOWN | {"rule": "", "how_often": ""})
    point(first.item, moment="Iemand rekent het bedrag uit")
    return first.item


@pytest.fixture
def map_page(open_page, site, made):
    """The map, as a coordinator."""

    def open_(**options):
        page = open_page("/", **options)
        page.context.add_cookies([session_of(person("coordinator"), site)])
        page.goto(site + reverse("scans:map", args=[made.pk]))
        return page

    return open_


def order(item) -> list[str]:
    return [one.moment.split()[1] for one in on_the_map(item)]


def button(page, does: str, about: str):
    """The button that does this with this point."""
    return page.get_by_role("button", name=re.compile(f"^{does}.*{about}"))


def test_points_move_go_and_come_back_on_a_phone_without_javascript(map_page, made):
    page = map_page(size=NARROW, javascript=False)

    press(button(page, "Omhoog", "Iemand belt"))
    assert order(made) == ["belt", "kijkt", "rekent"]
    press(button(page, "Omlaag", "Iemand kijkt"))
    assert order(made) == ["belt", "rekent", "kijkt"]
    page.locator("summary", has_text=re.compile("Meer over dit punt.*Iemand belt")).click()
    press(button(page, "Haal weg", "Iemand belt"))
    assert order(made) == ["rekent", "kijkt"]
    press(button(page, "Zet terug op de kaart", "Iemand belt"))
    assert order(made) == ["belt", "rekent", "kijkt"]


def test_what_can_change_opens_without_javascript(map_page):
    page = map_page(size=NARROW, javascript=False)
    offer = page.get_by_text("Laat een tweede persoon meekijken")

    assert not offer.is_visible()
    page.locator("summary").first.click()
    assert offer.is_visible()


def test_on_paper_the_steps_and_their_gaps_stay_and_the_buttons_go(map_page):
    page = map_page()
    page.emulate_media(media="print")

    assert page.get_by_text("Niets begrenst hier het eigen oordeel.").is_visible()
    assert page.get_by_role("heading", name="Iemand rekent het bedrag uit").is_visible()
    for name in ("Omhoog", "Haal weg", "Maak een bevinding", "Wat kan er veranderen?"):
        assert not page.get_by_text(name).first.is_visible()


@pytest.mark.parametrize("name", ["map", "map_blank", "point_add", "point", "point_change"])
def test_every_page_of_the_map_fits_a_phone_and_is_accessible(map_page, site, made, name):
    page = map_page(size=NARROW)
    key = made.pk if name in {"map", "map_blank", "point_add"} else on_the_map(made).first().pk
    page.goto(site + reverse(f"scans:{name}", args=[key]))

    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert faults(page) == {}


@pytest.mark.parametrize(
    "name", ["combinations", "combination_add", "combination", "combination_change"]
)
def test_every_page_of_the_combinations_fits_a_phone_and_is_accessible(map_page, site, name):
    one = combination(happens="", known="unknown", known_how="", changes="")
    page = map_page(size=NARROW)
    key = one.scan_id if name in {"combinations", "combination_add"} else one.pk
    page.goto(site + reverse(f"scans:{name}", args=[key]))

    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert faults(page) == {}
