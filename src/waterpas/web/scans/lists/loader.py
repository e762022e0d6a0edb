"""The lists out of their files. A list more is a file more."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from waterpas.handbook import Item, Words
from waterpas.web.scans import rules
from waterpas.web.scans.lists import faults
from waterpas.web.scans.lists.errors import ListUnusable
from waterpas.web.scans.lists.model import Question, QuestionList, Variant
from waterpas.web.scans.lists.reading import read

FOLDER = Path(__file__).parent / "data"
SHARED = Path(__file__).parent / "delivery.yaml"
OURS = Words(nl="van ons", en="ours")
OPTIONAL = ("place", "counts_as_scan", "followed_by")
Raw = Mapping[str, Any]


@cache
def load(folder: Path = FOLDER) -> dict[str, QuestionList]:
    """Every list by its id, in the order in which a page offers them.

    Raises
    ------
    ListUnusable
        A file is not a list; the message names the file, the place and the fault.
    """
    found: dict[str, tuple[Path, QuestionList]] = {}
    for path in sorted(folder.glob("*.yaml")):
        one = _list(path, read(path, "listFile"))
        faults.refuse_names(path, one, {key: other for key, (_, other) in found.items()})
        found[one.id] = (path, one)
    lists = {key: one for key, (_, one) in found.items()}
    for path, one in found.values():
        faults.refuse_following(path, one, lists)
    return dict(sorted(lists.items(), key=lambda pair: (pair[1].place, pair[0])))


@cache
def _shared() -> Any:
    """What every list asks because of who carries it out, and the criteria in other words."""
    content = read(SHARED, "sharedFile")
    faults.refuse_questions(SHARED, content["questions"])
    faults.refuse_unknown(SHARED, content["variants"])
    return content


def _list(path: Path, raw: Raw) -> QuestionList:
    faults.refuse_questions(path, raw["questions"])
    own = [_question(one) for one in raw["questions"]]
    questions = (*own, *_shared_questions(path, raw.get("without", ())))
    faults.refuse_twice(path, questions)
    found = QuestionList(
        id=raw["id"],
        title=Words(**raw["title"]),
        purpose=Words(**raw["purpose"]),
        about=Words(**raw["about"]),
        aim=Words(**raw["aim"]),
        roles=tuple(raw["roles"]),
        asks=tuple(raw["asks"]),
        questions=questions,
        contradictions=tuple((do, do_not) for do, do_not in raw.get("contradictions", ())),
        is_retired=raw.get("retired", False),
        **{name: raw[name] for name in ("minutes", "times", "people", "step", "scale")},
        **{name: raw[name] for name in OPTIONAL if name in raw},
    )
    faults.refuse_pairs(path, found)
    return found


def _shared_questions(path: Path, without: Sequence[str]) -> list[Question]:
    shared = [_question(one) for one in _shared()["questions"]]
    for name in without:
        if name not in {one.id for one in shared}:
            dutch = f"{name} staat niet in {SHARED.name}"
            english = f"{name} is not in {SHARED.name}"
            raise ListUnusable(path=path, where="without", dutch=dutch, english=english)
    return [one for one in shared if one.id not in without]


def _question(raw: Raw) -> Question:
    return _of_handbook(raw) if "handbook" in raw else _ours(raw)


def _ours(raw: Raw) -> Question:
    return Question(
        id=raw["id"],
        origin=raw["origin"],
        direction=raw["direction"],
        title=Words(**raw["title"]),
        question=Words(**raw["question"]),
        place=OURS,
        points=tuple(raw.get("points", ())),
        when=raw.get("when", ""),
        is_legal=raw.get("legal", False),
        is_effect=raw.get("effect", False),
        is_retired=raw.get("retired", False),
        by_delivery=_variants(raw.get("by_delivery", {})),
        prompts=_words(raw, "prompts"),
        evidence=_words(raw, "evidence"),
    )


def _of_handbook(raw: Raw) -> Question:
    item = faults.handbook_items()[raw["handbook"]]
    is_criterion = item.kind == "criterion"
    variants = _shared()["variants"].get(item.id, {}) | raw.get("by_delivery", {})
    return Question(
        id=item.id,
        origin=item.origin,
        direction=item.direction or raw["direction"],
        title=item.title,
        question=Words(**raw["question"]) if "question" in raw else _asks(item),
        place=item.source.place,
        handbook=item.id,
        explanation=Words(nl=item.nl, en=item.en),
        condition=item.condition,
        footnote=item.footnote,
        checks=tuple(item.checks),
        points=tuple(raw.get("points", (item.id,) if is_criterion else ())),
        when=raw.get("when", rules.CONDITIONS.get(item.id, "")),
        is_criterion=is_criterion,
        is_legal=item.id in rules.LEGAL,
        is_effect=item.criterion_kind in rules.EFFECTS,
        is_retired=raw.get("retired", False),
        by_delivery=_variants(variants),
        prompts=_words(raw, "prompts") or item.prompts,
        evidence=_words(raw, "evidence") or item.evidence,
    )


def _asks(item: Item) -> Words:
    # A reference without a question of ours was refused where the handbook has none.
    return item.question or item.title


def _words(raw: Raw, name: str) -> Words | None:
    return Words(**raw[name]) if name in raw else None


def _variants(raw: Mapping[str, Raw]) -> dict[str, Variant]:
    return {
        delivery: Variant(
            question=Words(**one["question"]),
            prompts=_words(one, "prompts"),
        )
        for delivery, one in raw.items()
    }
