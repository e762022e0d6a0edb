"""Everybody can read every page: axe, keyboard, a narrow screen, no JavaScript, print."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults
from tests.browser.conftest import NARROW, WIDE, press

RESULT = "duo-2014"
ROUTE = "/onderzoek/route/"
FOUND = f"{ROUTE}?about=staff&trait=origin&people=700&have=records&may=cbs"
PAGES = ["/", "/onderzoek/", ROUTE, FOUND, RESULT, "duo-2019"]
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "360"])
LANGUAGES = pytest.mark.parametrize("lang", ["nl", "en"])

PLANTED = """<!doctype html><html><head><title></title></head><body>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<p style="color:#aaa;background:#fff">nauwelijks te lezen</p>
<input type="text"><a href="/x"></a><button></button>
<svg role="img" width="9" height="9"></svg>
<div style="overflow-x:auto;width:90px"><table><tr><td>een twee drie</td></tr></table></div>
</body></html>"""


def test_axe_finds_planted_faults(chromium):
    """Positive control: without it an axe that does not run would look like a clean page."""
    page = chromium.new_page()
    page.set_content(PLANTED)

    assert {
        "document-title",
        "html-has-lang",
        "image-alt",
        "color-contrast",
        "label",
        "link-name",
        "button-name",
        "svg-img-alt",
        "landmark-one-main",
    } <= set(faults(page))
    page.close()


@LANGUAGES
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, path, lang):
    """In every width; the walk opens each page in two sizes, here one page is made narrower."""
    page = open_page(path, lang=lang)
    for summary in page.locator("summary").all():
        summary.click()

    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert width == 320 or faults(page) == {}, f"{width} wide"


@SIZES
@LANGUAGES
def test_axe_finds_nothing_on_the_page_that_stands_alone(chromium, site, lang, size):
    from waterpas.explain.html import standalone_page
    from waterpas.web.studies.models import Run
    from waterpas.web.studies.selectors import released_result

    result = released_result(Run.objects.get(study__slug="duo-2014"), lang).result
    page = chromium.new_page(viewport=size)
    page.set_content(standalone_page(result, lang, publication_mark="Niet voor publicatie"))

    assert faults(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.close()


@SIZES
@LANGUAGES
def test_without_javascript_everything_is_there(open_page, lang, size):
    page = open_page(RESULT, lang=lang, size=size, javascript=False)

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".wp-answer")).to_be_visible()
    expect(page.locator(".wp-level")).to_have_count(4)
    expect(page.locator("table")).to_be_visible()
    page.locator("summary").click()
    expect(page.locator(".wp-words-list")).to_be_visible()
    press(page.locator(".wp-language button"))
    expect(page.locator("html")).to_have_attribute("lang", "nl" if lang == "en" else "en")


@SIZES
@LANGUAGES
def test_the_answer_stands_above_the_fold(open_page, lang, size):
    page = open_page(RESULT, lang=lang, size=size)
    box = page.locator(".wp-answer").bounding_box()

    assert box["y"] + box["height"] <= size["height"]


def described(page) -> str:
    return page.evaluate(
        "(() => { const e = document.activeElement;"
        " return e.getAttribute('role') || e.textContent.trim() || e.tagName; })()"
    )


def test_tab_reaches_everything_in_reading_order(open_page):
    page = open_page(RESULT)
    reached = []
    for _ in range(23):
        page.keyboard.press("Tab")
        reached.append(described(page))

    assert reached == [
        "Naar de inhoud",
        "Waterpas",
        "Afmelden",
        "English",
        "Waar staan we",
        "Register",
        "Beleidstoets",
        "Onderzoek",
        "Bevindingen",
        "Maatregelen",
        "Mensen",
        "Onderzoek",
        "Controle uitwonendenbeurs 2014",
        "region",
        "Maak er een bevinding van",
        "Over dit onderzoek",
        "PDF, om te printen",
        "CSV, voor een rekenblad",
        "JSON, voor een programma",
        "SVG, alleen het beeld",
        "Controle uitwonendenbeurs 2019",
        "Woorden op deze pagina",
        "Wat Waterpas over u bewaart",
    ]


def test_what_has_focus_can_be_seen(open_page):
    page = open_page(RESULT)
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        box = page.evaluate(
            "(() => { const b = document.activeElement.getBoundingClientRect();"
            " return [b.top, b.left, b.bottom]; })()"
        )

        assert style == "solid"
        assert box[0] < WIDE["height"]
        assert box[1] >= 0
        assert box[2] > 0


def test_the_skip_link_leads_past_the_header(open_page):
    page = open_page(RESULT)
    page.keyboard.press("Tab")
    expect(page.locator(".nl-skip-link")).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_keys_choose_the_language_and_open_the_words(open_page):
    page = open_page(RESULT)
    page.locator(".wp-language button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Who is selected for a check?")

    page.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".wp-words-list")).to_be_visible()


def test_on_a_narrow_screen_no_column_of_the_table_lies_beside_it(open_page):
    region = open_page(RESULT, size=NARROW).locator("[role=region]")

    assert region.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_keys_scroll_the_table_where_it_is_wider_than_the_screen(open_page):
    page = open_page(RESULT, size={"width": 640, "height": 740})
    region = page.locator("[role=region]")
    region.focus()
    page.keyboard.press("ArrowRight")

    page.wait_for_timeout(300)
    assert region.evaluate("e => e.scrollLeft") > 0


@LANGUAGES
@pytest.mark.parametrize("path", [RESULT, "duo-2019"])
def test_no_column_of_the_table_is_cut_off_on_a_wide_screen(open_page, path, lang):
    region = open_page(path, size=WIDE, lang=lang).locator(".wp-scroll")

    assert region.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_the_caption_is_not_cut_off_on_a_narrow_screen(open_page):
    page = open_page(RESULT, size=NARROW)
    box = page.locator("#wp-table-caption").bounding_box()

    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]


@SIZES
def test_the_bubble_is_not_stretched_and_words_keep_their_size(open_page, size):
    page = open_page(RESULT, size=size)
    dots = page.locator(".wp-dot").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.width, b.height])"
    )
    words = page.locator(".wp-word").evaluate_all(
        "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    )

    assert all(abs(width - height) < 0.1 for width, height in dots)
    assert min(words) >= 12


@LANGUAGES
def test_marks_on_the_scale_do_not_run_into_each_other(open_page, lang):
    page = open_page(RESULT, lang=lang, size=NARROW)
    boxes = (
        page.locator(".wp-level")
        .first.locator(".wp-word")
        .evaluate_all("all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.right])")
    )

    assert all(left[1] < right[0] for left, right in pairwise(boxes))


def test_forced_colours_leave_the_level_readable(open_page):
    page = open_page(RESULT, forced_colors="active")
    fills = page.evaluate(
        "['.wp-tube', '.wp-dot'].map(s => getComputedStyle(document.querySelector(s)).fill)"
    )

    assert fills[0] != fills[1]
    assert "213, 227, 107" not in fills[0]


def test_print_keeps_the_result_and_drops_the_frame(open_page):
    page = open_page(RESULT)
    page.emulate_media(media="print")

    for name in (".wp-answer", ".wp-levels", "table", ".wp-not-said", ".wp-provenance"):
        expect(page.locator(name)).to_be_visible()
    for name in (".wp-header", ".wp-next-section"):
        expect(page.locator(name)).to_be_hidden()
    assert page.pdf().startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["PDF", "CSV", "JSON", "SVG"])
def test_downloads_arrive(open_page, name):
    page = open_page(RESULT)
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()

    assert download.value.suggested_filename == f"duo-2014.{name.lower()}"


def test_the_picture_opens_alone(open_page, chromium):
    found = open_page(RESULT)
    link = found.get_by_role("link", name="SVG").get_attribute("href")
    text = found.request.get(found.url.split("/onderzoek")[0] + link).text()
    page = chromium.new_page(viewport=NARROW)
    page.set_content(text.split("?>", 1)[1])

    expect(page.locator("svg text").first).to_be_visible()
    assert page.locator(".wp-tube").count() == 4
    page.close()
