"""Which kinds of things a municipality always scans, and what that means for a pre-scan."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waterpas.web.scans import lists, rules
from waterpas.web.scans.lists import FULL, QuestionList
from waterpas.web.scans.models import Prescan, Trigger
from waterpas.web.scans.rules import Outcome

Text = str | Promise
KINDS: Mapping[str, Text] = {
    "ordinance": _("een concept van een verordening"),
    "subsidy": _("een subsidieregeling"),
    "tender": _("een aanbesteding of inkoop"),
    "profile": _("een risicoprofiel of algoritme"),
    "instruction": _("een nieuwe werkinstructie"),
}
OWN = ("own-1", "own-2", "own-3")
CODES = (*KINDS, *OWN)
FIELDS = (*CODES, *(f"{one}-words" for one in OWN))


def words_of_own(code: str) -> str:
    """The field with the words of a kind of its own."""
    return f"{code}-words"


def choosable() -> list[QuestionList]:
    """The lists that a municipality can ask for: those that weigh a policy as a whole."""
    return [one for one in lists.offered() if one.counts_as_scan]


def triggers() -> list[Trigger]:
    """What is always scanned, in the order in which we name it."""
    return sorted(Trigger.objects.all(), key=lambda one: CODES.index(one.code))


def chosen_now() -> dict[str, str]:
    """What is chosen now, by field of the form."""
    found = {one.code: one for one in Trigger.objects.all()}
    chosen = {code: found[code].question_list if code in found else "" for code in CODES}
    own = {words_of_own(code): found[code].words if code in found else "" for code in OWN}
    return chosen | own


def name_of(code: str, words: str) -> Text:
    """What kind of thing this is, in words."""
    return words or KINDS.get(code, code)


def snapshot(codes: Iterable[str]) -> list[dict[str, str]]:
    """These kinds as they stand today, for a pre-scan; what is not always scanned is left out."""
    wanted = set(codes)
    return [
        {"code": one.code, "words": one.words, "question_list": one.question_list}
        for one in triggers()
        if one.code in wanted
    ]


def outcome_of(prescan: Prescan) -> Outcome:
    """What a pre-scan leads to."""
    return rules.outcome(prescan.answers, is_fixed=bool(prescan.triggers))


def advised_list(prescan: Prescan) -> QuestionList:
    """The list that a pre-scan asks for: the full one, unless only a rule of its own asks less."""
    asked = [one["question_list"] for one in prescan.triggers]
    if rules.outcome(prescan.answers) == Outcome.NOW or not asked or FULL in asked:
        return lists.find(FULL)
    found = lists.find(asked[0])
    return lists.find(FULL) if found.is_retired else found
