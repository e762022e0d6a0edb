"""How fast the reading aid is beside what others would use: only ratios, in one run.

Each round has a text of its own that nobody has seen before, so that what is remembered of words
helps as far as it helps on the next document of a municipality, and no further.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.hits import Compared, OneAfterTheOther, compare
from benchmarks.paired import Paired, paired
from benchmarks.policy_text import Writer
from benchmarks.spacy_phrases import SpacyPhrases
from waterpas.reading import Document, cards
from waterpas.reading.lexicon import find_literals, literals
from waterpas.reading.lexicon.lowered import lowered
from waterpas.reading.matching import read
from waterpas.reading.passages import own_blocks
from waterpas.reading.splitting import Sentences

ROUNDS = 9
PAGES, PAGES_OF_REGEXES, PAGES_TO_WARM_UP = 200, 20, 40
SEEDS = {"warm-up": 1, "whole": 1_000, "cards": 2_000, "literals": 3_000, "regexes": 4_000}


Way = Callable[[list[Document]], None]


@dataclass(frozen=True)
class Demand:
    """What must be how many times as fast; `at_least` None: told, not demanded."""

    name: str
    at_least: float | None
    paired: Paired
    words: int
    pages: int

    @property
    def is_met(self) -> bool:
        """Whether the middle of the ratios is high enough."""
        return self.at_least is None or self.paired.ratio >= self.at_least


@dataclass(frozen=True)
class Result:
    """All that was measured."""

    demands: tuple[Demand, ...]
    literals: int
    spacy: str
    beside_spacy: Compared
    beside_regexes: Compared

    @property
    def faults(self) -> list[str]:
        """One sentence for each thing that is not as it should be."""
        slow = [
            f"{one.name}: {one.paired.ratio:.2f} times as fast, and {one.at_least} is asked."
            for one in self.demands
            if not one.is_met
        ]
        differ = [
            f"The finds differ from those of {name}: {', '.join(found.differ[:5])}."
            for name, found in (("spaCy", self.beside_spacy), ("re", self.beside_regexes))
            if found.differ
        ]
        return slow + differ


def measure(rounds: int = ROUNDS, pages: int = PAGES) -> Result:
    """Warm up, measure everything, and compare the finds."""
    words = literals()
    spacy, regexes = SpacyPhrases(words), OneAfterTheOther(words)
    peers = Peers(spacy, regexes)
    first = Writer(SEEDS["warm-up"]).documents(PAGES_TO_WARM_UP)
    for way in (peers.whole, peers.cards, peers.literals, peers.spacy):
        way(first)
    few = max(1, pages * PAGES_OF_REGEXES // PAGES)
    demands = (
        _demand("whole", 1.0, peers.whole, peers.spacy, rounds, pages),
        _demand("literals", 3.0, peers.literals, peers.spacy, rounds, pages),
        _demand("regexes", 5.0, peers.literals, peers.regexes, rounds, few),
        _demand("cards", None, peers.cards, peers.spacy, rounds, pages),
    )
    texts = list(_texts(Writer(SEEDS["literals"]).documents(pages)))
    return Result(
        demands=demands,
        literals=len(words),
        spacy=spacy.version,
        beside_spacy=compare(find_literals, spacy.find, spacy.edges, texts),
        beside_regexes=compare(
            find_literals,
            lambda text: regexes.find(lowered(text)),
            everywhere,
            texts[: len(texts) * few // pages],
        ),
    )


@dataclass(frozen=True)
class Peers:
    """The same work in each of the ways, on documents that are in memory."""

    matcher: SpacyPhrases
    one_by_one: OneAfterTheOther

    def whole(self, documents: list[Document]) -> None:
        """The whole lexicon: words, forms, compounds, and what makes them hold in a sentence."""
        for document in documents:
            read(
                [
                    (Sentences(block.text), block.under[-1] if block.under else "")
                    for _, block in own_blocks(document)
                ]
            )

    def cards(self, documents: list[Document]) -> None:
        """Everything: the lexicon, the cards, what is absent, and the help with readability."""
        for document in documents:
            cards(document, view="all")

    def literals(self, documents: list[Document]) -> None:
        """The exact words alone."""
        for text in _texts(documents):
            find_literals(text)

    def spacy(self, documents: list[Document]) -> None:
        """spaCy, its tokenizer included."""
        for text in _texts(documents):
            self.matcher.find(text)

    def regexes(self, documents: list[Document]) -> None:
        """One regular expression after the other."""
        for text in _texts(documents):
            self.one_by_one.find(lowered(text))


def _texts(documents: list[Document]) -> Iterator[str]:
    return (block.text for document in documents for block in document.blocks)


def everywhere(text: str) -> tuple[set[int], set[int]]:
    """Regular expressions have no tokens: a find may begin and end at any place."""
    return set(range(len(text))), set(range(len(text) + 1))


def _demand(
    name: str, at_least: float | None, ours: Way, theirs: Way, rounds: int, pages: int
) -> Demand:
    first = SEEDS[name]
    texts = [Writer(seed).documents(pages) for seed in range(first, first + rounds)]
    words = sum(len(text.split()) for text in _texts(texts[0]))
    return Demand(name, at_least, paired(ours, theirs, texts), words, pages)
