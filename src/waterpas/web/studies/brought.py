"""What a finding about a result can begin with: the figures stay out of addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from waterpas.explain.measured.sentences import paragraphs, parts
from waterpas.explain.measured.speaking import Speaker
from waterpas.explain.numbers import written
from waterpas.explain.picture_rows import main_step
from waterpas.explain.sentences import group_sentence, headline, most_telling_first
from waterpas.explain.wording import label_of
from waterpas.results import Answer, Certainty, Chain, Comparison, GroupResult, Measured
from waterpas.texts import Language
from waterpas.web.studies import exports, selectors
from waterpas.web.studies.models import Run

LONGEST_TITLE = 200
LONGEST_TEXT = 2000  # a longer text is not taken over by the form of a finding
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
        return _of_method(shown, lang) | item
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


def _of_method(result: Measured, lang: Language) -> dict[str, str]:
    """The same of the result of a method: the first answer that tells something is the title."""
    speaker = Speaker(result, lang)
    worse = [answer for answer in _main(result) if _is_worse(answer, speaker)]
    about = (worse or _telling(speaker))[:1]
    told = parts(replace(result, answers=tuple(about)), lang)
    return {
        "title": _title(_answer(*told[0], speaker.fields(about[0]))) if told else "",
        "for_whom": _named(worse, speaker),
        "text": _fitting([" ".join(filter(None, each)) for each in told[:1]], result, lang),
    }


def _answer(first: str, rest: str, fields: Mapping[str, str]) -> str:
    """The sentence that answers: the first, or the one after what may never be missing."""
    caveat = fields.get("first", "")
    if not caveat or first.rstrip(".") != caveat:
        return first
    return rest.partition(". ")[0]


def _fitting(main: Sequence[str], result: Measured, lang: Language) -> str:
    """All answers in words; where that is too long to bring along, the main one and what still
    fits after it, in whole answers."""
    every = paragraphs(result, lang)
    if len(" ".join(every)) <= LONGEST_TEXT:
        return " ".join(every)
    found = ""
    for each in dict.fromkeys([*main, *every]):
        if len(f"{found} {each}") <= LONGEST_TEXT:
            found = f"{found} {each}".strip()
    return found


def _main(result: Measured) -> list[Answer]:
    """The first answer about each group; a further one only says something beside it."""
    found: dict[tuple[tuple[str, str], ...], Answer] = {}
    for answer in result.answers:
        found.setdefault(tuple(answer.of.items()), answer)
    return list(found.values())


def _telling(speaker: Speaker) -> list[Answer]:
    """The answers that may stand above a finding, where nobody is worse off.

    Of a method that draws differences those that were seen, if the outcome is neither good nor
    bad; of another method all that are shown.
    """
    shown = [answer for answer in _main(speaker.result) if answer.code != "hidden"]
    if not speaker.method.drawn:
        return shown
    has_side = speaker.result.question.effect in WORSE
    return [] if has_side else [answer for answer in shown if answer.certainty in SEEN]


def _is_worse(answer: Answer, speaker: Speaker) -> bool:
    """Whether the outcome was worse for these people, with a difference or an indication."""
    drawn = speaker.method.drawn
    figure = speaker.result.figure(drawn[-1], answer.of) if drawn else None
    if figure is None or figure.value is None or answer.certainty not in SEEN:
        return False
    even = 1.0 if figure.unit == "ratio" else 0.0
    return (figure.value - even) * WORSE.get(speaker.result.question.effect or "", 0) > 0


def _named(answers: Sequence[Answer], speaker: Speaker) -> str:
    """'herkomst: Turkije, Marokko'; people of more than one column each with all of theirs."""
    across = speaker.result.across
    if any(set(answer.of) != {across} for answer in answers):
        return "; ".join(dict.fromkeys(speaker.about(answer.of) for answer in answers))
    names = [speaker.wording.level(across, answer.of[across]) for answer in answers]
    return f"{across}: {', '.join(dict.fromkeys(names))}" if names else ""


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
