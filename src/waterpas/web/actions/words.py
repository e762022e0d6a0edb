"""What is said about an action, in words."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.utils.translation import ngettext

from waterpas.web.actions import errors
from waterpas.web.actions.rules import Gap, Group

Text = str | Promise

GAPS: Mapping[Gap, Text] = {
    Gap.NO_OWNER: later("Er is nog geen eigenaar."),
    Gap.OWNER_VACANT: later("Niemand heeft nu de functie van de eigenaar."),
    Gap.NO_REVIEWER: later("Er kijkt nog niemand mee."),
    Gap.SAME_PERSON: later("De eigenaar en wie meekijkt zijn nu dezelfde persoon."),
    Gap.NO_ACCOUNTABLE: later("Er is nog niemand die verantwoording aflegt."),
    Gap.NO_MONEY_DECISION: later("Er is nog geen besluit over geld en uren."),
    Gap.NO_DUE_DATE: later("Er is nog geen datum."),
    Gap.OVERDUE: later("De datum is voorbij."),
    Gap.NO_EVIDENCE_YET: later("Al een half jaar ingevoerd, en niemand keek of het werkt."),
}
MISSING: Mapping[Gap, Text] = {
    Gap.NO_OWNER: later("eigenaar"),
    Gap.OWNER_VACANT: later("iemand in de functie van eigenaar"),
    Gap.NO_REVIEWER: later("wie meekijkt"),
    Gap.SAME_PERSON: later("een ander die meekijkt"),
    Gap.NO_ACCOUNTABLE: later("wie verantwoording aflegt"),
    Gap.NO_MONEY_DECISION: later("besluit over geld en uren"),
    Gap.NO_DUE_DATE: later("datum"),
    Gap.OVERDUE: later("invoering voor de datum"),
    Gap.NO_EVIDENCE_YET: later("nagaan of het werkt"),
}
GROUPS: Mapping[Group, tuple[Text, Text]] = {
    Group.NO_OWNER: (
        later("Zonder eigenaar"),
        later("Niemand voert deze maatregelen nu uit. Kies een functie, en iemand die haar heeft."),
    ),
    Group.NO_MEANS: (
        later("Zonder besluit over geld en uren"),
        later("Zonder geld en uren mislukt een aanpak vaak. Nul euro is ook een besluit."),
    ),
    Group.OVERDUE: (later("Over de datum"), later("Deze hadden al ingevoerd moeten zijn.")),
    Group.WAITING: (
        later("Ingevoerd: werkt het?"),
        later("Ga na of het verschil kleiner is geworden, en voor wie."),
    ),
    Group.UNDERWAY: (later("Op weg"), later("Eigenaar, geld en uren zijn geregeld.")),
    Group.DILUTED: (
        later("Afgezwakt"),
        later("Hier bleef te weinig van over. De bevinding vraagt om iets anders."),
    ),
    Group.WORKS: (later("Werkt"), later("Hier is opgeschreven waaruit dat blijkt.")),
}
REFUSALS: Mapping[type[errors.ActionRefused], Text] = {
    errors.ReviewerIsOwner: later(
        "Wie meekijkt, kan niet de eigenaar zijn. Kies een andere functie."
    ),
    errors.NoReasonGiven: later(
        "Kies minstens één patroon of criterium. Zo blijft duidelijk waarom u dit doet, ook zonder "
        "bevinding."
    ),
    errors.FteOutOfRange: later("Vul een aantal fte in van 0 tot 1.000, bijvoorbeeld 0,5."),
    errors.EuroOutOfRange: later("Vul een bedrag in van 0 tot 1 miljard euro."),
    errors.DayOutOfRange: later("Vul een datum in tussen 2000 en 2100."),
    errors.IntroducedInFuture: later(
        "Deze datum is nog niet geweest. Vul in wanneer het is ingevoerd."
    ),
    errors.NoEvidence: later("Schrijf op waaruit dat blijkt."),
    errors.UnknownReference: later(
        "Dit onderzoek staat niet in Waterpas. Kies er een uit de lijst."
    ),
    errors.FindingDecided: later(
        "Over deze bevinding is besloten niets te veranderen. Heropen eerst de bevinding."
    ),
    errors.WrongStatus: later(
        "Dit kan nu niet: iemand heeft intussen de stand van deze maatregel veranderd. Kijk wat "
        "er nu staat."
    ),
}


def refusal(refused: errors.ActionRefused) -> str:
    """Why it was refused, and how to mend it."""
    return str(REFUSALS[type(refused)])


def kept(count: int) -> str:
    """How many actions got their means."""
    if not count:
        return _("Er is niets veranderd.")
    return ngettext(
        "Bewaard: de middelen van %(count)s maatregel.",
        "Bewaard: de middelen van %(count)s maatregelen.",
        count,
    ) % {"count": count}


def number(value: Decimal | int) -> str:
    """A number as people write it: 1,2 (nl), 12.500 (nl)."""
    plain = f"{value:f}"
    short = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return str(number_format(Decimal(short), force_grouping=True))


def means(fte: Decimal | None, euro_once: int | None, euro_yearly: int | None) -> str:
    """The means that are filled in: `0,5 fte, € 2.000 eenmalig en € 500 per jaar`; else empty."""
    parts = []
    if fte is not None:
        parts.append(_("%(number)s fte") % {"number": number(fte)})
    if euro_once is not None:
        parts.append(_("€ %(number)s eenmalig") % {"number": number(euro_once)})
    if euro_yearly is not None:
        parts.append(_("€ %(number)s per jaar") % {"number": number(euro_yearly)})
    return listed(parts)


def listed(parts: list[str]) -> str:
    """A list in a sentence: a, b en c."""
    return get_text_list(parts, _("en"))
