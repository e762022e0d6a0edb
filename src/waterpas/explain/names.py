"""What steps and groups are called, in a table of text and in the notes below it."""

from waterpas.explain.wording import Wording
from waterpas.results import Chain, ChainStep, Comparison, GroupResult
from waterpas.texts import Language, mark, translate

OF_WHOM = mark("%(step)s (van: %(of)s)")


def step_names(result: Comparison | Chain, lang: Language) -> dict[str, str]:
    """The name of each step of a chain, the population included."""
    if isinstance(result, Comparison):
        return {}
    names = {step.id: step.label.get(lang, step.id) for step in result.steps}
    return {result.population: result.population_label.get(lang, result.population), **names}


def step_title(step: ChainStep, chain: Chain, lang: Language) -> str:
    """'Gekozen voor controle (van: studenten met een beurs)'."""
    names = step_names(chain, lang)
    of = names.get(step.of or "", step.of or "")
    template = OF_WHOM
    if step.hit_rate:
        template = mark("%(step)s (van: %(of)s) - lees deze stap nooit los")
    return translate(template, lang) % {"step": names[step.id], "of": of}


def outcome_title(comparison: Comparison, lang: Language) -> str:
    """The outcome; of a later step also whose it is: 'Aangenomen (van: Gekozen)'."""
    name = Wording(comparison, lang).outcome_name
    of = comparison.question.among.get(lang)
    return translate(OF_WHOM, lang) % {"step": name, "of": of} if of else name


def group_name(group: GroupResult, words: Wording) -> str:
    """The group, its stratum, and whether it is the reference."""
    across = words.comparison.across
    name = words.level(across, group.group[across])
    parts = [name, words.stratum(group)]
    text = ", ".join(part for part in parts if part)
    if group.is_reference:
        return translate(mark("%(group)s (referentie)"), words.lang) % {"group": text}
    return text
