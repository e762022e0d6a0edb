"""Every item of the handbook is shown somewhere, where the coverage page says it is."""

import pytest
from django.urls import reverse

from tests.web.world import logged_in
from waterpas.handbook import load
from waterpas.handbook.coverage import SCREENS

pytestmark = pytest.mark.django_db


def address(screen: str) -> str:
    if screen == "De handreiking":
        return reverse("approach:handbook")
    return reverse("approach:step", args=[int(screen.removeprefix("Stap "))])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_item_is_on_its_screen(client, lang):
    logged_in(client, "council-reader")
    headers = {"Accept-Language": lang}
    pages = {
        screen: client.get(address(screen), headers=headers).text
        for screen in set(SCREENS.values())
    }

    missing = [item.id for item in load() if f'id="{item.id}"' not in pages[SCREENS[item.id]]]

    assert missing == []


def test_what_is_ours_says_so(client):
    logged_in(client, "council-reader")

    page = client.get(reverse("approach:step", args=[7])).text

    assert "van ons" in page


def test_the_footnote_of_n07_stands_beside_it(client):
    logged_in(client, "council-reader")
    item = next(item for item in load() if item.id == "N07")

    assert item.footnote.nl in client.get(reverse("approach:step", args=[7])).text


def test_a_step_that_does_not_exist_is_not_found(client):
    logged_in(client, "council-reader")

    assert client.get("/stap/11/").status_code == 404
