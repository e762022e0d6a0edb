"""What the schema cannot see: references to what is not there, and words that are not ours."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from waterpas import handbook
from waterpas.web.scans.lists.errors import ListUnusable
from waterpas.web.scans.lists.model import Question, QuestionList

Raw = Mapping[str, Any]


@cache
def handbook_items() -> dict[str, handbook.Item]:
    """The items of the handbook by their id."""
    return {item.id: item for item in handbook.load()}


def refuse_questions(path: Path, raw: Iterable[Raw]) -> None:
    """Refuse a question that refers to nothing, or says the words of the handbook itself."""
    for one in raw:
        name = str(one.get("handbook") or one["id"])
        if "handbook" in one:
            _refuse_reference(path, name, one)
        else:
            _refuse_copy(path, name, one)
        for point in one.get("points", ()):
            item = handbook_items().get(point)
            if item is None or item.kind not in {"criterion", "pattern"}:
                dutch = f"{point} is geen criterium of patroon van de handreiking"
                english = f"{point} is no criterion or pattern of the handbook"
                raise ListUnusable(path=path, where=name, dutch=dutch, english=english)


def refuse_unknown(path: Path, ids: Iterable[str]) -> None:
    """Refuse what the handbook does not have."""
    for name in ids:
        if name not in handbook_items():
            dutch, english = f"onderdeel {name} bestaat niet", f"item {name} does not exist"
            raise ListUnusable(path=path, where=name, dutch=dutch, english=english)


def _refuse_reference(path: Path, name: str, one: Raw) -> None:
    refuse_unknown(path, [name])
    item = handbook_items()[name]
    if item.direction and one.get("direction", item.direction) != item.direction:
        dutch, english = "de handreiking vraagt het andersom", "the handbook asks the opposite"
        raise ListUnusable(path=path, where=name, dutch=dutch, english=english)
    missing = [
        key
        for key, there in (("direction", item.direction), ("question", item.question))
        if not there and key not in one
    ]
    if missing:
        dutch = f"{missing[0]} ontbreekt, en staat niet in de handreiking"
        english = f"{missing[0]} is missing, and is not in the handbook"
        raise ListUnusable(path=path, where=name, dutch=dutch, english=english)


def _refuse_copy(path: Path, name: str, one: Raw) -> None:
    for key in ("title", "question", "prompts"):
        for text in one[key].values():
            if source := _said_by_handbook().get(" ".join(text.split()).casefold()):
                dutch = f"{key} is de tekst van {source}: verwijs met handbook: {source}"
                english = f"{key} is the text of {source}: refer with handbook: {source}"
                raise ListUnusable(path=path, where=name, dutch=dutch, english=english)


@cache
def _said_by_handbook() -> dict[str, str]:
    found: dict[str, str] = {}
    for item in handbook_items().values():
        words = [item.nl, item.en, item.title.nl, item.title.en]
        words += [item.question.nl, item.question.en] if item.question else []
        found |= {" ".join(text.split()).casefold(): item.id for text in words}
    return found


def refuse_twice(path: Path, questions: Iterable[Question]) -> None:
    """Refuse a list that asks one question twice."""
    seen: set[str] = set()
    for one in questions:
        if one.id in seen:
            dutch, english = "deze vraag staat er twee keer", "this question stands there twice"
            raise ListUnusable(path=path, where=one.id, dutch=dutch, english=english)
        seen.add(one.id)


def refuse_pairs(path: Path, found: QuestionList) -> None:
    """Refuse a contradiction that is not between a 'do' and a 'do not' of the list."""
    directions = {one.id: one.direction for one in found.questions}
    for pair in found.contradictions:
        if tuple(directions.get(one) for one in pair) != ("do", "do-not"):
            dutch = f"{pair[0]} en {pair[1]}: geef een do en een do-not uit deze lijst"
            english = f"{pair[0]} and {pair[1]}: give a do and a do-not of this list"
            raise ListUnusable(path=path, where="contradictions", dutch=dutch, english=english)


def refuse_names(path: Path, found: QuestionList, others: Mapping[str, QuestionList]) -> None:
    """Refuse a list that has the id of another, another name than its file, or follows nothing."""
    if found.id != path.stem or found.id in others:
        dutch = f"noem het bestand {found.id}.yaml, en geef elke lijst een eigen id"
        english = f"call the file {found.id}.yaml, and give each list an id of its own"
        raise ListUnusable(path=path, where="id", dutch=dutch, english=english)


def refuse_following(path: Path, found: QuestionList, others: Mapping[str, QuestionList]) -> None:
    """Refuse a list that must be followed by one that is not there, or by itself."""
    if found.followed_by and (found.followed_by not in others or found.followed_by == found.id):
        dutch = f"lijst {found.followed_by} is er niet, of is deze lijst zelf"
        english = f"list {found.followed_by} is not there, or is this list itself"
        raise ListUnusable(path=path, where="followed_by", dutch=dutch, english=english)
