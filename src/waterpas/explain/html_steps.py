"""What stands above the rows of one step in the table: its name, of whom, and what to beware of."""

from collections.abc import Iterator
from html import escape

from waterpas.explain.html_cells import HEAD, words_cell
from waterpas.explain.html_columns import Columns, head_row
from waterpas.explain.html_notes import named
from waterpas.explain.notes import note_text
from waterpas.explain.wording import Wording, capital
from waterpas.results import Chain, ChainStep
from waterpas.texts import mark


def step_head(step: ChainStep, chain: Chain, columns: Columns) -> str:
    """The rows above the figures of a step.

    A step of only those who were in an earlier one has its own heads, that say who was counted. A
    hit rate has its warning right here, where its figures are read.
    """
    words = Wording(step.comparison, columns.lang)
    earlier = _label_of_earlier(step, chain, columns)
    title = _title(step, _per_whom(words, earlier), columns)
    heads = _own_heads(step, words, earlier, columns) if earlier else ""
    return f"{title}{''.join(_warnings(step, chain, columns))}{heads}"


def _label_of_earlier(step: ChainStep, chain: Chain, columns: Columns) -> str:
    """The step whose people this one is about; empty when it is about everybody."""
    found = [each for each in chain.steps if each.id == step.of]
    return found[0].label.get(columns.lang, found[0].id) if found else ""


def _per_whom(words: Wording, earlier: str) -> str:
    if not earlier:
        return words.say(mark("per 1.000 %(unit)s"), unit=words.bare_unit)
    return words.say(
        mark("per 1.000 %(unit)s uit de stap '%(step)s'"), unit=words.bare_unit, step=earlier
    )


def _title(step: ChainStep, whom: str, columns: Columns) -> str:
    label = step.label.get(columns.lang, step.id)
    return (
        f'<tr class="utrecht-table__row"><th class="{HEAD} wp-step" scope="rowgroup"'
        f' colspan="{columns.width}"><span>{escape(label)} <small>{escape(whom)}</small></span>'
        "</th></tr>"
    )


def _warnings(step: ChainStep, chain: Chain, columns: Columns) -> Iterator[str]:
    for note in chain.notes:
        if note.code == "hit-rate" and note.fields.get("step") == step.id:
            words = note_text(named(note, chain, columns.lang), columns.lang)
            cell = words_cell(words, span=columns.width, kind="wp-words wp-beware")
            yield f'<tr class="utrecht-table__row">{cell}</tr>'


def _own_heads(step: ChainStep, words: Wording, earlier: str, columns: Columns) -> str:
    whom = words.say(mark("%(unit)s uit '%(step)s'"), unit=capital(words.bare_unit), step=earlier)
    rate = words.say(mark("Per 1.000 van hen"))
    return head_row(columns, rate=rate, people=whom, compares=not step.hit_rate)
