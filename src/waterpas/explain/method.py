"""How a result was made and where it came from, in words."""

from collections.abc import Iterator

from waterpas.explain.notes import left_out_text
from waterpas.explain.numbers import level_text, points, whole
from waterpas.explain.wording import Wording
from waterpas.results import Chain, Comparison, GroupResult, Source
from waterpas.texts import Language, mark, translate


def method_lines(result: Comparison | Chain, lang: Language) -> Iterator[str]:
    """The methods by name, and the smallest difference that could have been seen."""
    yield translate(
        mark(
            "Methode: kans met Wilson-interval; verschil volgens Newcombe; verhouding met "
            "log-interval (Katz), of het score-interval bij minder dan 10 mensen met de uitkomst. "
            "Zekerheid van de intervallen: %(level)s."
        ),
        lang,
    ) % {"level": level_text(result.level, lang)}
    yield from detectable_lines(result, lang)


def detectable_lines(result: Comparison | Chain, lang: Language) -> Iterator[str]:
    """Per comparison: what could have been seen."""
    template = mark(
        "Kleinste verschil dat te zien was bij %(group)s%(step)s: %(higher)s of %(lower)s "
        "per 1.000 (met 80%% kans)."
    )
    for step, comparison in _comparisons(result, lang):
        words = Wording(comparison, lang)
        for group in comparison.groups:
            if group.detectable is None:
                continue
            yield translate(template, lang) % {
                "group": _name(group, words),
                "step": f" ({step})" if step else "",
                "higher": _points(group.detectable.higher, lang),
                "lower": _points(
                    None if group.detectable.lower is None else -group.detectable.lower, lang
                ),
            }


def _name(group: GroupResult, words: Wording) -> str:
    across = words.comparison.across
    parts = [words.level(across, group.group[across]), words.stratum(group)]
    return ", ".join(part for part in parts if part)


def _points(difference: float | None, lang: Language) -> str:
    return translate(mark("geen enkel"), lang) if difference is None else points(difference, lang)


def _comparisons(result: Comparison | Chain, lang: Language) -> Iterator[tuple[str, Comparison]]:
    if isinstance(result, Comparison):
        yield "", result
        return
    for step in result.steps:
        if not step.hit_rate:
            yield step.label.get(lang, step.id), step.comparison


def source_line(result: Comparison | Chain, lang: Language) -> str:
    """The source with its fingerprint, rows read and rows left out."""
    return "\n".join(" ".join(_source_parts(source, lang)) for source in result.sources)


def _source_parts(source: Source, lang: Language) -> Iterator[str]:
    yield translate(mark("Bron: %(name)s."), lang) % {"name": source.name}
    if source.rows is not None and source.used is not None:
        template = translate(mark("%(rows)s rijen gelezen, %(used)s gebruikt."), lang)
        yield template % {"rows": whole(source.rows, lang), "used": whole(source.used, lang)}
    if source.sha256:
        template = translate(mark("Vingerafdruk (sha256): %(sha)s."), lang)
        yield template % {"sha": source.sha256}
    for part in source.left_out:
        template = translate(mark("Weggelaten: %(rows)s (%(reason)s)."), lang)
        reason = left_out_text(part.reason, lang)
        yield template % {"rows": whole(part.rows, lang), "reason": reason}
