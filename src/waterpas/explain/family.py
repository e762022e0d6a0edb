"""Which comparisons were made together, in words."""

from waterpas.explain.notes import note_text
from waterpas.explain.wording import Wording
from waterpas.results import Chain, ChainStep, Comparison, Note
from waterpas.texts import Language, mark, translate

MOST_NAMED = 8  # a longer list helps no reader


def family_text(note: Note, result: Comparison | Chain, lang: Language) -> str:
    """The sentence of the note 'family', and which comparisons it counts where that is known."""
    return " ".join(part for part in (note_text(note, lang), _which(result, lang)) if part)


def _which(result: Comparison | Chain, lang: Language) -> str:
    """Empty when the study compared more than this result shows."""
    comparisons = (
        [step.comparison for step in _compared(result)] if isinstance(result, Chain) else [result]
    )
    compared = [[group for group in each.groups if not group.is_reference] for each in comparisons]
    if sum(map(len, compared)) != result.family or len({len(each) for each in compared}) != 1:
        return ""
    if len(compared[0]) > MOST_NAMED:
        return ""
    words = Wording(comparisons[0], lang)
    names = [
        ", ".join(part for part in (words.group(group), words.stratum(group)) if part)
        for group in compared[0]
    ]
    template = mark("Vergeleken met %(reference)s zijn: %(groups)s.")
    said = translate(template, lang) % {
        "reference": f"{words.compared_with}{words.within}",
        "groups": "; ".join(names),
    }
    return f"{said} {_at_steps(result, lang)}" if isinstance(result, Chain) else said


def _compared(chain: Chain) -> list[ChainStep]:
    """The steps that were compared: a hit rate is not."""
    return [step for step in chain.steps if not step.hit_rate]


def _at_steps(chain: Chain, lang: Language) -> str:
    steps = "; ".join(step.label.get(lang, step.id) for step in _compared(chain))
    return translate(mark("Dat deden wij bij elke stap: %(steps)s."), lang) % {"steps": steps}
