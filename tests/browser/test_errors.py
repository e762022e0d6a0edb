"""After an error: the title says so, and who cannot see the page hears it first."""

from tests.browser.conftest import press, session_of
from tests.web.world import person

FOCUSED = "document.activeElement.className"


def test_the_summary_has_the_focus_and_the_title_says_error(chromium, live_server):
    context = chromium.new_context(locale="nl-NL")
    context.add_cookies([session_of(person("coordinator"), live_server.url)])
    page = context.new_page()
    page.goto(live_server.url + "/mensen/erbij/")
    before, focused = page.title(), page.evaluate(FOCUSED)

    press(page.locator(".wp-form button[type=submit]"))

    assert page.title() == f"Fout: {before}"
    assert "wp-summary" not in focused
    assert "wp-summary" in page.evaluate(FOCUSED)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#id_name"
    context.close()
