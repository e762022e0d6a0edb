"""Studies and tables for tests."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from tests.web.world import NOON
from waterpas.web.studies import services
from waterpas.web.studies.counting import count_typed
from waterpas.web.studies.models import Study
from waterpas.web.studies.rules import Choice, Design

DESIGN = Design(
    title="Sportsubsidie",
    question="Wie krijgt een sportsubsidie?",
    purpose="service",
    organisation="de gemeente",
    did_before="wees",
    did_after="af",
    unit="aanvragers",
    effect="harm",
)
FORM = {
    "kind": "audit",
    "question": "Wie wordt afgewezen?",
    "purpose": "service",
    "organisation": "de gemeente",
    "effect": "harm",
    "row": "person",
    "only_once": "ja",
    "route": "cbs-table",
    "privacy_officer": "asked",
    "works_council": "not-needed",
    "works_council_words": "het gaat niet over medewerkers",
    "unit": "aanvragers",
    "did_before": "wees",
    "did_after": "af",
}
CANARY = "kanarie-7341"
# Four groups of which one is hidden, and the same people with two groups put together.
HIDING = (
    ("Nederland", 1000, 400),
    ("Turkije", 300, 60),
    ("Marokko", 100, 20),
    ("Antillen", 37, 4),
)
MERGED = (("Nederland", 1000, 400), ("Turkije of Antillen", 337, 64), ("Marokko", 100, 20))


def designed(by, **fields) -> Study:
    """A study without a table."""
    design = Design(**{**{n: getattr(DESIGN, n) for n in Design.__dataclass_fields__}, **fields})
    return services.design_study(design=design, item=None, by=by, now=NOON)


def counted(study: Study, by, rows=(("Nederland", 800, 80), ("buiten Europa", 400, 80))):
    """A tally of typed counts for a study."""
    counts = count_typed("herkomst", list(rows), study.design)
    choice = Choice("herkomst", "level", rows[0][0], "de grootste")
    stored = services.store_tally(
        study=study, tally=counts, choice=choice, part="", by=by, now=NOON
    )
    return stored, choice


def measured(by, rows=(("Nederland", 800, 80), ("buiten Europa", 400, 80)), **fields):
    """A study with a result; gives its run."""
    study = designed(by, **fields)
    stored, choice = counted(study, by, rows)
    return services.measure_study(study=study, tally=stored, choice=choice, by=by, now=NOON)


def rows_csv(*, header="herkomst;wijk;afgewezen;nr", extra="") -> bytes:
    """A table with one row per application: 300 with three groups, one of them small."""
    lines = [header]
    for number in range(300):
        group = "Nederland" if number < 200 else "buiten Europa" if number < 296 else "Europa"
        no = "ja" if number % 10 < (2 if group == "Nederland" else 4) else "nee"
        lines.append(f"{group};{'Noord' if number % 2 else 'Zuid'};{no};{CANARY}{number}{extra}")
    return "\n".join(lines).encode()


def upload(client, study, content, name="aanvragen.csv", holds="rijen"):
    """Hand in a file."""
    data = {"file": SimpleUploadedFile(name, content), "holds": holds}
    return client.post(reverse("studies:read", args=[study.pk]), data)


def token_of(response) -> str:
    """What brings the file back, out of the page."""
    return response.text.split('name="carried" value="')[1].split('"')[0]


def workbook(*sheets) -> bytes:
    """A workbook out of (name, rows)."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def duo_workbook() -> bytes:
    """Table 1 of the workbook of Statistics Netherlands on DUO, 2014: the rows a layout needs.

    The counts are those published; those of risk category 3-6 hold who was selected outside the
    high risk.
    """
    country = "Country of origin: "
    header = [
        "Category",
        f"{country}NL (number)",
        f"{country}Europe (excl. NL) (number)",
        f"{country}Outside Europe (number)",
    ]
    rows = [
        ["Total", 178200, 15630, 54820],
        ["Risk category 1", 8670, 700, 7280],
        ["Risk category 2", 16610, 1420, 8120],
        ["Selected for control: yes", 1050, 120, 2010],
        ["Outcome house visit: unduly", 130, 50, 1060],
        ["Risk category 6 & Selected for control: yes", 50, 0, 20],
        ["Risk category 5 & Selected for control: yes", 80, 10, 40],
        ["Risk category 4 & Selected for control: yes", 150, 10, 70],
        ["Risk category 3 & Selected for control: yes", 240, 20, 90],
    ]
    return workbook(("Readme", [["DUO"]]), ("Table 1", [["Table 1"], ["2014"], [], header, *rows]))
