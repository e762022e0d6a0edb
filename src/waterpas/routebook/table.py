"""From five answers to the rows that hold."""

from collections.abc import Mapping

from waterpas.errors import CallError
from waterpas.routebook.loader import book
from waterpas.routebook.model import GROUP, LISTS, Answers, Found, Routes, Row, Words
from waterpas.texts import Language, mark

MOST = 100_000_000


def routes(answers: Answers, *, lang: Language = "nl") -> Routes:
    """Which ways are open to somebody who answers like this.

    Parameters
    ----------
    answers
        Codes of the five questions, as in `book().questions`; `people` a whole number of people
        (for those who apply: in one year), or None when it is not known.
    lang
        The language of the texts.

    Returns
    -------
    Routes
        The rows that hold in three lists, in the order of the table. It does not say whether a
        municipality has permission, what Statistics Netherlands will answer, or what it costs.

    Raises
    ------
    CallError
        An answer is none of the answers that the question knows.
    """
    _check(answers)
    found = [_said(row, answers, lang) for row in book().rows if row.when.holds(answers)]
    lists = {name: tuple(row for row in found if row.list == name) for name in LISTS}
    return Routes(answers, lang, lists)


def _check(answers: Answers) -> None:
    for name in ("about", "trait", "have"):
        check_choice(name, getattr(answers, name))
    for code in answers.may:
        check_choice("may", code)
    if answers.people is not None and not 0 < answers.people <= MOST:
        raise CallError(
            mark("Bij hoeveel mensen kan '%(people)s' niet. Geef een getal vanaf 1."),
            people=answers.people,
        )


def check_choice(question: str, code: str) -> None:
    """Refuse an answer that a question does not know, with those that it does."""
    known = [choice.code for choice in book().asked(question).choices]
    if code not in known:
        raise CallError(
            mark("'%(code)s' is geen antwoord op %(question)s. Kies uit: %(known)s."),
            code=code,
            question=question,
            known=", ".join(known),
        )


def _said(row: Row, answers: Answers, lang: Language) -> Found:
    numbers = numbers_of(answers.people, lang)
    layout = book().chosen("about", answers.about).layout

    def fill(words: Words | None) -> str:
        return words.text(lang).format_map(numbers) if words else ""

    return Found(
        id=row.id,
        list=row.list,
        title=fill(row.title),
        text=fill(row.text),
        why=fill(row.why),
        then=fill(row.then),
        source=row.source,
        letters=row.letters,
        methods=(*row.methods, *row.methods_for.get(answers.about, ())),
        layout=layout if row.has_layout else "",
        page=row.page,
        command=row.command.format(people=answers.people or "N"),
        why_none=row.why_none,
    )


def numbers_of(people: int | None, lang: Language) -> Mapping[str, str]:
    """What fills a text: the number of people, and how many groups of the Barometer fit in it."""
    blank = "[aantal]" if lang == "nl" else "[number]"
    if people is None:
        return {"people": blank, "parts": blank}
    return {"people": _grouped(people, lang), "parts": _grouped(people // GROUP, lang)}


def _grouped(number: int, lang: Language) -> str:
    text = f"{number:,}"
    return text.replace(",", ".") if lang == "nl" else text
