"""The words of the scan: questions, answers, and why one item comes before another."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waterpas.web.register.models import Delivery
from waterpas.web.scans import rules
from waterpas.web.scans.models import Prescan
from waterpas.web.scans.rules import Outcome, Value
from waterpas.web.scans.selectors import State

Text = str | Promise

QUESTIONS: Mapping[str, tuple[Text, Text]] = {
    "decides": (
        gettext_lazy("Beslist de gemeente hiermee over mensen?"),
        gettext_lazy(
            "Bijvoorbeeld: wie iets krijgt, wie wordt gekozen, of wie wordt gecontroleerd."
        ),
    ),
    "alone": (
        gettext_lazy("Beslist iemand hierin alleen, zonder vaste regel?"),
        gettext_lazy("Bijvoorbeeld een medewerker aan de balie, of een boa op straat."),
    ),
    "profile": (
        gettext_lazy("Kiest een risicoprofiel, algoritme of lijst wie aan de beurt is?"),
        gettext_lazy("Ook een lijst met kenmerken op papier telt mee."),
    ),
    "area": (
        gettext_lazy("Geldt het in één wijk of gebied, of telt een postcode mee?"),
        gettext_lazy("Een gebied raakt vaak ook vooral mensen met een bepaalde afkomst."),
    ),
    "conditions": (
        gettext_lazy("Stelt het voorwaarden waaraan niet iedereen even makkelijk voldoet?"),
        gettext_lazy("Bijvoorbeeld taal, papieren, eigen geld of een digitale aanvraag."),
    ),
    "signals": (
        gettext_lazy("Zijn er klachten, meldingen of cijfers die op een verschil wijzen?"),
        gettext_lazy("Eén serieus signaal is genoeg om ja te zeggen."),
    ),
    "lasting": (
        gettext_lazy("Kan een fout iemands leven lang raken?"),
        gettext_lazy("Bijvoorbeeld inkomen, een huis, kinderen, een straf of een schuld."),
    ),
    "soon": (
        gettext_lazy("Wordt hierover binnen een half jaar besloten?"),
        gettext_lazy("Bijvoorbeeld een verordening, een subsidieregeling of een nieuw contract."),
    ),
}
GROUNDS: Mapping[str, Text] = {
    "signals": gettext_lazy("er zijn klachten, meldingen of cijfers die op een verschil wijzen"),
    "profile": gettext_lazy("een profiel, algoritme of lijst kiest wie aan de beurt is"),
    "decides": gettext_lazy("de gemeente beslist hiermee over mensen"),
    "lasting": gettext_lazy("een fout kan iemands leven lang raken"),
    "alone": gettext_lazy("iemand beslist alleen, zonder vaste regel"),
    "area": gettext_lazy("het geldt in één gebied, of een postcode telt mee"),
    "conditions": gettext_lazy("niet iedereen voldoet even makkelijk aan de voorwaarden"),
    "soon": gettext_lazy("hierover wordt binnen een half jaar besloten"),
}
OUTCOMES: Mapping[str, Text] = {
    Outcome.NOW: gettext_lazy("Doe nu een volledige toets."),
    Outcome.LATER: gettext_lazy("Doe later een volledige toets."),
    Outcome.NOT: gettext_lazy("Een volledige toets is nu niet nodig."),
}
VALUES: Mapping[str, Text] = {
    Value.HAPPENS: gettext_lazy("gebeurt"),
    Value.PARTLY: gettext_lazy("gebeurt deels"),
    Value.NOT: gettext_lazy("gebeurt niet"),
    Value.NO: gettext_lazy("nee"),
    Value.POSSIBLE: gettext_lazy("mogelijk"),
    Value.YES: gettext_lazy("ja"),
    Value.UNKNOWN: gettext_lazy("dat weten we nog niet"),
}
STATES: Mapping[State, Text] = {
    State.RECHECK: gettext_lazy("Opnieuw kijken: de datum is er"),
    State.DECIDE: gettext_lazy("Wacht op een besluit"),
    State.BUSY: gettext_lazy("Criteria nog niet allemaal beantwoord"),
    State.DECIDED: gettext_lazy("Besloten"),
}
MARKS: Mapping[str, Text] = {
    rules.Mark.NEW: gettext_lazy("nieuw"),
    rules.Mark.CHANGED: gettext_lazy("veranderd"),
    rules.Mark.SAME: gettext_lazy("hetzelfde als vooraf"),
    rules.Mark.CARRIED: gettext_lazy("overgenomen, nog niet opnieuw bekeken"),
}
DELIVERY: Mapping[str, Text] = {
    Delivery.UNPAID_PARTNERS: gettext_lazy(
        "U werkt met partners die de gemeente niet betaalt. Schrijf daarom op wat u van hen "
        "vraagt, en wat u doet als het misgaat."
    ),
    Delivery.PAID_CHAIN: gettext_lazy(
        "De gemeente betaalt wie dit uitvoert. De toets gaat daarom ook over hen: over hun "
        "instructies en hun cijfers."
    ),
}


def why(prescan: Prescan) -> list[str]:
    """The reasons for what a pre-scan leads to, one sentence each."""
    found = rules.outcome(prescan.answers)
    if found == Outcome.NOT:
        return [_("Op geen vraag over mensen was het antwoord ja of “dat weten we nog niet”.")]
    reasons = [_sentence(str(GROUNDS[one])) for one in rules.grounds(prescan.answers)]
    for one in rules.unknowns(prescan.answers):
        question = QUESTIONS[one][0]
        reasons.append(_("Dit weten we nog niet: %(question)s") % {"question": question})
    return reasons


def why_first(answers: Sequence[Mapping[str, str]]) -> str:
    """Why the first of these comes before the second, in words."""
    first = rules.grounds(answers[0]) if answers else []
    other = rules.grounds(answers[1]) if len(answers) > 1 else []
    apart = [one for one in first if one not in other]
    if not first:
        return ""
    words = row([str(GROUNDS[one]) for one in (apart or first)[:2]])
    if apart and other:
        return _("Deze eerst, want %(grounds)s. Bij de volgende is dat niet zo.") % {
            "grounds": words
        }
    return _("Deze eerst, want %(grounds)s.") % {"grounds": words}


def row(words: Sequence[str]) -> str:
    """Words in a row, with 'and' before the last one."""
    return str(get_text_list(list(words), _("en")))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
