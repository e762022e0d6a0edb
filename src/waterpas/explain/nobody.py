"""A group in which nobody had the outcome: said in people, and never as 'nobody' after rounding."""

from waterpas.explain.counts import is_rounded_to_nothing
from waterpas.explain.numbers import whole
from waterpas.explain.wording import Wording
from waterpas.results import Count
from waterpas.texts import mark

NONE = mark("%(organisation)s %(verb)s geen van de %(n)s %(unit)s met %(group)s %(object)s.")
ROUNDED = mark(
    "Na afronding %(verb)s %(organisation)s 0 van de %(n)s %(unit)s met %(group)s %(object)s."
)
REFERENCE_NONE = mark(
    "Van de %(n)s %(unit)s met %(group)s %(verb)s %(organisation)s er geen %(object)s."
)
REFERENCE_ROUNDED = mark(
    "Van de %(n)s %(unit)s met %(group)s %(verb)s %(organisation)s er na afronding 0 %(object)s."
)
OTHERS_NONE = mark("Van de %(n)s andere %(unit)s %(verb)s %(organisation)s er geen %(object)s.")
OTHERS_ROUNDED = mark(
    "Van de %(n)s andere %(unit)s %(verb)s %(organisation)s er na afronding 0 %(object)s."
)
# The same where only one was counted: no singular is known of the word that the caller gave.
OF_ONE = mark(
    "Van de %(unit)s met %(group)s is er 1 geteld: %(organisation)s %(verb)s er geen %(object)s."
)
OTHERS_OF_ONE = mark(
    "Van de andere %(unit)s is er 1 geteld: %(organisation)s %(verb)s er geen %(object)s."
)
ONE = {NONE: OF_ONE, REFERENCE_NONE: OF_ONE, OTHERS_NONE: OTHERS_OF_ONE}
IN_TRUTH = mark("In werkelijkheid zijn dat er %(low)s tot en met %(high)s.")
OF_REFERENCE = {
    "level": (REFERENCE_NONE, REFERENCE_ROUNDED),
    "everybody-else": (OTHERS_NONE, OTHERS_ROUNDED),
}


def nobody_line(
    cases: Count,
    n: Count,
    words: Wording,
    *,
    group: str,
    templates: tuple[str, str] = (NONE, ROUNDED),
) -> str:
    """None of how many; after rounding with how many it can be in truth."""
    verb, obj = words.verb
    rounded = is_rounded_to_nothing(cases)
    template = templates[rounded]
    line = words.say(
        ONE.get(template, template) if n.value == 1 else template,
        organisation=words.organisation,
        verb=verb,
        n=whole(n.value or 0, words.lang),
        unit=words.unit,
        group=group,
        object=obj,
    )
    if not rounded:
        return line
    ends = {"low": whole(cases.low, words.lang), "high": whole(cases.high, words.lang)}
    return f"{line} {words.say(IN_TRUTH, **ends)}"
