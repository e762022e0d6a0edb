"""The answers of a method as sentences, and the notes that go with them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from waterpas.explain.measured.redrawn import redrawn
from waterpas.explain.measured.speaking import Speaker
from waterpas.explain.methods.hidden import HIDDEN, hidden_answers
from waterpas.explain.notes import NOTES, note_text
from waterpas.explain.numbers import level_text
from waterpas.explain.wording import Style, as_is, capital
from waterpas.results import DECIDING_LEVEL, Answer, Measured, Note
from waterpas.texts import Language, mark, translate

# What any method can answer; a method may have its own sentence for these codes.
ANSWERS = {
    HIDDEN: mark(
        "Over %(group)s tonen wij dit niet: het gaat om te weinig mensen, of het zou verraden hoe "
        "het met een kleine groep zit."
    ),
    "too-few": mark(
        "Bij %(group)s gaat het om te weinig mensen om hier iets over te zeggen. Niet gezien is "
        "niet hetzelfde als niet aanwezig."
    ),
}
AT_LEVEL = mark(
    "De grenzen hierboven horen bij een zekerheid van %(level)s, waar u om vroeg. Of iets een "
    "verschil heet, beslissen wij altijd met 95%%."
)
SHARED_NOTES = {
    "coarse": mark(
        "In de tabel zit een klein deel. Daarom tonen wij alleen de belangrijkste cijfers, "
        "afgerond op tientallen per 1.000. Wilt u meer zien? Maak grotere groepen, of neem minder "
        "kolommen."
    ),
    "coarse-none": mark(
        "In de tabel zit een klein deel. Elk cijfer zou verraden hoe het daarmee zit. Daarom tonen "
        "wij geen cijfers. Wilt u ze wel zien? Maak grotere groepen, of neem minder kolommen."
    ),
    "rounded-none": mark("De bron rondde de aantallen af."),
    "hidden-in-source-none": mark("De bron verborg een deel van de aantallen."),
    "no-ends": mark(
        "Bij sommige cijfers staat niet waartussen zij liggen: daaruit zou een klein aantal mensen "
        "te tellen zijn."
    ),
}
# What is said instead where no figure is shown, and what is left out: it is about intervals.
BESIDE_NOTHING = {
    "coarse": "coarse-none",
    "rounded": "rounded-none",
    "rounded-in-intervals": "rounded-none",
    "hidden-in-source": "hidden-in-source-none",
}
OF_INTERVALS = {"no-ends", "model-not-rounded"}
UNSAID = {
    "not-why": NOTES["not-why"],
    "herkomst": NOTES["herkomst"],
}


def paragraphs(
    result: Measured, lang: Language, *, strong: Style = as_is, plain: Style = as_is
) -> list[str]:
    """One sentence (or a few) per answer, and last what is not shown; the same is said once."""
    shown = parts(result, lang, strong=strong, plain=plain)
    told = [*shown, *not_shown(result, lang, strong=strong, plain=plain)]
    return [" ".join(part for part in both if part) for both in told]


def parts(
    result: Measured, lang: Language, *, strong: Style = as_is, plain: Style = as_is
) -> list[tuple[str, str]]:
    """What is shown, each answer as its first sentence and the rest."""
    speaker = Speaker(result, lang, strong, plain)
    shown = [answer for answer in result.answers if answer.code != HIDDEN]
    said = list(dict.fromkeys(_parts(answer, speaker) for answer in shown))
    if said and result.level != DECIDING_LEVEL:
        said.append((speaker.say(AT_LEVEL, level=level_text(result.level, lang)), ""))
    return said


def not_shown(
    result: Measured, lang: Language, *, strong: Style = as_is, plain: Style = as_is
) -> list[tuple[str, str]]:
    """What is not shown and why, in the same form; it is told after what is shown.

    Once: the sentence of one hidden answer names everybody of whom something is hidden.
    """
    speaker = Speaker(result, lang, strong, plain)
    return [_parts(answer, speaker) for answer in hidden_answers(speaker)[:1]]


def _parts(answer: Answer, speaker: Speaker) -> tuple[str, str]:
    """The first sentence of an answer, and the rest; split where the template has its full stop."""
    own = speaker.method.answers.get(answer.code)
    template = translate(own or ANSWERS[answer.code], speaker.lang)
    first, stop, rest = template.partition(". ")
    fields = speaker.fields(answer)
    # A part that is only there where something is known may be empty, behind its space.
    return capital(first % fields + stop.strip()), capital(rest % fields).rstrip()


def unsaid(result: Measured, lang: Language) -> list[str]:
    """What the result does not say."""
    speaker = Speaker(result, lang)
    own = speaker.method.unsaid
    return [translate(own.get(code) or UNSAID[code], lang) for code in result.unsaid]


def remarks(result: Measured, lang: Language) -> list[str]:
    """The notes on the whole, and on single figures; each once."""
    speaker = Speaker(result, lang)
    return list(dict.fromkeys(_remarks(result, speaker)))


def _remarks(result: Measured, speaker: Speaker) -> Iterator[str]:
    yield from redrawn(result, speaker.lang)
    for note in result.notes if _shows_a_figure(result) else _beside_nothing(result.notes):
        yield method_note_text(note, speaker)
    for figure in result.figures:
        for note in figure.notes:
            if note.code in SHARED_NOTES:
                yield method_note_text(note, speaker)
                continue
            yield f"{capital(speaker.about(figure.of))}: {method_note_text(note, speaker)}"


def shows_nothing(result: Measured) -> bool:
    """Whether there were figures, and none of them is shown: what is hidden has no row."""
    was_something = result.figures or any(each.code == HIDDEN for each in result.answers)
    return bool(was_something) and not _shows_a_figure(result)


def _shows_a_figure(result: Measured) -> bool:
    return any(figure.value is not None for figure in result.figures)


def _beside_nothing(notes: Iterable[Note]) -> Iterator[Note]:
    """The notes as they are where no figure is shown: nothing on intervals that are not there."""
    for note in notes:
        if note.code in BESIDE_NOTHING:
            yield replace(note, code=BESIDE_NOTHING[note.code])
        elif note.code not in OF_INTERVALS:
            yield note


def method_note_text(note: Note, speaker: Speaker) -> str:
    """The sentence of a note: that of the method, or the one that every result shares."""
    notes = speaker.method.notes
    own = notes.get(note.code) or SHARED_NOTES.get(note.code)
    if note.fields.get("people") == 1:
        own = notes.get(f"{note.code}-one") or own
    if own is None:
        return note_text(note, speaker.lang)
    fields = {name: _field(value, speaker) for name, value in note.fields.items()}
    return speaker.say(own, **fields)


def _field(value: object, speaker: Speaker) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    if isinstance(value, int):
        from waterpas.explain.numbers import whole

        return whole(value, speaker.lang)
    if isinstance(value, float):
        from waterpas.explain.numbers import decimal

        return decimal(value, len(f"{value}".partition(".")[2]), speaker.lang)
    return str(value)
