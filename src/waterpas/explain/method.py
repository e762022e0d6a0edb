"""How a result was made and where it came from, in words."""

from collections.abc import Iterator

from waterpas.explain.notes import left_out_text
from waterpas.explain.numbers import level_text, people, whole
from waterpas.explain.sources import source_name
from waterpas.explain.wording import Wording
from waterpas.results import Certainty, Chain, Comparison, Detectable, GroupResult, Result, Source
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


BOTH = mark(
    "Bij %(group)s%(step)s valt een verschil hier pas op vanaf %(higher)s van elke 1.000 meer of "
    "%(lower)s van elke 1.000 minder. Ook zo'n verschil missen wij nog 2 van de 10 keer."
)
ONLY_HIGHER = mark(
    "Bij %(group)s%(step)s valt een verschil hier pas op vanaf %(higher)s van elke 1.000 meer. Ook "
    "zo'n verschil missen wij nog 2 van de 10 keer. Dat het minder vaak is, zien wij met deze "
    "aantallen niet goed."
)
ONLY_LOWER = mark(
    "Bij %(group)s%(step)s valt een verschil hier pas op vanaf %(lower)s van elke 1.000 minder. "
    "Ook zo'n verschil missen wij nog 2 van de 10 keer. Dat het vaker is, zien wij met deze "
    "aantallen niet goed."
)
NEITHER = mark(
    "Bij %(group)s%(step)s zien wij met deze aantallen geen enkel verschil goed: het zijn te "
    "weinig mensen."
)


def detectable_lines(result: Comparison | Chain, lang: Language) -> Iterator[str]:
    """Per comparison: what could have been seen."""
    for step, comparison in _comparisons(result, lang):
        words = Wording(comparison, lang)
        for group in comparison.groups:
            if group.detectable is None or _promises_too_much(group, group.detectable):
                continue
            yield translate(_template(group.detectable), lang) % {
                "group": _name(group, words),
                "step": f" ({step})" if step else "",
                "higher": people(group.detectable.higher or 0.0, lang),
                "lower": people(group.detectable.lower or 0.0, lang),
            }


def _promises_too_much(group: GroupResult, found: Detectable) -> bool:
    """Whether a difference would be named that can be seen, beside too few people to see any."""
    can_be_seen = found.higher is not None or found.lower is not None
    return group.certainty is Certainty.TOO_FEW and can_be_seen


def _template(found: Detectable) -> str:
    if found.higher is not None:
        return BOTH if found.lower is not None else ONLY_HIGHER
    return ONLY_LOWER if found.lower is not None else NEITHER


def _name(group: GroupResult, words: Wording) -> str:
    across = words.comparison.across
    parts = [words.level(across, group.group[across]), words.stratum(group)]
    return ", ".join(part for part in parts if part)


def _comparisons(result: Comparison | Chain, lang: Language) -> Iterator[tuple[str, Comparison]]:
    if isinstance(result, Comparison):
        yield "", result
        return
    for step in result.steps:
        if not step.hit_rate:
            yield step.label.get(lang, step.id), step.comparison


# Of what was read the method left some out, and a note says what: then not all was used.
LEFT_OUT = (
    *("judged-once", "judged-by-some", "days-unknown", "outcome-unknown", "unknown-outcome"),
    *("amount-missing", "amount-below-zero", "amount-no-number", "area-unknown"),
    *("decider-unknown", "deciders-left-out"),
    *("column-missing", "areas-left-out", "places-left-out", "unknown-left-out"),
)
ROWS_USED = mark("%(rows)s rijen gelezen, %(used)s gebruikt.")
ROWS_LEFT_OUT = mark(
    "%(rows)s rijen gelezen, %(used)s in de telling. Daarvan telt niet alles mee: zie hierboven."
)


def source_line(result: Result, lang: Language) -> str:
    """The source with its fingerprint, rows read and rows left out."""
    all_count = not any(note.code.startswith(LEFT_OUT) for note in result.notes)
    return "\n".join(" ".join(_source_parts(each, lang, all_count)) for each in result.sources)


def _source_parts(source: Source, lang: Language, all_count: bool) -> Iterator[str]:
    yield translate(mark("Bron: %(name)s."), lang) % {"name": source_name(source.name, lang)}
    if source.rows is not None and source.used is not None:
        template = translate(ROWS_USED if all_count else ROWS_LEFT_OUT, lang)
        yield template % {"rows": whole(source.rows, lang), "used": whole(source.used, lang)}
    if source.sha256:
        template = translate(mark("Vingerafdruk (sha256): %(sha)s."), lang)
        yield template % {"sha": source.sha256}
    for part in source.left_out:
        template = translate(mark("Weggelaten: %(rows)s (%(reason)s)."), lang)
        reason = left_out_text(part.reason, lang)
        yield template % {"rows": whole(part.rows, lang), "reason": reason}
