"""Whatever people read in Dutch, they can read in English; tools/catalogues.py sees what is not."""

import ast

import polib
import pytest

from tools import ROOT
from tools.catalogues import METADATA, Catalogue, Sentence, catalogues, problems, refresh
from waterpas import errors

SOURCE = ROOT / "src/waterpas"
OUR_ERRORS = {
    name
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, errors.WaterpasError)
}


@pytest.mark.parametrize("catalogue", catalogues(SOURCE), ids=lambda c: c.path.name)
def test_every_sentence_in_the_code_has_its_english(catalogue):
    assert problems(catalogue) == []


def unmarked(source: str) -> list[int]:
    """Lines that raise one of our errors with a sentence the catalogue does not get to see."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in OUR_ERRORS
        and node.args
        and isinstance(node.args[0], ast.Constant | ast.JoinedStr | ast.BinOp)
    ]


def test_every_error_has_a_marked_sentence():
    found = {
        f"{path.relative_to(SOURCE)}:{line}"
        for path in SOURCE.rglob("*.py")
        for line in unmarked(path.read_text(encoding="utf-8"))
    }

    assert found == set()


def test_an_unmarked_error_is_found():
    assert unmarked("raise InputError('Het bestand is leeg.')") == [1]
    assert unmarked("raise errors.CallError(f'Kolom {name} ontbreekt.')") == [1]
    assert unmarked("raise InputError(mark('Het bestand is leeg.'))") == []


PACKAGE = {
    "room.py": 'raise InputError(mark("Kolom %(name)s is er niet."), name=name)\n',
    "web/views.py": 'title = _("Vergelijken")\nngettext("%(n)s groep", "%(n)s groepen", n)\n',
    "web/ui/templates/page.html": "<p>\n  {% translate 'Zo leest u dit' %}</p>\n"
    "{% if a %}\n    {% blocktranslate %}Groep {{ name }}{% endblocktranslate %}\n{% endif %}",
}
ENGLISH = {
    "Kolom %(name)s is er niet.": "There is no column %(name)s.",
    "Vergelijken": "Compare",
    "Zo leest u dit": "How to read this",
    "Groep %(name)s": "Group %(name)s",
}


@pytest.fixture
def package(tmp_path):
    for name, text in PACKAGE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def translate_all(catalogue: Catalogue) -> None:
    refresh(catalogue)
    file = polib.pofile(str(catalogue.path))
    for entry in file:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: "%(n)s group", 1: "%(n)s groups"}
        else:
            entry.msgstr = ENGLISH[entry.msgid]
    file.save(str(catalogue.path))


def change(catalogue: Catalogue, sentence: str, do) -> None:
    file = polib.pofile(str(catalogue.path))
    do(file, file.find(sentence))
    file.save(str(catalogue.path))


def test_finds_marks_gettext_plurals_and_templates(package):
    library, platform = catalogues(package)

    assert library.sentences == {Sentence("Kolom %(name)s is er niet.")}
    assert platform.sentences == {
        Sentence("Vergelijken"),
        Sentence("%(n)s groep", "%(n)s groepen"),
        Sentence("Zo leest u dit"),
        Sentence("Groep %(name)s"),
    }


def test_refreshing_keeps_the_english_and_is_content_then(package):
    for catalogue in catalogues(package):
        translate_all(catalogue)
        refresh(catalogue)

        assert problems(catalogue) == []


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        (lambda file, entry: file.remove(entry), "not in the catalogue"),
        (lambda file, entry: setattr(entry, "msgstr", ""), "no English"),
        (lambda file, entry: entry.flags.append("fuzzy"), "fuzzy"),
        (lambda file, entry: setattr(entry, "msgstr", "No %(nome)s."), "other places"),
        (lambda file, entry: file.append(polib.POEntry(msgid="x", msgstr="y")), "no longer"),
    ],
)
def test_each_planted_fault_is_found(package, fault, found):
    library = catalogues(package)[0]
    translate_all(library)
    change(library, "Kolom %(name)s is er niet.", fault)

    assert [line.startswith(found) for line in problems(library)] == [True]


def test_a_catalogue_says_how_english_makes_plurals(package):
    library = catalogues(package)[0]
    refresh(library)

    assert polib.pofile(str(library.path)).metadata == METADATA
