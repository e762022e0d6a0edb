"""When to warn that an interval may be too narrow."""

ENOUGH_PEOPLE = 50


def interval_may_be_too_narrow(group_total: float, reference_total: float | None = None) -> bool:
    """Whether a group is so small that its interval may be too narrow.

    Answers: "may this interval hold the truth less often than it says?"
    True does not say that this interval is too narrow, and False does not say that the figure is
    right: people may have been missed or miscounted.

    Parameters
    ----------
    group_total : float
        People in the group. Unit: persons; may be broken (an effective number).
    reference_total : float, optional
        People in the reference; leave it out for one rate.

    Returns
    -------
    bool
        Whether either group has fewer than 50 people.

    Notes
    -----
    From coverage computed exactly (``docs/methoden/dekking.md``). With 50 or more people in both
    groups Newcombe's and Miettinen and Nurminen's 95% intervals hold the true difference at
    least 92 times out of 100, at every pair of rates tried; Wilson's holds the true rate of one
    group at least 90 times out of 100. Below 50 some rates give less.

    Examples
    --------
    >>> interval_may_be_too_narrow(49, 1000), interval_may_be_too_narrow(50, 1000)
    (True, False)
    """
    sizes = [group_total] if reference_total is None else [group_total, reference_total]
    return min(sizes) < ENOUGH_PEOPLE
