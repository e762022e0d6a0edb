"""What points at one human being in a passage of policy: masked before it is kept."""

import re
from collections.abc import Mapping

from waterpas.web.findings.rules import Personal, personal_in
from waterpas.web.scans.identifying import titled_name_in

MOST = 50  # of one kind in one sentence; more is a list of people, and is left out whole
MASKS: Mapping[str, str] = {
    Personal.EMAIL: "[e-mailadres]",
    Personal.PHONE: "[telefoonnummer]",
    Personal.BSN: "[nummer]",
}
MARGIN = 300  # longer than anything that is masked, so that none of it is cut in two
LETTER = re.compile(r"[A-Z]\.\s+(?=[A-Z])")
NAME, WITHHELD = "[naam]", "[weggelaten]"


def masked(text: str, *, most: int = 1500) -> str:
    """The text with e-mail addresses, telephone numbers, BSNs and titled names masked.

    Of a longer text the first `most` characters: what is cut off is looked at only a little.
    """
    text = text[: most + MARGIN].encode("utf-8", "ignore").decode()
    return _without_numbers(text)[:most]


def masked_heading(text: str) -> str:
    """The same for a heading; the letter of "A. Doel" is no initial."""
    letter = LETTER.match(text)
    begin = letter.group() if letter else ""
    return begin + masked(text[len(begin) :])


def _without_numbers(text: str) -> str:
    for _turn in range(MOST):
        found = personal_in(text)
        if found is None:
            return _without_names(text)
        kind, words = found
        shorter = text.replace(words.strip(), MASKS[kind])
        if shorter == text:
            break
        text = shorter
    return WITHHELD


def _without_names(text: str) -> str:
    for _turn in range(MOST):
        name = titled_name_in(text)
        if not name:
            return text
        text = text.replace(name, NAME)
    return WITHHELD
