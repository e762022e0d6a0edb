"""The handbook speaks of what it rejects; its own terms raise no question."""

from pathlib import Path

import pytest
import yaml

from tests.reading_texts import document, from_markdown
from waterpas.reading import cards

DATA = Path(__file__).parents[3] / "src" / "waterpas" / "handbook" / "data"
SOURCE = Path(__file__).parents[4] / "shared" / "knowledge" / "handbook-summary.txt"
OWN_TERMS = [
    "institutioneel racisme", "witte mensen", "mensen met een migratieachtergrond",
    "mensen van kleur", "kleurenblindheid", "antiracistisch beleid", "afkomst en huidskleur",
    "een integraal beleid", "de sociale norm", "gelijke behandeling", "inclusief beleid",
]  # fmt: skip


def dutch(raw):
    if isinstance(raw, dict):
        for key, value in raw.items():
            if key != "en":
                yield from dutch(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from dutch(value)
    elif isinstance(raw, str) and " " in raw:
        yield raw


def test_our_own_texts_of_the_handbook_give_no_question():
    files = [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(DATA.glob("*.yaml"))
    ]
    texts = [text for raw in files for text in dutch(raw)]
    reading = cards(document(*texts))

    assert len(texts) > 300
    assert reading.asked == ()


def test_the_handbook_itself_gives_no_question():
    if not SOURCE.exists():
        pytest.skip("the handbook's summary is not beside the repository")

    assert cards(from_markdown(SOURCE.read_text(encoding="utf-8"))).asked == ()


@pytest.mark.parametrize("term", OWN_TERMS)
def test_a_term_of_the_handbook_raises_no_card_in_any_text(term):
    assert cards(document(f"Dit stuk gaat over {term} in onze gemeente.")).cards == ()
