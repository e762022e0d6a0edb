import pytest

from waterpas.web.findings import answers
from waterpas.web.references import urns
from waterpas.web.references.urns import Reference


@pytest.fixture
def answered(monkeypatch):
    """Says how findings are answered: `answered[finding.pk] = Answered(...)`."""
    known: dict[int, answers.Answered] = {}
    monkeypatch.setattr(answers, "_SOURCES", [lambda pks: known])
    return known


@pytest.fixture
def study(monkeypatch):
    """The name of a study that is there."""
    there = Reference("urn:waterpas:study:7", "Wie krijgt heronderzoek?", "/onderzoek/7/")
    finds = {"study": lambda key: there if key == "7" else None}
    monkeypatch.setattr(urns, "_RESOLVERS", urns._RESOLVERS | finds)
    return there.urn
