"""What is said about an action, in words."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from waterpas.web.actions import errors
from waterpas.web.actions.rules import Gap, Group

Text = str | Promise

GAPS: Mapping[Gap, Text] = {
    Gap.NO_OWNER: gettext_lazy("Er is nog geen eigenaar."),
    Gap.OWNER_VACANT: gettext_lazy("Niemand heeft nu de functie van de eigenaar."),
    Gap.NO_REVIEWER: gettext_lazy("Er kijkt nog niemand mee."),
    Gap.SAME_PERSON: gettext_lazy("De eigenaar en wie meekijkt zijn nu dezelfde persoon."),
    Gap.NO_ACCOUNTABLE: gettext_lazy("Er is nog niemand die verantwoording aflegt."),
    Gap.NO_MONEY_DECISION: gettext_lazy("Er is nog geen besluit over geld en uren."),
    Gap.NO_DUE_DATE: gettext_lazy("Er is nog geen datum."),
    Gap.OVERDUE: gettext_lazy("De datum is voorbij."),
    Gap.NO_EVIDENCE_YET: gettext_lazy("Al een half jaar ingevoerd, en niemand keek of het werkt."),
}
MISSING: Mapping[Gap, Text] = {
    Gap.NO_OWNER: gettext_lazy("eigenaar"),
    Gap.OWNER_VACANT: gettext_lazy("iemand in de functie van eigenaar"),
    Gap.NO_REVIEWER: gettext_lazy("wie meekijkt"),
    Gap.SAME_PERSON: gettext_lazy("een ander die meekijkt"),
    Gap.NO_ACCOUNTABLE: gettext_lazy("wie verantwoording aflegt"),
    Gap.NO_MONEY_DECISION: gettext_lazy("besluit over geld en uren"),
    Gap.NO_DUE_DATE: gettext_lazy("datum"),
    Gap.OVERDUE: gettext_lazy("invoering voor de datum"),
    Gap.NO_EVIDENCE_YET: gettext_lazy("nagaan of het werkt"),
}
# Gaps that are said in a list after "mist nog"; the others are said in their own sentence.
NOUNS = frozenset(
    {Gap.NO_OWNER, Gap.NO_REVIEWER, Gap.NO_ACCOUNTABLE, Gap.NO_MONEY_DECISION, Gap.NO_DUE_DATE}
)
GROUPS: Mapping[Group, tuple[Text, Text]] = {
    Group.NO_OWNER: (
        gettext_lazy("Zonder eigenaar"),
        gettext_lazy(
            "Niemand voert deze maatregelen nu uit. Kies een functie, en iemand die haar heeft."
        ),
    ),
    Group.NO_MEANS: (
        gettext_lazy("Zonder besluit over geld en uren"),
        gettext_lazy("Zonder geld en uren mislukt een aanpak vaak. Nul euro is ook een besluit."),
    ),
    Group.MONEY_REFUSED: (
        gettext_lazy("Geld is geweigerd"),
        gettext_lazy("Vraag het geld opnieuw, of maak de maatregel zo dat hij zonder kan."),
    ),
    Group.OVERDUE: (
        gettext_lazy("Over de datum"),
        gettext_lazy("Deze hadden al ingevoerd moeten zijn."),
    ),
    Group.MONEY_ASKED: (
        gettext_lazy("Wacht op een besluit over geld"),
        gettext_lazy("Het geld is gevraagd. Er is nog geen besluit."),
    ),
    Group.WAITING: (
        gettext_lazy("Ingevoerd: werkt het?"),
        gettext_lazy("Ga na of het verschil kleiner is geworden, en voor wie."),
    ),
    Group.UNDERWAY: (gettext_lazy("Op weg"), gettext_lazy("Eigenaar, geld en uren zijn geregeld.")),
    Group.DILUTED: (
        gettext_lazy("Afgezwakt"),
        gettext_lazy("Hier bleef te weinig van over. De bevinding vraagt om iets anders."),
    ),
    Group.WORKS: (gettext_lazy("Werkt"), gettext_lazy("Hier is opgeschreven waaruit dat blijkt.")),
}
REFUSALS: Mapping[type[errors.ActionRefused], Text] = {
    errors.ReviewerIsOwner: gettext_lazy(
        "Wie meekijkt, kan niet de eigenaar zijn. Kies een andere functie."
    ),
    errors.NoReasonGiven: gettext_lazy(
        "Kies minstens één patroon of criterium. Zo blijft duidelijk waarom u dit doet, ook zonder "
        "bevinding."
    ),
    errors.FteOutOfRange: gettext_lazy("Vul een aantal fte in van 0 tot 1.000, bijvoorbeeld 0,5."),
    errors.EuroOutOfRange: gettext_lazy("Vul een bedrag in van 0 tot 1 miljard euro."),
    errors.DayOutOfRange: gettext_lazy("Vul een datum in tussen 2000 en 2100."),
    errors.IntroducedInFuture: gettext_lazy(
        "Deze datum is nog niet geweest. Vul in wanneer het is ingevoerd."
    ),
    errors.NoEvidence: gettext_lazy("Schrijf op waaruit dat blijkt."),
    errors.UnknownReference: gettext_lazy(
        "Dit onderzoek staat niet in Waterpas. Kies er een uit de lijst."
    ),
    errors.FindingDecided: gettext_lazy(
        "Over deze bevinding is besloten niets te veranderen. Heropen eerst de bevinding."
    ),
    errors.UnknownChange: gettext_lazy(
        "Deze verandering past niet meer bij de bevinding. Kies er een uit de lijst."
    ),
    errors.ActionStarted: gettext_lazy(
        "Aan deze maatregel is al gewerkt, of zij is al weg. Daarom blijft wat er is staan."
    ),
    errors.WrongStatus: gettext_lazy(
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


def missing(gaps: Iterable[Gap]) -> str:
    """What an action misses, as short as a list needs it."""
    found = list(gaps)
    sentences = [str(GAPS[gap]) for gap in found if gap not in NOUNS]
    if nouns := [str(MISSING[gap]) for gap in found if gap in NOUNS]:
        sentences.append(_("Mist nog: %(list)s.") % {"list": listed(nouns)})
    return " ".join(sentences)


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
    return listed([part.replace("€ ", "€\u00a0") for part in parts])


def listed(parts: list[str]) -> str:
    """A list in a sentence: a, b en c."""
    return get_text_list(parts, _("en"))
