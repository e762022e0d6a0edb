"""Whether this run is that of a CI: there, nothing may be left out unseen."""

import os

YES = {"1", "true", "yes"}


def in_ci() -> bool:
    """Whether CI is 1, true or yes; not set, empty, 0, false and no are all no."""
    return os.environ.get("CI", "").strip().lower() in YES
