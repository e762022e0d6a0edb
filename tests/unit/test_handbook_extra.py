"""A municipality adds items of its own; it never changes ours."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from waterpas.errors import WaterpasError
from waterpas.handbook import ExtraFileUnusable, HandbookError, ItemIdTaken, changes_for, load

OWN: dict[str, Any] = {
    "id": "eigen-loting",
    "kind": "criterion",
    "direction": "do",
    "role": ["service-provider"],
    "step": 7,
    "part_of": "S07",
    "title": {"nl": "Loting bij schaarste", "en": "Lots where there is scarcity"},
    "nl": "Het beleid loot als er te weinig plekken zijn.",
    "en": "The policy draws lots where places are scarce.",
    "question": {"origin": "gemeente", "nl": "Wie loot er?", "en": "Who draws the lots?"},
    "source_note": "Raadsbesluit 12",
    "see": ["W09"],
    "origin": "gemeente",
}

# A step is ours alone. What only a criterion has must go, or that would be the fault.
AS_STEP = {"kind": "step", "direction": None, "question": None}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "eigen.yaml"


def write(file: Path, *items: dict[str, Any]) -> Path:
    file.write_text(yaml.safe_dump({"items": list(items)}), encoding="utf-8")
    return file


def test_own_items_come_after_ours_and_ours_stay_the_same(file: Path) -> None:
    ours = load()
    *first, last = load(write(file, OWN))

    assert tuple(first) == ours
    assert (last.id, last.origin, last.source.document) == ("eigen-loting", "gemeente", "gemeente")
    assert last.source.citation == "Raadsbesluit 12"
    assert last.source.statements == ()
    assert load() == ours


@pytest.mark.parametrize("taken", ["W04", "w04", "S04-07", "wp01"])
def test_an_id_of_ours_is_refused_in_one_sentence(file: Path, taken: str) -> None:
    write(file, OWN, OWN | {"id": taken, "nl": "Iets anders."})

    with pytest.raises(ItemIdTaken) as caught:
        load(file)

    assert isinstance(caught.value, WaterpasError)
    assert caught.value.item == taken
    assert caught.value.text("nl") == (
        f"In eigen.yaml staat onderdeel {taken}, maar dat id bestaat al: geef uw onderdeel een "
        f"eigen id, bijvoorbeeld eigen-{taken.lower()}."
    )
    assert f"holds item {taken}, but that id exists already" in caught.value.text("en")


def test_an_id_that_stands_twice_in_the_file_is_refused(file: Path) -> None:
    with pytest.raises(ItemIdTaken):
        load(write(file, OWN, OWN))


@pytest.mark.parametrize(
    ("change", "where", "dutch", "english"),
    [
        ({"en": 5}, "items/0/en", "van het type string", "of type string"),
        ({"nl": ""}, "items/0/nl", "niet leeg", "not be empty"),
        ({"origin": "handreiking"}, "items/0/origin", "gemeente staan", "must be gemeente"),
        (AS_STEP, "items/0/kind", "kies uit pattern, ", "choose from pattern, "),
        ({"id": "Z99"}, "items/0/id", "past niet bij het patroon", "does not fit the pattern"),
        ({"quote": "x"}, "items/0", "quote hoort hier niet", "quote does not belong here"),
        ({"pairs": []}, "items/0", "pairs hoort hier niet", "pairs does not belong here"),
        ({"step": 12}, "items/0/step", "voldoet niet aan het schema", "not follow the schema"),
        ({"see": ["W99"]}, "eigen-loting", "W99 bestaat niet", "W99 does not exist"),
        ({"changes": ["W99"]}, "eigen-loting", "W99 bestaat niet", "W99 does not exist"),
        ({"part_of": "S11"}, "eigen-loting", "S11 bestaat niet", "S11 does not exist"),
    ],
)
def test_says_where_an_item_goes_wrong_and_why(
    file: Path, change: dict[str, Any], where: str, dutch: str, english: str
) -> None:
    item = {key: value for key, value in (OWN | change).items() if value is not None}

    with pytest.raises(ExtraFileUnusable) as caught:
        load(write(file, item))

    assert caught.value.where == where
    assert dutch in caught.value.text("nl")
    assert english in caught.value.text("en")
    assert "\n" not in caught.value.text("nl")


def test_a_missing_key_is_named(file: Path) -> None:
    item = {key: value for key, value in OWN.items() if key != "en"}

    with pytest.raises(ExtraFileUnusable, match="items/0: en ontbreekt"):
        load(write(file, item))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"items: [", "regel 1 is geen geldige YAML"),
        (b"items:\n- id: a\n  id: b\n", "regel 3 is geen geldige YAML"),
        (b"\xff\xfe\x00", "niet te lezen als tekst"),
        (b"", "dit moet van het type object zijn"),
        (b"- id: W04", "dit moet van het type object zijn"),
        (b"items: []", "eigen.yaml kan niet worden gebruikt: items: "),
        (b"items: [W04]", "items/0: dit moet van het type object zijn"),
    ],
)
def test_a_file_that_is_no_list_of_items_is_refused(
    file: Path, content: bytes, sentence: str
) -> None:
    file.write_bytes(content)

    with pytest.raises(ExtraFileUnusable) as caught:
        load(file)

    assert sentence in caught.value.text("nl")


def test_a_file_that_is_not_there_is_named_in_one_sentence(file: Path) -> None:
    with pytest.raises(HandbookError) as caught:
        load(file)

    assert caught.value.text("nl") == (
        "eigen.yaml kan niet worden gebruikt: het bestand is er niet; kijk of de naam en de map "
        "kloppen."
    )
    assert "the file is not there" in caught.value.text("en")


def test_a_file_that_may_not_be_read_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(Path, "read_text", refuse)

    with pytest.raises(ExtraFileUnusable, match="u mag dit bestand niet lezen"):
        load(file)


def test_a_folder_is_no_list_of_items(file: Path) -> None:
    file.mkdir()

    with pytest.raises(ExtraFileUnusable, match="niet te lezen als tekst"):
        load(file)


@pytest.mark.parametrize(("direction", "meaning"), [("do", "meets"), ("do-not", "breaches")])
def test_a_yes_to_an_own_criterion_follows_its_direction(
    file: Path, direction: str, meaning: str
) -> None:
    own = load(write(file, OWN | {"direction": direction}))[-1]
    said = load(write(file, OWN | {"direction": direction, "yes_means": meaning}))[-1]

    assert own.yes_means == said.yes_means == meaning
    assert own.added.origin == "gemeente"


def test_a_yes_that_goes_against_the_direction_is_refused(file: Path) -> None:
    with pytest.raises(ExtraFileUnusable, match="hier moet meets staan"):
        load(write(file, OWN | {"yes_means": "breaches"}))


def test_an_own_pattern_can_name_changes_of_ours_and_of_its_own(file: Path) -> None:
    keys = ("id", "role", "title", "nl", "en", "origin")
    change = {**{key: OWN[key] for key in keys}, "kind": "change"}
    pattern = change | {"id": "eigen-patroon", "kind": "pattern", "changes": ["L06", OWN["id"]]}
    write(file, change, pattern)

    assert [item.id for item in changes_for("eigen-patroon", file)] == ["L06", OWN["id"]]


def test_yaml_of_others_makes_no_python_objects(file: Path) -> None:
    file.write_text("items: !!python/object/apply:os.getcwd []", encoding="utf-8")

    with pytest.raises(ExtraFileUnusable):
        load(file)
