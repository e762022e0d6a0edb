"""Ticking in a real browser: a browser puts ticks back by their place, not by their name."""

from tests.browser.conftest import press, session_of
from tests.web.world import person


def test_going_back_ticks_nothing_that_nobody_ticked(open_page, site):
    page = open_page("/")
    page.context.add_cookies([session_of(person("coordinator"), site)])
    page.goto(site + "/register/startlijst/")
    page.locator("[name=starter]").first.check()
    press(page.get_by_role("button", name="Zet in het register"))

    page.go_back()

    assert page.locator("[name=starter]").count() > 50
    assert page.locator("[name=starter]:checked").count() == 0
