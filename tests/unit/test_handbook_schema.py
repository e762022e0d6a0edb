"""The JSON Schema accepts our files and refuses each fault that was planted in one."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from yaml import YAMLError

from waterpas.handbook.files import (
    ITEM_FILES,
    data_file,
    read_data,
    read_schema,
    read_strictly,
)

RAW: dict[str, Any] = {item["id"]: item for name in ITEM_FILES for item in read_data(name)["items"]}
Change = Callable[[dict[str, Any]], object]


def errors(content: Any, schema: str = "handbook-v1.schema.json") -> list[str]:
    return [
        error.message for error in Draft202012Validator(read_schema(schema)).iter_errors(content)
    ]


@pytest.mark.parametrize(
    "name",
    [
        "handbook-v1.schema.json",
        "handbook-source-v1.schema.json",
        "handbook-output-v1.schema.json",
    ],
)
def test_is_a_valid_schema_of_2020_12(name: str) -> None:
    schema = read_schema(name)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", ITEM_FILES)
def test_accepts_our_files_also_when_read_strictly(name: str) -> None:
    text = data_file(name).read_text(encoding="utf-8")

    assert errors(read_strictly(text)) == []
    assert read_strictly(text) == read_data(name)
    assert len(text.splitlines()) < 500


def test_every_data_file_is_read() -> None:
    names = {path.name for path in data_file("").iterdir() if path.name.endswith(".yaml")}

    assert names == {*ITEM_FILES, "source.yaml"}


def test_accepts_the_register_and_refuses_locating_words_that_copy_a_sentence() -> None:
    register = copy.deepcopy(read_data("source.yaml"))
    assert errors(register, "handbook-source-v1.schema.json") == []

    register["sections"][0]["statements"][0]["locate"] = "een twee drie vier vijf zes zeven"
    assert errors(register, "handbook-source-v1.schema.json") != []


@pytest.mark.parametrize(
    ("item", "change"),
    [
        pytest.param("S01", lambda item: item.pop("en"), id="no-english"),
        pytest.param("S01", lambda item: item.update(nl=" "), id="empty-dutch"),
        pytest.param("S01", lambda item: item.pop("source"), id="no-source"),
        pytest.param("S01", lambda item: item.update(source=[]), id="empty-source"),
        pytest.param("S01", lambda item: item.pop("step"), id="a-step-without-number"),
        pytest.param("S01", lambda item: item.update(step=11), id="an-eleventh-step"),
        pytest.param("S01", lambda item: item.update(kind="tip"), id="unknown-kind"),
        pytest.param("S01", lambda item: item.update(role=["citizen"]), id="unknown-role"),
        pytest.param("S01", lambda item: item.update(id="stap-1"), id="not-our-kind-of-id"),
        pytest.param("S01", lambda item: item.update(origin="gemeente"), id="origin-of-others"),
        pytest.param("S01", lambda item: item.update(score=3), id="unknown-key"),
        pytest.param("W01", lambda item: item.pop("quote"), id="criterion-without-quotation"),
        pytest.param("W01", lambda item: item.pop("question"), id="criterion-without-question"),
        pytest.param("W01", lambda item: item.pop("prompts"), id="criterion-without-prompts"),
        pytest.param("W01", lambda item: item.pop("yes_means"), id="a-yes-without-meaning"),
        pytest.param("W01", lambda item: item.update(yes_means="breaches"), id="do-asks-for-harm"),
        pytest.param("N01", lambda item: item.update(yes_means="meets"), id="a-yes-covers-harm"),
        pytest.param("S01", lambda item: item.update(yes_means="meets"), id="a-yes-to-a-step"),
        pytest.param("P01", lambda item: item.pop("changes"), id="pattern-without-change"),
        pytest.param("P01", lambda item: item.update(changes=[]), id="pattern-with-no-change"),
        pytest.param("S01", lambda item: item.update(changes=["L06"]), id="step-with-changes"),
        pytest.param("WP12", lambda item: item.update(nl="Doe dit."), id="change-not-as-ours"),
        pytest.param("WP12", lambda item: item.update(source=["s06-03"]), id="change-as-theirs"),
        pytest.param("L06", lambda item: item.update(kind="change"), id="theirs-as-our-change"),
        pytest.param("W01", lambda item: item.update(direction="do-not"), id="wrong-direction"),
        pytest.param(
            "W01", lambda item: item.update(criterion_kind="x"), id="wrong-criterion-kind"
        ),
        pytest.param(
            "W01",
            lambda item: item["question"].update(origin="handreiking"),
            id="our-question-as-the-handbooks",
        ),
        pytest.param(
            "W04",
            lambda item: item["pairs"][0].update(relation="same"),
            id="unknown-relation",
        ),
        pytest.param("N01", lambda item: item.update(id="W01"), id="do-not-with-id-of-do"),
        pytest.param("W09", lambda item: item.pop("condition"), id="conditional-without-condition"),
        pytest.param("N07", lambda item: item.pop("footnote"), id="n07-without-footnote"),
        pytest.param(
            "P07-02",
            lambda item: item.update(nl=item["nl"].replace("volgens de handreiking", "")),
            id="finland-as-a-fact",
        ),
        pytest.param(
            "P07-02",
            lambda item: item.update(en=item["en"].replace("according to the handbook", "")),
            id="finland-as-a-fact-in-english",
        ),
        pytest.param("WP01", lambda item: item.update(source=["s01-01"]), id="ours-as-theirs"),
        pytest.param("WP01", lambda item: item.update(origin="handreiking"), id="ours-renamed"),
        pytest.param("WP01", lambda item: item.update(nl="Doe dit."), id="ours-without-saying-so"),
        pytest.param("L01-01", lambda item: item["dates"][0].update(month=13), id="no-such-month"),
    ],
)
def test_refuses_a_planted_fault(item: str, change: Change) -> None:
    content = {"items": [copy.deepcopy(RAW[item])]}
    assert errors(content) == []

    change(content["items"][0])
    assert errors(content) != []


def test_a_key_that_stands_twice_is_refused() -> None:
    with pytest.raises(YAMLError, match="'nl' x 2"):
        read_strictly("nl: een\nen: one\nnl: twee\n")
