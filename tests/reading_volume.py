"""Makes many believable documents: half Word, half PDF, of as many pages together as asked.

By hand: python -m tests.reading_volume FOLDER 10000
"""

import random
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from tests.reading_texts import development
from tests.unit.reading.making import changed, docx, pdf_of, wrapped

LONGEST = 60  # pages of one document
WIDTH = 92  # signs of a line of a PDF
SUBJECTS = ("Toezicht", "Minimabeleid", "Jeugdhulp", "Handhaving", "Wonen", "Werving", "Schuldhulp")
HEADINGS = ("Aanleiding", "Doel", "Werkwijze", "Uitvoering", "Kosten", "Communicatie", "Planning")
ORDINARY = (
    "De raad stelde het kader in het voorjaar vast, na een openbare behandeling in de commissie.",
    "Het loket is op werkdagen open van negen tot vijf, en op donderdag ook in de avond.",
    "De afdeling legt elk kwartaal aan het college voor hoe ver de uitvoering is gevorderd.",
    "Inwoners kunnen een afspraak maken aan de balie, met de telefoon of met een brief.",
    "Bij de start was er een bijeenkomst in het wijkcentrum, waar ongeveer veertig mensen kwamen.",
    "Een besluit wordt schriftelijk bekendgemaakt, met de termijn waarbinnen bezwaar mogelijk is.",
    "De kosten worden gedekt uit het programma Samenleving en staan in bijlage 2.",
    "Zie ook art. 3, lid 2, jo. art. 4 van de verordening, d.w.z. de regels over de aanvraag.",
    "Het onderhoud van het gebouw is uitbesteed; de planning van de werkzaamheden volgt later.",
    "De projectleider stemt de werkwijze af met de partners en bewaakt de voortgang.",
)
# Words that a text is full of and no other text has: parts of compounds, put together at random.
BEGINS = """
aanbestedings bedrijfs bestuurs bewoners dienst financierings gebieds gemeente huisvestings wijk
inkomens kwaliteits maatschappij nieuwbouw ondersteunings onderwijs participatie raads regio school
samenwerkings stads subsidie toekomst uitvoerings vergunning verkeers voortgangs welzijns zorg
"""
ENDS = """
aanpak afspraak agenda begroting besluit bijeenkomst commissie contract dossier eis fonds gesprek
instelling kader kosten loket monitor nota ontwikkeling overleg plan proces project rapportage team
regeling ronde taak traject verordening visie voorstel
"""
VARIED = (
    "Het {0} en het {1} worden in samenhang bekeken, zodat het {2} op tijd klaar is.",
    "In het {0} staat hoe het {1} zich verhoudt tot het {2} van vorig jaar.",
    "Voor het {0} is een {1} opgesteld; het {2} volgt na de zomer.",
)
PAGE_END = "<w:r><w:lastRenderedPageBreak/></w:r>"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make(folder: Path, pages: int) -> int:
    """Write the documents; give the number of pages. The same documents each time."""
    folder.mkdir(parents=True, exist_ok=True)
    chance, made, number = random.Random(4), {"docx": 0, "pdf": 0}, 0
    while sum(made.values()) < pages:
        kind = min(made, key=lambda kind: made[kind])
        length = min(chance.randint(2, LONGEST), max(1, (pages - sum(made.values()) + 1) // 2))
        subject = chance.choice(SUBJECTS)
        write = {"docx": _docx, "pdf": _pdf}[kind]
        path = folder / subject / f"{subject} {number:04}.{kind}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(write(subject, number, length, chance))
        made[kind] += length
        number += 1
    return sum(made.values())


def _page(chance: random.Random, asking: list[str]) -> Iterator[tuple[str, str]]:
    """A heading and some paragraphs of ordinary sentences, with now and then one that asks."""
    yield "heading", chance.choice(HEADINGS)
    for _ in range(7):
        sentences = [*chance.choices(ORDINARY, k=2), _varied(chance), _varied(chance)]
        if chance.random() < 0.3:
            sentences.append(chance.choice(asking))
        yield "paragraph", " ".join(sentences)


def _varied(chance: random.Random) -> str:
    words = (chance.choice(BEGINS.split()) + chance.choice(ENDS.split()) for _ in range(3))
    return chance.choice(VARIED).format(*words)


def _pages(length: int, chance: random.Random) -> list[list[tuple[str, str]]]:
    asking = _asking() if chance.random() < 0.8 else ["Dit onderdeel is klaar."]
    return [list(_page(chance, asking)) for _ in range(length)]


@cache
def _asking() -> list[str]:
    return [passage["text"] for passage in development()]


def _docx(subject: str, number: int, length: int, chance: random.Random) -> bytes:
    parts = [f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{_run(f"{subject} {number}")}</w:p>']
    for page in _pages(length, chance):
        for kind, text in page:
            style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if kind == "heading" else ""
            parts.append(f"<w:p>{style}{PAGE_END if style else ''}{_run(text)}</w:p>")
    body = f'<w:document xmlns:w="{WORD}"><w:body>{"".join(parts)}</w:body></w:document>'
    return changed(EMPTY, {"word/document.xml": f'<?xml version="1.0"?>{body}'})


EMPTY = docx([])


def _run(text: str) -> str:
    return f"<w:r><w:t>{escape(text)}</w:t></w:r>"


def _pdf(subject: str, number: int, length: int, chance: random.Random) -> bytes:
    pages = []
    for at, page in enumerate(_pages(length, chance), start=1):
        lines, y = [(60, 815, 9, f"{subject} {number} - blz. {at}")], 790
        for kind, text in page:
            size = 15 if kind == "heading" else 9
            y -= size
            for line in wrapped(text, WIDTH):
                lines.append((60, y, size, line))
                y -= size + 3
        pages.append(lines)
    return pdf_of(pages)


if __name__ == "__main__":
    print(make(Path(sys.argv[1]), int(sys.argv[2])))
