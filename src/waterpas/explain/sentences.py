"""From a result to sentences. The organisation is the subject; a group never 'is' or 'scores'."""

from collections.abc import Iterator

from waterpas.explain.certainty import sure_line
from waterpas.explain.counts import is_nothing
from waterpas.explain.nobody import OF_REFERENCE, nobody_line
from waterpas.explain.not_shown import at_stratum, not_compared_line, not_shown_line
from waterpas.explain.notes import note_text
from waterpas.explain.numbers import rates_together, written
from waterpas.explain.wording import Style, Wording, as_is, capital, check_language, check_result
from waterpas.results import Chain, ChainStep, Comparison, GroupResult
from waterpas.texts import Language, mark, translate


def sentence(
    result: Comparison | Chain,
    lang: Language = "nl",
    *,
    strong: Style = as_is,
    plain: Style = as_is,
) -> str:
    """Say a result in words: what the organisation did, to whom, how often, and how sure.

    Size and certainty are separate words. A hit rate gets no sentence of its own. `strong` and
    `plain` style what a page wants to emphasise, and everything else that comes from the table.
    """
    check_result(result)
    check_language(lang)
    return " ".join(paragraphs(result, lang, strong=strong, plain=plain))


def paragraphs(
    result: Comparison | Chain,
    lang: Language = "nl",
    *,
    strong: Style = as_is,
    plain: Style = as_is,
) -> list[str]:
    """The same, one paragraph per group and one to close with."""
    if isinstance(result, Chain):
        return list(_chain_paragraphs(result, lang, strong=strong, plain=plain))
    words = Wording(result, lang, strong, plain)
    return [*_group_paragraphs(words), *_closing(words)]


def group_sentence(
    result: GroupResult,
    comparison: Comparison,
    lang: Language = "nl",
    *,
    strong: Style = as_is,
    plain: Style = as_is,
) -> str:
    """One group against the reference, in words, without the notes."""
    return " ".join(_group_lines(result, Wording(comparison, lang, strong, plain)))


def headline(result: GroupResult, comparison: Comparison, lang: Language = "nl") -> str:
    """One line for above a piece of work: both sides of the comparison, when it is shown.

    Without a comparison it is the first line of `group_sentence`.
    """
    words = Wording(comparison, lang)
    if result.ratio is not None and not is_nothing(result.cases):
        return _size_line(result, words)
    return next(_group_lines(result, words))


EFFECTS = {
    "harm": mark("Deze uitkomst is nadelig voor wie hem krijgt."),
    "benefit": mark("Deze uitkomst is gunstig voor wie hem krijgt."),
    "neither": mark("Deze uitkomst is op zichzelf niet gunstig en niet nadelig."),
}


def _group_paragraphs(words: Wording) -> Iterator[str]:
    for group in most_telling_first(words.comparison):
        yield " ".join(_group_lines(group, words))


def most_telling_first(comparison: Comparison) -> list[GroupResult]:
    """The groups without the reference: what is shown and largest first."""
    groups = [group for group in comparison.groups if not group.is_reference]
    return sorted(groups, key=lambda g: -abs(g.difference.value) if g.difference else 1.0)


def _chain_paragraphs(
    chain: Chain, lang: Language, *, strong: Style, plain: Style
) -> Iterator[str]:
    shown = [step for step in chain.steps if not step.hit_rate]
    for step in sorted(shown, key=lambda step: not step.nested):
        yield from _group_paragraphs(Wording(step.comparison, lang, strong, plain))
        if not step.nested:
            yield beside_sentence(step, lang, plain=plain)
    yield from _closing(Wording(shown[0].comparison, lang, strong, plain))


def beside_sentence(step: ChainStep, lang: Language, *, plain: Style = as_is) -> str:
    """Why the figures of a step are not to be combined with those of a later one."""
    template = mark(
        "Niet iedereen in een latere stap zat ook in de stap '%(step)s'. "
        "Lees de cijfers van die stap daarom apart."
    )
    return translate(template, lang) % {"step": plain(step.label.get(lang, step.id))}


def _group_lines(group: GroupResult, words: Wording) -> Iterator[str]:
    if group.rate is None:
        yield not_shown_line(group, words)
        return
    yield _rate_line(group, words)
    if group.difference is None:
        if group.suppressed:
            yield not_compared_line(group, words)
        return
    yield _reference_line(group, words)
    if not is_nothing(group.cases) or group.ratio is None:  # "0 times as often" says nothing more
        yield _size_line(group, words)
    if sure := sure_line(group, words):
        yield sure


