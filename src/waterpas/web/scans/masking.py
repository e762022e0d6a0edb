"""What points at one human being in a passage of policy: masked before it is kept."""

from collections.abc import Mapping

from waterpas.web.findings.rules import Personal, personal_in
from waterpas.web.scans.identifying import titled_name_in

MOST = 50  # of one kind in one sentence; more is a list of people, and is left out whole
MASKS: Mapping[str, str] = {
    Personal.EMAIL: "[e-mailadres]",
    Personal.PHONE: "[telefoonnummer]",
    Personal.BSN: "[nummer]",
}
NAME, WITHHELD = "[naam]", "[weggelaten]"


def masked(text: str) -> str:
    """The text with e-mail addresses, telephone numbers, BSNs and titled names masked."""
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
