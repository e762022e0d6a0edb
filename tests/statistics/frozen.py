"""Draws that come out the same with every version of NumPy, for figures that stand on a page."""

from collections.abc import Sequence

import numpy as np


def frozen(seed: Sequence[int]) -> np.random.RandomState:
    """A generator whose stream never changes: NumPy froze RandomState and its distributions.

    `default_rng` may draw otherwise with a new version, so a page that was measured with it is
    true for one version only.
    """
    return np.random.RandomState(np.random.MT19937(np.random.SeedSequence(list(seed))))
