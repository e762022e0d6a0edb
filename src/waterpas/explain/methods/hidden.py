"""What is not shown, said once about everybody of whom that is so."""

from collections.abc import Iterable, Mapping, Sequence

from waterpas.explain.methods.model import Speaking
from waterpas.results import Answer
from waterpas.texts import mark

HIDDEN = "hidden"
AND = mark("%(first)s en %(last)s")
ABOUT = mark("Over %(group)s tonen wij niet: %(what)s")
ALSO = mark("over %(group)s: %(what)s")


def hidden_answers(speaker: Speaking) -> list[Answer]:
    """The answers that are hidden, in order."""
    return [answer for answer in speaker.result.answers if answer.code == HIDDEN]


def groups_hidden(speaker: Speaking) -> str:
    """Everybody of whom an answer is hidden: 'herkomst Europa en iedereen samen'."""
    return together((speaker.about(each.of) for each in hidden_answers(speaker)), speaker)


def things_hidden(speaker: Speaking, things: Mapping[str, Sequence[str]]) -> str:
    """What is hidden about whom: 'Over herkomst Europa tonen wij niet: a; over iedereen samen: b'.

    `things`: per group what is hidden of it. Groups of which the same is hidden go together.
    """
    groups: dict[str, list[str]] = {}
    for group, some in things.items():
        groups.setdefault(", ".join(dict.fromkeys(some)), []).append(group)
    said = (
        speaker.say(ALSO if at else ABOUT, group=together(names, speaker), what=what)
        for at, (what, names) in enumerate(groups.items())
    )
    return "; ".join(said)


def together(names: Iterable[str], speaker: Speaking) -> str:
    """'schaal, leeftijd en dienstjaren'."""
    each = list(dict.fromkeys(names))
    if len(each) < 2:
        return "".join(each)
    comma = "; " if any("," in name for name in each) else ", "
    return speaker.say(AND, first=comma.join(each[:-1]), last=each[-1])
