"""What a finding about a result can begin with: the figures stay out of addresses."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from waterpas.explain.numbers import written
from waterpas.explain.picture_rows import main_step
from waterpas.explain.results import sentence
from waterpas.explain.sentences import group_sentence, headline, most_telling_first
from waterpas.explain.wording import label_of
from waterpas.results import Certainty, Chain, Comparison, GroupResult, Measured
from waterpas.texts import Language
from waterpas.web.studies import exports, selectors
from waterpas.web.studies.models import Run

LONGEST_TITLE = 200
WORSE = {"harm": 1, "benefit": -1}  # in which direction a difference is bad for people
SEEN = {Certainty.DIFFERENCE, Certainty.INDICATION}


def brought_by(run: Run, lang: Language) -> dict[str, str]:
    """The answer in words, who is worse off, and the item of the register.

    Of a result that colleagues may not see only that comes along, so that the finding still points
    at it.
    """
    if not selectors.is_open(run):
        return {"text": _("Dit resultaat is alleen voor wie aan het onderzoek werkt.")}
    shown = exports.shown(selectors.released_result(run, lang))
    item = {"item": str(run.study.item_id)} if run.study.item_id else {}
    if isinstance(shown, Measured):
        return {"title": "", "for_whom": "", "text": sentence(shown, lang)} | item
    comparison = main_step(shown).comparison if isinstance(shown, Chain) else shown
    worse = worse_off(comparison)
    about = worse or [g for g in most_telling_first(comparison) if g.difference is not None]
    text = group_sentence(about[0], comparison, lang) if about else ""
    has_title = worse or comparison.question.effect not in WORSE
    title = _title(headline(about[0], comparison, lang)) if about and has_title else ""
    return {
        "title": title,
        "for_whom": _names(worse, comparison, lang),
        "text": text or _("Het resultaat toont hier geen verschil in cijfers."),
    } | item


def worse_off(comparison: Comparison) -> list[GroupResult]:
    """The groups for whom the outcome was worse than for the reference, the worst off first.

    Those with a difference or an indication of one; where there are none, those for whom it was
    worse at all. Who is hidden, as well off, or better off is not among them; nor is anybody when
    the outcome is neither good nor bad.
    """
    direction = WORSE.get(comparison.question.effect or "", 0)
    worse = [
        group
        for group in most_telling_first(comparison)
        if group.difference and group.difference.value * direction > 0 and not _is_even(group)
    ]
    return [group for group in worse if group.certainty in SEEN] or worse


def _is_even(group: GroupResult) -> bool:
    """Whether a page would say '(almost) as often'."""
    return group.ratio is not None and written(group.ratio, "ratio", "en").value == "1.00"


def _title(line: str) -> str:
    """The line without its full stop, when it is short enough to be a title."""
    return line.rstrip(".") if len(line) <= LONGEST_TITLE else ""


def _names(groups: Sequence[GroupResult], comparison: Comparison, lang: Language) -> str:
    across = comparison.across
    names = [label_of(comparison.question, across, g.group[across], lang) for g in groups]
    return f"{across}: {', '.join(dict.fromkeys(names))}" if names else ""
