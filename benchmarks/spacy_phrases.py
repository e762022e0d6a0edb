"""The peer: spaCy's Dutch tokenizer and PhraseMatcher, as its documentation sets them up."""

from collections.abc import Iterable

from benchmarks.hits import Place


class SpacyPhrases:
    """Finds words and phrases without regard to capitals, on the tokens of spaCy."""

    def __init__(self, words: Iterable[str]) -> None:
        import spacy  # not installed for the tests, which read other parts of this folder
        from spacy.matcher import PhraseMatcher

        self.version = spacy.__version__
        language = spacy.blank("nl")
        self._make_doc = language.make_doc
        self._matcher = PhraseMatcher(language.vocab, attr="LOWER")
        self._matcher.add("lexicon", [self._make_doc(word) for word in words])

    def find(self, text: str) -> list[Place]:
        """Give every find, with its place in the text."""
        doc = self._make_doc(text)
        spans = [doc[first:last] for _, first, last in self._matcher(doc)]
        return [(span.start_char, span.end_char, span.text.lower()) for span in spans]

    def edges(self, text: str) -> tuple[set[int], set[int]]:
        """Where tokens begin and where they end."""
        doc = self._make_doc(text)
        begins = {token.idx for token in doc}
        return begins, {token.idx + len(token) for token in doc}
