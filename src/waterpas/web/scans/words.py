"""The words of the scan: questions, answers, and why one item comes before another."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from waterpas.web.register.models import Delivery
from waterpas.web.scans import lists, rules
from waterpas.web.scans.lists import FULL, QuestionList
from waterpas.web.scans.models import Prescan
from waterpas.web.scans.rules import Outcome, Value
from waterpas.web.scans.selectors import State
from waterpas.web.scans.triggers import advised_list, name_of, outcome_of
from waterpas.web.ui.languages import language_of_page

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
    State.BUSY: gettext_lazy("Nog niet alle vragen beantwoord"),
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
        "De gemeente betaalt wie dit uitvoert. De vragen gaan daarom over hen: over hun "
        "instructies en hun cijfers."
    ),
}


def takes(asked: QuestionList) -> str:
    """How long a list takes, and with how many people: both are an estimate beforehand."""
    hours = asked.minutes // 60
    if asked.minutes >= 120 and asked.minutes % 60 == 0:
        time = ngettext("%(count)d uur", "%(count)d uur", hours) % {"count": hours}
    else:
        time = _("%(count)d minuten") % {"count": asked.minutes}
    if asked.times > 1:
        time = _("%(times)d keer %(time)s") % {"times": asked.times, "time": time}
    if asked.people == 1:
        return _("%(time)s, alleen") % {"time": time}
    return _("%(time)s, met %(people)d mensen") % {"time": time, "people": asked.people}


def advice(prescan: Prescan) -> str:
    """What a pre-scan leads to, in words."""
    found, asked = outcome_of(prescan), advised_list(prescan)
    if found == Outcome.NOW and asked.id != FULL:
        return _("Doe nu deze toets: %(list)s.") % {"list": asked.title.text(language_of_page())}
    return str(OUTCOMES[found])


def always(trigger: Mapping[str, str]) -> str:
    """What is always scanned, and with which list."""
    return _("%(what)s: %(list)s") % {
        "what": name_of(trigger["code"], trigger["words"]),
        "list": lists.find(trigger["question_list"]).title.text(language_of_page()),
    }


def why(prescan: Prescan) -> list[str]:
    """The reasons for what a pre-scan leads to, one sentence each."""
    found = outcome_of(prescan)
    fixed = [
        _("Uw gemeente toetst dit altijd: %(what)s.") % {"what": name_of(one["code"], one["words"])}
        for one in prescan.triggers
    ]
    if found == Outcome.NOT:
        return [_("Op geen vraag over mensen was het antwoord ja of “dat weten we nog niet”.")]
    reasons = fixed + [_sentence(str(GROUNDS[one])) for one in rules.grounds(prescan.answers)]
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
