"""A result of any kind in words and as a picture: a comparison, a chain, or another method."""

from waterpas.explain import picture as of_comparison
from waterpas.explain import sentences
from waterpas.explain.measured import picture as of_method
from waterpas.explain.measured import sentences as of_answers
from waterpas.explain.wording import Style, as_is, check_language, check_result
from waterpas.results import Measured, Result
from waterpas.texts import Language


def sentence(
    result: Result, lang: Language = "nl", *, strong: Style = as_is, plain: Style = as_is
) -> str:
    """Say a result in words: what the organisation did, to whom, how often, and how sure.

    Size and certainty are separate words. A hit rate gets no sentence of its own. `strong` and
    `plain` style what a page wants to emphasise, and everything else that comes from the table.
    """
    check_result(result)
    check_language(lang)
    return " ".join(paragraphs(result, lang, strong=strong, plain=plain))


def paragraphs(
    result: Result, lang: Language = "nl", *, strong: Style = as_is, plain: Style = as_is
) -> list[str]:
    """The same, one paragraph per group (or answer), and one to close with."""
    if isinstance(result, Measured):
        return of_answers.paragraphs(result, lang, strong=strong, plain=plain)
    return sentences.paragraphs(result, lang, strong=strong, plain=plain)


def picture(result: Result, lang: Language = "nl") -> str:
    """The picture of a result as one SVG with real text, that can be opened alone."""
    check_result(result)
    check_language(lang)
    if isinstance(result, Measured):
        return of_method.picture(result, lang)
    return of_comparison.picture(result, lang)
