"""The notes of a result as lines of text, each with what it is about."""

from waterpas.explain.family import family_text
from waterpas.explain.names import group_name, step_names
from waterpas.explain.notes import note_text
from waterpas.explain.wording import Wording
from waterpas.results import Chain, Comparison, Note
from waterpas.texts import Language

IN_PLACE = ("hit-rate",)  # stands with the rows it is about


def note_lines(result: Comparison | Chain, lang: Language) -> list[str]:
    """Every note once, as a line, with the groups (and the step) it is about."""
    names = step_names(result, lang)
    lines = []
    for note, where in _notes(result, lang).items():
        family = note.code == "family"
        text = family_text(note, result, lang) if family else note_text(note, lang, names=names)
        lines.append(f"{'; '.join(dict.fromkeys(where))}: {text}" if where else text)
    return lines


def _notes(result: Comparison | Chain, lang: Language) -> dict[Note, list[str]]:
    found: dict[Note, list[str]] = {n: [] for n in result.notes if n.code not in IN_PLACE}
    for step, comparison in _comparisons(result, lang):
        words = Wording(comparison, lang)
        for group in comparison.groups:
            for note in group.notes:
                name = f"{group_name(group, words)}{f' ({step})' if step else ''}"
                found.setdefault(note, []).append(name)
    return found


def _comparisons(result: Comparison | Chain, lang: Language) -> list[tuple[str, Comparison]]:
    if isinstance(result, Comparison):
        return [("", result)]
    return [(step.label.get(lang, step.id), step.comparison) for step in result.steps]
