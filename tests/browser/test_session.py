"""A session in a real browser: the keys, a phone, and a network that drops while somebody types."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import faults
from tests.browser.conftest import NARROW, WIDE, press, session_of
from tests.web.scans.factories import answer, scan
from tests.web.scans.together import comment, session
from tests.web.world import person
from waterpas.web.scans.models import Answer

WALL = {"width": 1920, "height": 1080}
SIZES = pytest.mark.parametrize("size", [WALL, WIDE, NARROW], ids=["1920", "1280", "360"])


@pytest.fixture
def held(live_server):
    return session()


@pytest.fixture
def browse(chromium, live_server):
    """Opens pages as a policy adviser; what goes wrong with the network is part of these tests."""
    contexts = []

    def open_(path: str, *, size=WIDE, javascript=True) -> Page:
        context = chromium.new_context(
            viewport=size, locale="nl-NL", java_script_enabled=javascript
        )
        contexts.append(context)
        context.add_cookies([session_of(person("policy-adviser"), live_server.url)])
        page = context.new_page()
        page.goto(live_server.url + path)
        return page

    yield open_
    for context in contexts:
        context.close()


def room(held) -> str:
    return f"/beleidstoets/{held.scan_id}/sessie/{held.pk}/"


def shown(page: Page) -> list[str]:
    """The screens that can be seen."""
    return page.locator(".wp-screen:visible").evaluate_all("all => all.map(one => one.id)")


def fill(page: Page, criterion: str, reason: str) -> None:
    """Write an answer down; does not send it."""
    screen = page.locator(f"#{criterion}")
    if not screen.locator("textarea[name=reason]").is_visible():
        screen.locator("summary").first.click()
    screen.locator("[name=value]").first.check()
    screen.locator("[name=reason]").fill(reason)
    screen.locator("[name=asked][value=no]").check()
    screen.locator("[name=why_not]").fill("Nog geen tijd.")


def save(page: Page, criterion: str) -> None:
    page.locator(f"#{criterion}").get_by_role("button", name="Bewaren en verder").click()


def not_saved(page: Page, form: str):
    """The sentence that the text is still there; it is on the page all along, but hidden."""
    return page.locator(form).get_by_text("Uw tekst staat er nog")


def reasons(held) -> dict[str, str]:
    return dict(Answer.objects.filter(scan=held.scan_id).values_list("criterion", "reason"))


def stored(page: Page) -> list[int]:
    """How much the browser keeps of its own accord."""
    return page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await caches.keys()).length,"
        " (await navigator.serviceWorker.getRegistrations()).length]"
    )


@SIZES
def test_every_screen_can_be_read_on_a_wall_and_on_a_phone(browse, held, size):
    answer(held.scan, "W01")
    comment(held.scan)
    page = browse(room(held), size=size)

    for _ in range(6):
        assert faults(page) == {}
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        assert len(shown(page)) == 1
        page.keyboard.press("ArrowRight")
    assert shown(page) == ["einde"]
    page.goto(page.url.split("#")[0] + "#W06")
    page.locator("#W06 summary").first.click()
    assert faults(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_arrow_keys_lead_through_the_session_and_leave_a_text_alone(browse, held):
    page = browse(room(held))
    assert shown(page) == ["afspraken"]

    page.keyboard.press("ArrowRight")
    assert shown(page) == ["W01"]
    expect(page.locator("#W01 h2")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert shown(page) == ["W01"]

    page.locator("#W01 summary").click()
    page.locator("#W01 [name=reason]").fill("abc")
    page.keyboard.press("ArrowLeft")
    assert shown(page) == ["W01"]


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_the_screens_stay_readable_without_a_network(browse, held, javascript):
    page = browse(room(held), javascript=javascript)
    page.context.set_offline(True)

    page.locator("#afspraken a[rel=next]").click()
    for _ in range(3):
        page.locator(".wp-screen:visible a[rel=next]").click()
    assert shown(page) == ["N03"]
    expect(page.locator("#N03 h2")).to_be_visible()
    page.locator("#N03 a[rel=next]").click()
    expect(page.locator("#einde")).to_contain_text("Dank u wel")
    if javascript:
        expect(page.locator("#geen-verbinding")).to_be_visible()


def test_an_answer_survives_a_network_that_drops_and_is_saved_when_it_is_back(browse, held):
    page = browse(room(held) + "#W01")
    fill(page, "W01", "De regeling vraagt geen papieren.")
    page.context.set_offline(True)

    save(page, "W01")

    expect(not_saved(page, "#W01 .wp-form")).to_be_visible()
    again = page.locator("#W01 .wp-form").get_by_role("button", name="Probeer opnieuw")
    expect(again).to_be_focused()
    expect(page.locator("#W01 [name=reason]")).to_have_value("De regeling vraagt geen papieren.")
    assert reasons(held) == {}
    page.context.set_offline(False)
    again.click()
    expect(page.locator("#W06")).to_be_visible()
    assert reasons(held) == {"W01": "De regeling vraagt geen papieren."}
    expect(page.locator("#W01")).to_contain_text("Laatst bewaard door")
    assert stored(page) == [0, 0, 0, 0]


def test_what_is_typed_at_another_criterion_stays_when_one_is_saved(browse, held):
    page = browse(room(held) + "#N03")
    fill(page, "N03", "Nog niet af.")
    page.goto(page.url.split("#")[0] + "#W01")
    fill(page, "W01", "Wel af.")

    save(page, "W01")

    expect(page.locator("#W06")).to_be_visible()
    assert reasons(held) == {"W01": "Wel af."}
    expect(page.locator("#N03 [name=reason]")).to_have_value("Nog niet af.")


def test_an_answer_whose_confirmation_got_lost_is_not_stored_twice(browse, held):
    """The server saved it, but the network dropped before it could say so."""
    page = browse(room(held) + "#W01")
    fill(page, "W01", "Eerst dit.")
    swallow(page)
    save(page, "W01")
    expect(not_saved(page, "#W01 .wp-form")).to_be_visible()
    assert reasons(held) == {"W01": "Eerst dit."}
    restore(page)

    page.locator("#W01 .wp-form").get_by_role("button", name="Probeer opnieuw").click()

    expect(page.locator("#W06")).to_be_visible()
    assert Answer.objects.get(scan=held.scan_id).version == 1


def test_a_change_after_a_lost_confirmation_is_not_swallowed(browse, held):
    page = browse(room(held) + "#W01")
    fill(page, "W01", "Eerst dit.")
    swallow(page)
    save(page, "W01")
    expect(not_saved(page, "#W01 .wp-form")).to_be_visible()
    restore(page)

    page.locator("#W01 [name=reason]").fill("Toch anders.")
    save(page, "W01")
    expect(page.locator("#W01")).to_contain_text("Nu staat er:")
    save(page, "W01")

    expect(page.locator("#W06")).to_be_visible()
    assert reasons(held) == {"W01": "Toch anders."}


def swallow(page: Page) -> None:
    """Let what is sent arrive, and lose what comes back."""
    page.evaluate(
        "window.really = window.fetch;"
        "window.fetch = async (...what) => { await really(...what); throw new TypeError(); }; 0"
    )


def restore(page: Page) -> None:
    page.evaluate("window.fetch = window.really; 0")


def test_who_was_first_is_shown_beside_what_was_typed(browse, held):
    page = browse(room(held) + "#W01")
    fill(page, "W01", "Van de sessie.")
    answer(held.scan, "W01", reason="Van een collega.")

    save(page, "W01")

    expect(page.locator("#W01")).to_contain_text("Iemand anders heeft dit intussen veranderd")
    expect(page.locator("#W01 [name=reason]")).to_have_value("Van de sessie.")
    expect(page.locator("#W01 .wp-theirs").first).to_contain_text("Van een collega.")
    expect(page.locator("#W01 .wp-summary")).to_be_focused()


def test_what_somebody_else_changed_beside_it_is_kept_and_said(browse, held):
    answer(held.scan, "W01")
    page = browse(room(held) + "#W01")
    page.locator("#W01 summary").click()
    page.locator("#W01 [name=reason]").fill("Van de sessie.")
    answer(held.scan, "W01", sources="Artikel 9")

    save(page, "W01")

    expect(page.get_by_role("status").first).to_contain_text("Alles is bewaard.")
    stored_now = Answer.objects.get(scan=held.scan_id)
    assert (stored_now.reason, stored_now.sources) == ("Van de sessie.", "Artikel 9")


@pytest.mark.parametrize("status", [404, 503])
def test_an_answer_survives_a_server_that_answers_badly(browse, held, status):
    page = browse(room(held) + "#W01")
    fill(page, "W01", "Dit blijft.")
    page.route("**/W01/", lambda route: route.fulfill(status=status, body="stuk"))

    save(page, "W01")

    expect(not_saved(page, "#W01 .wp-form")).to_be_visible()
    expect(page.locator("#W01 [name=reason]")).to_have_value("Dit blijft.")


def test_what_is_missing_is_said_on_the_screen_itself(browse, held):
    page = browse(room(held) + "#W01")
    fill(page, "W01", "")

    save(page, "W01")

    expect(page.locator("#W01 .wp-summary")).to_be_focused()
    assert shown(page) == ["W01"]
    expect(page.locator("#W01 [name=why_not]")).to_have_value("Nog geen tijd.")


def test_who_was_logged_out_keeps_what_was_typed(browse, held):
    page = browse(room(held) + "#W01")
    fill(page, "W01", "Ook dit blijft.")
    page.context.clear_cookies(name="waterpas")

    save(page, "W01")

    expect(page.locator("[name=typed]")).to_have_count(1)
    expect(page.get_by_text("Meld u aan").first).to_be_visible()


def test_parking_leads_on_and_comes_back_at_the_end(browse, held):
    page = browse(room(held) + "#W01")

    page.locator("#W01").get_by_role("button", name="Parkeren").click()

    expect(page.locator("#W06")).to_be_visible()
    page.goto(page.url.split("#")[0] + "#einde")
    expect(page.locator("#einde")).to_contain_text("W01")
    held.refresh_from_db()
    assert held.parked == ["W01"]


def test_everything_works_without_a_script(browse, held):
    page = browse(room(held) + "#W01", javascript=False)
    fill(page, "W01", "Zonder script.")
    save(page, "W01")

    assert shown(page) == ["W06"]
    assert reasons(held) == {"W01": "Zonder script."}
    fill(page, "W06", "")
    save(page, "W06")
    assert shown(page) == ["W06"]
    expect(page.locator("#W06 [name=why_not]")).to_have_value("Nog geen tijd.")


def test_without_a_script_going_back_brings_the_text_back(browse, held):
    page = browse("/beleidstoets/", javascript=False)
    page.goto(page.url.replace("/beleidstoets/", room(held) + "#W01"))
    fill(page, "W01", "Zonder net en zonder script.")
    page.context.set_offline(True)
    save(page, "W01")
    page.wait_for_timeout(500)

    page.go_back()

    expect(page.locator("#W01 [name=reason]")).to_have_value("Zonder net en zonder script.")


@pytest.mark.parametrize("leaves", [True, False], ids=["logged-out", "control"])
def test_who_logged_out_cannot_go_back_to_the_session_without_a_network(browse, held, leaves):
    """On a shared computer. Positive control: who did not log out can."""
    page = browse("/beleidstoets/")
    page.goto(page.url.replace("/beleidstoets/", room(held)))
    page.goto(page.url.replace(room(held), "/beleidstoets/"))
    if leaves:
        press(page.get_by_role("button", name="Afmelden"))
    page.context.set_offline(True)

    for _ in range(1 + leaves):
        page.evaluate("history.back()")
        page.wait_for_timeout(800)

    assert page.locator("#sessie").count() == (0 if leaves else 1)


def test_an_answer_alone_survives_too(browse, live_server):
    made = scan()
    page = browse(f"/beleidstoets/{made.pk}/criterium/W01/")
    page.locator("[name=value]").first.check()
    page.locator("[name=reason]").fill("Alleen aan het werk.")
    page.locator("[name=asked][value=no]").check()
    page.locator("[name=why_not]").fill("Nog geen tijd.")
    page.context.set_offline(True)

    page.get_by_role("button", name="Bewaren en verder").click()

    expect(not_saved(page, "form[data-kept]")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Probeer opnieuw").click()
    page.wait_for_url("**/criterium/W02/")
    assert made.answers.get().reason == "Alleen aan het werk."
    assert stored(page) == [0, 0, 0, 0]


def test_a_fault_under_yes_stays_in_sight_after_choosing_no(browse, live_server):
    page = browse(f"/beleidstoets/{scan().pk}/criterium/W01/", javascript=False)
    page.check("[name=asked][value=yes]")
    press(page.get_by_role("button", name="Bewaren en verder"))

    page.check("[name=asked][value=no]")

    expect(page.locator("#id_asked_kind_error")).to_be_visible()


def test_the_question_stays_in_sight_while_somebody_types(browse, held):
    page = browse(room(held) + "#W01")
    page.locator("#W01 summary").click()
    page.check("#W01 [name=asked][value=no]")
    page.locator("#W01 [name=why_not]").focus()
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(300)

    assert page.evaluate("window.scrollY") > 200
    assert page.locator("#W01 h2").bounding_box()["y"] >= 0


def test_a_page_that_would_lose_a_text_is_found(browse, held):
    """Positive control: without our script the browser leaves the page."""
    page = browse(room(held) + "#W01", javascript=False)
    fill(page, "W01", "Weg.")
    page.context.set_offline(True)
    save(page, "W01")
    page.wait_for_timeout(500)

    assert page.locator("#W01").count() == 0


def test_the_time_is_counted_in_words_and_stops_nothing(browse, live_server):
    held = session(minutes=1)
    page = browse(room(held))
    page.clock.install()
    page.reload()
    page.keyboard.press("ArrowRight")
    page.clock.run_for(5_000)
    expect(page.locator("#W01 [role=timer]")).to_have_text("0 van 1 minuten voorbij")

    page.clock.run_for(60_000)

    expect(page.locator("#W01 [role=timer]")).to_contain_text("Parkeren mag")
    assert shown(page) == ["W01"]


def test_a_remark_can_be_placed_and_dealt_with(browse, held, live_server):
    page = browse(f"/beleidstoets/{held.scan_id}/opmerkingen/vooraf/N03/", size=NARROW)
    page.locator("[name=text]").fill("Waar staat dat?")
    page.get_by_role("button", name="Opmerking plaatsen").click()
    expect(page.locator("main")).to_contain_text("Waar staat dat?")
    assert faults(page) == {}
    page.get_by_role("link", name="Afhandelen").click()
    page.locator("[name=how]").fill("Het staat in artikel 3.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("main")).to_contain_text("Afgehandeld: Het staat in artikel 3.")