def _rate_line(group: GroupResult, words: Wording) -> str:
    if is_nothing(group.cases):
        line = nobody_line(group.cases, group.n, words, group=words.group(group))
        return at_stratum(line, group, words)
    verb, obj = words.verb
    line = words.say(
        mark(
            "%(organisation)s %(verb)s %(rate)s van elke 1.000 %(unit)s met %(group)s %(object)s."
        ),
        organisation=words.organisation,
        verb=verb,
        rate=_rates(group, words)[0],
        unit=words.unit,
        group=words.group(group),
        object=obj,
    )
    return at_stratum(line, group, words)


def _rates(group: GroupResult, words: Wording) -> list[str]:
    """The rates of the group and of its reference, as precise as each other."""
    own = group.rate.value if group.rate else 0.0
    beside = [_rate_of_reference(group, words)] if group.difference else []
    texts = rates_together([own, *beside], words.lang)
    return [words.strong(text) for text in texts]


def _rate_of_reference(group: GroupResult, words: Wording) -> float:
    n, cases = group.reference_n, group.reference_cases
    rate = (cases.value or 0) / n.value if n and cases and n.value else 0.0
    if words.comparison.reference.kind == "everybody":
        return _rate_of_everybody(group, rate)
    return rate


def _reference_line(group: GroupResult, words: Wording) -> str:
    verb, obj = words.verb
    template, name = _reference_template(words)
    kind = words.comparison.reference.kind
    n, cases = group.reference_n, group.reference_cases
    if n and cases and is_nothing(cases) and kind in OF_REFERENCE:
        return nobody_line(cases, n, words, group=name, templates=OF_REFERENCE[kind])
    return words.say(
        template,
        unit=words.unit,
        reference=name,
        verb=verb,
        organisation=words.organisation,
        rate=_rates(group, words)[1],
        object=obj,
    )


def _rate_of_everybody(group: GroupResult, others: float) -> float:
    """The rate of all people: that of the group minus the difference with all of them."""
    if group.rate is None or group.difference is None:
        return others
    return group.rate.value - group.difference.value


def _reference_template(words: Wording) -> tuple[str, str]:
    reference = words.comparison.reference
    if reference.kind == "level":
        across = words.comparison.across
        named = words.named(across, reference.level or "", strong=words.strong)
        return (
            mark(
                "Van elke 1.000 %(unit)s met %(reference)s %(verb)s %(organisation)s er %(rate)s "
                "%(object)s."
            ),
            named,
        )
    if reference.kind == "everybody":
        return (
            mark(
                "Van elke 1.000 %(unit)s in de hele groep %(verb)s %(organisation)s er %(rate)s "
                "%(object)s."
            ),
            "",
        )
    return (
        mark("Van elke 1.000 andere %(unit)s %(verb)s %(organisation)s er %(rate)s %(object)s."),
        "",
    )


def _size_line(group: GroupResult, words: Wording) -> str:
    """How much more often, with both sides named again, so that nobody has to read back."""
    if group.ratio is None:
        return words.say(mark("Een verhouding is hier niet te berekenen."))
    verb, obj = words.verb
    value = written(group.ratio, "ratio", words.lang).value
    even = value in {"1,00", "1.00"}
    said = mark("(bijna) even vaak") if even else mark("%(ratio)s keer zo vaak")
    line = words.say(
        mark(
            "%(organisation)s %(verb)s %(unit)s met %(group)s %(times)s %(object)s "
            "als %(reference)s."
        ),
        organisation=words.organisation,
        verb=verb,
        unit=words.unit,
        group=words.plain_group(group),
        times=words.strong(words.say(said, ratio=value)),
        object=obj,
        reference=words.compared_with,
    )
    return capital(line)


def _closing(words: Wording) -> Iterator[str]:
    if lines := " ".join(_closing_lines(words)):
        yield lines


def _closing_lines(words: Wording) -> Iterator[str]:
    question = words.question
    if question.effect:
        yield words.say(EFFECTS[question.effect])
    said = {note.code: note for note in words.comparison.notes}
    for code in ("level-asked", "full-count", "repeats-too-narrow", "repeats-allowed"):
        if code in said:
            yield note_text(said[code], words.lang)
