"""From a question to a result on the screen: axe on every page, wide and narrow, no JavaScript."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import faults
from tests.browser.conftest import NARROW, WIDE, press, session_of
from tests.web.studies.factories import designed, duo_workbook, measured, rows_csv
from tests.web.world import person

SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "360"])
TABLE = """Naam;Herkomst: NL;Herkomst: buiten Europa
Iedereen;178200;54820
Gekozen;1050;2010
"""
ANSWERS = {
    "purpose": "service",
    "effect": "harm",
    "route": "register-without-groups",
    "privacy_officer": "not-needed",
    "works_council": "not-needed",
}
BROKEN = r"""() => [...document.querySelectorAll(".wp-seen :is(th, td)")].flatMap((cell) => {
  const text = cell.firstChild;
  return [...(text?.data ?? "").matchAll(/[^\s-]+/g)].filter((word) => {
    const place = document.createRange();
    place.setStart(text, word.index);
    place.setEnd(text, word.index + word[0].length);
    return place.getClientRects().length > 1;
  }).map((word) => word[0]);
})"""
STOPPED = b"herkomst;bsn;afgewezen\n" + b"NL;123456782;ja\nEuropa;123456782;nee\n" * 40


def design(page: Page, question: str) -> None:
    """Set up a study; ends at the page to hand in a table."""
    page.locator("[name=question]").fill(question)
    page.locator("[name=kind]").select_option("audit")
    page.locator("[name=unit]").evaluate("e => e.closest('details').open = true")
    for name, value in ANSWERS.items():
        page.locator(f"[name={name}][value={value}]").check()
    for name in ("privacy_officer_words", "works_council_words"):
        page.locator(f"[name={name}]").fill("Aantallen zonder personen.")
    page.locator("[name=row]").select_option("person")
    page.locator("[name=unit]").fill("studenten")
    press(page.get_by_role("button", name="Verder naar de tabel"))
    expect(page.locator("input[type=file]")).to_be_visible()


def hand_in(page: Page, path: Path, holds: str) -> None:
    page.locator("input[type=file]").set_input_files(path)
    page.locator(f"[name=holds][value={holds}]").check()
    press(page.get_by_role("button", name="Lees de tabel"))


def looked_at(page: Page, size: dict[str, int]) -> None:
    """Nothing is wrong with this page, also when everything is folded out."""
    for details in page.locator("details:not([open])").all():
        details.locator("summary").click()
    assert faults(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@SIZES
def test_from_rows_to_a_result_and_its_pages(open_page, tmp_path, size):
    path = tmp_path / "aanvragen.csv"
    rows = rows_csv(header="buurt;wijk;afgewezen;nr")
    for group, name in ((b"Nederland", b"Oost"), (b"buiten Europa", b"West"), (b"Europa", b"Dijk")):
        rows = rows.replace(group, name)
    path.write_bytes(rows)
    page = open_page("/onderzoek/nieuw/", size=size)
    looked_at(page, size)
    design(page, "Wie wordt afgewezen?")
    looked_at(page, size)
    hand_in(page, path, "rijen")
    looked_at(page, size)
    assert page.evaluate(BROKEN) == []
    page.locator("[name=across]").select_option(label="buurt")
    page.locator("[name=reference]").select_option("largest")
    press(page.get_by_role("button", name="Laat het resultaat zien"))
    expect(page.locator(".wp-answer")).to_contain_text("keer zo vaak")
    looked_at(page, size)
    press(page.get_by_role("link", name="Kies opnieuw"))
    looked_at(page, size)
    page.go_back()
    press(page.get_by_role("link", name="Over dit onderzoek"))
    looked_at(page, size)
    for name in ("Bekijk de telling", "Veranderen", "Verander de opzet", "Dit onderzoek intrekken"):
        press(page.get_by_role("link", name=name, exact=True))
        looked_at(page, size)
        page.go_back()


def test_what_says_more_about_an_answer_waits_for_it(open_page):
    page = open_page("/onderzoek/nieuw/")
    why, advice = (
        page.locator(f"[name={n}]") for n in ("route_explanation", "works_council_words")
    )
    expect(why).to_be_hidden()
    expect(advice).to_be_hidden()
    page.locator("[name=route][value=other]").check()
    expect(why).to_be_visible()
    expect(advice).to_be_hidden()
    page.locator("[name=works_council][value=not-needed]").check()
    expect(advice).to_be_visible()


@SIZES
def test_the_workbook_of_duo_leads_to_a_finding(open_page, tmp_path, size):
    path = tmp_path / "duo.xlsx"
    path.write_bytes(duo_workbook())
    page = open_page("/onderzoek/nieuw/", size=size)
    design(page, "Wie wordt gekozen voor controle?")
    hand_in(page, path, "aantallen")
    looked_at(page, size)
    press(page.get_by_role("button", name="Gebruik deze tabel"))
    looked_at(page, size)
    page.locator("[name=reference]").select_option("largest")
    press(page.get_by_role("button", name="Laat het resultaat zien"))
    expect(page.locator(".wp-answer")).to_contain_text("6,2 keer zo vaak")
    press(page.get_by_role("link", name="Maak er een bevinding van"))
    expect(page.locator("[name=title]")).to_have_value(re.compile("6,2 keer zo vaak"))
    expect(page.locator("[name=text]")).to_have_value(re.compile("6,2 keer zo vaak"))


@SIZES
def test_counts_are_typed_in(open_page, size):
    page = open_page("/onderzoek/nieuw/", size=size)
    design(page, "Wie krijgt een uitkering?")
    press(page.get_by_role("link", name="Typ ze in"))
    looked_at(page, size)
    for at, values in enumerate((("Nederland", 1000, 50), ("buiten Europa", 400, 40)), 1):
        for name, value in zip(("group", "n", "cases"), values, strict=True):
            page.locator(f"[name={name}-{at}]").fill(str(value))
    press(page.get_by_role("button", name="Laat het resultaat zien"))

    expect(page.locator(".wp-answer")).to_contain_text("2,0 keer zo vaak")


@SIZES
def test_a_table_that_is_stopped_is_read_anew_with_a_ground(open_page, tmp_path, size):
    path = tmp_path / "stop.csv"
    path.write_bytes(STOPPED)
    page = open_page("/onderzoek/nieuw/", size=size)
    design(page, "Wie wordt afgewezen?")
    hand_in(page, path, "rijen")
    expect(page.locator("h1")).to_have_text("Deze tabel lezen wij niet zomaar")
    looked_at(page, size)
    page.locator("[name=ground]").fill("AVG 9.2.j")
    page.locator("[name=decision]").fill("Akkoord op 3 mei.")
    press(page.get_by_role("button", name="Leg de grondslag vast"))
    hand_in(page, path, "rijen")

    expect(page.locator("h1")).to_have_text("Wat wij lazen")
    looked_at(page, size)
    press(page.get_by_role("button", name="Andere tabel").first)

    expect(page.locator("h1")).to_have_text("Lees een tabel in")


@SIZES
@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_somebody_points_at_a_table(open_page, researcher, tmp_path, size, javascript):
    study = designed(researcher, organisation="DUO", unit="studenten")
    path = tmp_path / "tabel.csv"
    path.write_text(TABLE)
    page = open_page(f"/onderzoek/{study.pk}/tabel/", size=size, javascript=javascript)

    def look() -> None:
        if javascript:
            looked_at(page, size)

    hand_in(page, path, "aantallen")
    look()
    press(page.get_by_role("button", name="Wijs aan waar de cijfers staan"))
    look()
    for place in ("1", "2"):
        page.locator(f"input[name=group][value='{place}']").check()
    page.locator("input[name=row-2]").fill("1")
    page.locator("input[name=row-3]").fill("2")
    press(page.locator(".wp-submit .nl-button--primary"))
    look()
    page.locator("input[name=reference]").first.check()
    for name, words in (("source", "CBS"), ("date", "2024")):
        page.locator(f"input[name={name}]").fill(words)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download de indeling").click()
    assert download.value.suggested_filename == "cbs.yaml"
    press(page.get_by_role("button", name="Laat het resultaat zien"))

    expect(page.locator(".wp-answer")).to_contain_text("6,2 keer zo vaak")


@SIZES
def test_release_and_what_the_council_reads(open_page, chromium, site, size):
    coordinator, council = person("coordinator"), person("council-reader")
    run = measured(coordinator)
    context = chromium.new_context(viewport=size, locale="nl-NL")
    context.add_cookies([session_of(coordinator, site)])
    page = context.new_page()
    page.goto(f"{site}/onderzoek/{run.study_id}/berekening/{run.pk}/vrijgeven/")
    looked_at(page, size)
    page.locator("[name=audience][value=council]").check()
    press(page.get_by_role("button", name="Geef vrij"))
    press(page.locator(".wp-next-link", has_text="Intrekken"))
    looked_at(page, size)
    context.clear_cookies()
    context.add_cookies([session_of(council, site)])
    page.goto(f"{site}/onderzoek/vrijgegeven/")
    looked_at(page, size)
    press(page.get_by_role("link", name="Sportsubsidie"))
    looked_at(page, size)
    expect(page.locator(".wp-answer")).to_contain_text("keer zo vaak")
    context.close()
