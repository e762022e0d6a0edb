"""What a finding about a result can begin with: the figures stay out of addresses."""

from waterpas.explain.picture_rows import main_step
from waterpas.explain.sentences import group_sentence, headline, most_telling_first
from waterpas.explain.wording import label_of
from waterpas.results import Chain, Comparison
from waterpas.texts import Language
from waterpas.web.studies import exports, selectors
from waterpas.web.studies.models import Run

LONGEST_TITLE = 200


def brought_by(run: Run, lang: Language) -> dict[str, str]:
    """The answer in words, who it is about, and the item of the register."""
    shown = exports.shown(selectors.released_result(run, lang))
    comparison = main_step(shown).comparison if isinstance(shown, Chain) else shown
    groups = most_telling_first(comparison)
    text = group_sentence(groups[0], comparison, lang) if groups else ""
    title = _title(headline(groups[0], comparison, lang)) if groups else ""
    item = {"item": str(run.study.item_id)} if run.study.item_id else {}
    return {"title": title, "for_whom": _for_whom(comparison, lang), "text": text} | item


def _title(line: str) -> str:
    """The line without its full stop, when it is short enough to be a title."""
    return line.rstrip(".") if len(line) <= LONGEST_TITLE else ""


def _for_whom(comparison: Comparison, lang: Language) -> str:
    """The groups that were compared, without the one they were compared with."""
    across = comparison.across
    names = [
        label_of(comparison.question, across, group.group[across], lang)
        for group in comparison.groups
        if not group.is_reference
    ]
    return f"{across}: {', '.join(dict.fromkeys(names))}"
