"""Flesch-Douma: a formula of sentence length and word length for Dutch."""

START, PER_WORD, PER_SYLLABLE = 206.835, 0.93, 77


def flesch_douma(*, words: int, sentences: int, syllables: int) -> float:
    """Give Flesch-Douma: 206.835 - 0.93 words per sentence - 77 syllables per word.

    Douma (1960). It looks at length only, and it is not a measure of level B1.
    """
    return START - PER_WORD * words / sentences - PER_SYLLABLE * syllables / words
