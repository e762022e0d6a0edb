"""Ticking in a real browser: a browser puts ticks back by their place, not by their name."""

from tests.browser.conftest import press, session_of
from tests.web.world import person
from waterpas.web.register.models import Item


def test_going_back_ticks_nothing_that_nobody_ticked(open_page, site):
    page = open_page("/")
    page.context.add_cookies([session_of(person("coordinator"), site)])
    page.goto(site + "/register/startlijst/")
    page.locator("[name=starter]").first.check()
    press(page.get_by_role("button", name="Zet in het register").last)

    page.go_back()

    assert page.locator("[name=starter]").count() > 50
    assert page.locator("[name=starter]:checked").count() == 0


def test_enter_in_a_tick_sends_nothing_and_the_button_above_sends_all(open_page, site):
    page = open_page("/", javascript=False)
    page.context.add_cookies([session_of(person("coordinator"), site)])
    page.goto(site + "/register/startlijst/")
    page.locator("[name=starter]").first.check()
    page.locator("[name=starter]").nth(1).check()

    with page.expect_navigation():
        page.locator("[name=starter]").first.press("Enter")

    assert page.url.endswith("/register/startlijst/")
    assert page.get_by_text("Er is nog niets in het register gezet").is_visible()
    assert page.locator("[name=starter]:checked").count() == 2
    assert not Item.objects.exists()
    press(page.get_by_role("button", name="Zet in het register").first)

    assert Item.objects.count() == 2
