"""What is not shown of a group, by name; and what is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from waterpas.explain.methods.hidden import HIDDEN, hidden_answers, things_hidden
from waterpas.explain.methods.model import Speaking
from waterpas.explain.wording import capital
from waterpas.results import Answer, Figure
from waterpas.texts import mark

SENTENCE = mark(
    "%(shown)s%(not_shown)s. Het gaat om te weinig mensen, of het zou verraden hoe het met een "
    "kleine groep zit."
)
SHOWN = mark("%(group)s: %(figure)s %(value)s%(between)s.")
# What an answer is about, by the figure that tells it.
ABOUT: Mapping[str, str] = {
    "chosen-above-random": mark("hoe groot de kans op controle is naast loten"),
    "chosen-here-above-random": mark("hoe groot de kans op controle is naast loten"),
    "missed-above-reference": mark("hoe vaak iemand wordt overgeslagen"),
    "wrongly-chosen-above-reference": mark("hoe vaak iemand voor niets wordt gekozen"),
    "profile-finds-above-random": mark("of het profiel meer vindt dan controle zonder profiel"),
    "finds-here-above-random": mark("of hier meer te vinden was"),
    "chosen-among-alike": mark("de kans op controle bij mensen die gelijk zijn"),
    "carries": mark("wat dit kenmerk over de groep zegt"),
    "chosen-if": mark("de kans op controle als u anders kiest"),
}
# And of an answer without figures.
ERRORS, FOUND = mark("hoe vaak het profiel zich vergist"), mark("wat er is gevonden")
EVERYTHING = mark("de cijfers van deze groep")  # which there would have been is hidden too


def hidden_words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """not_shown: everything that is hidden, about whom; shown: what is not, of the same people.

    All hidden answers together, so that it is said once.
    """
    if answer.code != HIDDEN:
        return {}
    things: dict[str, list[Answer]] = {}
    for each in hidden_answers(speaker):
        things.setdefault(speaker.about(each.of), []).append(each)
    not_shown = {
        group: [speaker.say(about) for about in _not_shown(hidden, speaker)]
        for group, hidden in things.items()
    }
    return {
        "not_shown": things_hidden(speaker, not_shown),
        "shown": "".join(f"{said} " for said in _all_shown(speaker)),
    }


def _not_shown(hidden: Sequence[Answer], speaker: Speaking) -> Iterator[str]:
    """What is hidden about these people; without anything else that is said of them: everything."""
    of = hidden[0].of
    whole = of and not hidden[0].figures
    if whole and [each for each in speaker.result.answers if each.of == of] == list(hidden[:1]):
        yield EVERYTHING
    else:
        yield from map(_about, hidden)


def _about(answer: Answer) -> str:
    known = [ABOUT[name] for name in answer.figures if name in ABOUT]
    return known[0] if known else ERRORS if answer.of else FOUND


def _all_shown(speaker: Speaking) -> Iterable[str]:
    """What is shown of who is partly hidden, each figure once."""
    return dict.fromkeys(
        said for each in hidden_answers(speaker) for said in _shown(each.figures, each, speaker)
    )


def _shown(names: Iterable[str], answer: Answer, speaker: Speaking) -> Iterator[str]:
    for name in names:
        figure = speaker.result.figure(name, answer.of)
        if figure is not None and figure.value is not None:
            yield speaker.say(
                SHOWN,
                group=capital(speaker.about(answer.of)),
                figure=speaker.called(figure),
                value=speaker.with_unit(figure),
                between=_between(figure, speaker),
            )


def _between(figure: Figure, speaker: Speaking) -> str:
    ends = speaker.interval(figure)
    return f" ({ends})" if ends else ""
