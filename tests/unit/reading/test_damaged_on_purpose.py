"""Cut off or bent bytes: a document comes out, or one sentence; never anything else."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.reading.making import ALL
from tests.weight import examples
from waterpas.errors import WaterpasError
from waterpas.reading import Document, read

GOOD = {kind: make() for kind, make in ALL.items()}
places = st.floats(0, 1, exclude_max=True)


def tried(kind, content):
    for name in (f"nota.{kind}", None):
        with suppress(WaterpasError):
            assert isinstance(read(bytes(content), name=name), Document)


@pytest.mark.parametrize("kind", GOOD)
@given(at=places)
@examples(25)
def test_a_document_that_was_cut_off(kind, at):
    tried(kind, GOOD[kind][: int(at * len(GOOD[kind]))])


@pytest.mark.parametrize("kind", GOOD)
@given(changes=st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=8))
@examples(40)
def test_a_document_with_bent_bytes(kind, changes):
    content = bytearray(GOOD[kind])
    for at, value in changes:
        content[int(at * len(content))] = value
    tried(kind, content)


@given(st.binary(max_size=300), st.sampled_from([*GOOD, "docm", "doc", "htm", "md"]))
@examples(60)
def test_bytes_of_any_kind(content, kind):
    tried(kind, content)


@pytest.mark.parametrize("kind", ["docx", "odt"])
@given(changes=st.lists(st.tuples(places, st.integers(32, 126)), min_size=1, max_size=6))
@examples(40)
def test_a_package_with_bent_contents(kind, changes):
    """The bytes inside the zip are bent, so that its checksums do not catch them."""
    import io
    import zipfile

    from tests.unit.reading.making import zipped

    with zipfile.ZipFile(io.BytesIO(GOOD[kind])) as package:
        members = {name: bytearray(package.read(name)) for name in package.namelist()}
    for name in members:
        if name.endswith(("document.xml", "styles.xml", "content.xml", ".rels")):
            for at, value in changes:
                members[name][int(at * len(members[name]))] = value
    tried(kind, zipped({name: bytes(content) for name, content in members.items()}))
