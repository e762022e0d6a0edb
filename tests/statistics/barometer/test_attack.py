"""An attack on what may be shown: every table it allows is searched for a small count."""

from dataclasses import replace
from itertools import product

import pytest
from scipy.optimize import linprog

from tests.statistics.barometer.tables import GRID, divided, line
from tests.statistics.frozen import frozen
from waterpas.measure.barometers.closed import FEWEST, closed_lines

ATTACK = GRID["attack"]
WHOLE = "hele organisatie"


def tables(cell, draws):
    """Drawn tables of the whole and its parts, in which some group is often small."""
    random = frozen([GRID["seed"], cell["whole"], *cell["parts"], cell["decimals"]])
    for _ in range(draws):
        parts = []
        for jobs in cell["parts"]:
            few = random.randint(0, 40, size=2)
            few = [int(each) % (jobs // 3) for each in few]
            parts.append((jobs - sum(few), *few))
        left = cell["whole"] - sum(cell["parts"])
        if left:
            some = [int(each) % (left + 1) for each in random.randint(0, 12, size=2)]
            some[1] = min(some[1], left - some[0])
            parts.append((left - sum(some), *some))
        yield parts, len(cell["parts"])


def lines_of(parts, shown, decimals):
    """The lines that would be published: the whole, and the parts of which there is a row."""
    everything = tuple(map(sum, zip(*parts, strict=True)))
    some = [line(counts, decimals, part=f"deel {at}") for at, counts in enumerate(parts[:shown])]
    return [line(everything, decimals, part=WHOLE), *some]


def allowed(boxes, jobs, total, cell):
    """The fewest and the most that one count can be, by everything that is shown.

    The unknowns are all counts of all parts; each lies in its box, those of a part add up to its
    jobs, and those of an origin to what the whole allows. Such a table of sums has whole corners,
    so the ends of this linear programme are whole numbers that do occur.
    """
    parts = len(boxes)
    goal = [0] * (3 * parts)
    goal[3 * cell[0] + cell[1]] = 1
    rows = [[int(at // 3 == part) for at in range(3 * parts)] for part in range(parts)]
    columns = [[int(at % 3 == origin) for at in range(3 * parts)] for origin in range(3)]
    under = [*columns, *([-each for each in column] for column in columns)]
    limits = [*(high for _low, high in total), *(-low for low, _high in total)]
    bounds = [box for row in boxes for box in row]
    ends = [
        linprog([sign * each for each in goal], under, limits, rows, jobs, bounds).fun * sign
        for sign in (1, -1)
    ]
    return round(ends[0]), round(ends[1])


def boxes_of(lines, parts, closed):
    """What is shown of each part, and of the whole: between what each count lies."""
    named = {each.part: each for each in lines if (each.part, "") not in closed}
    boxes = [_box(named.get(f"deel {number}"), sum(counts)) for number, counts in enumerate(parts)]
    return boxes, _box(named.get(WHOLE), sum(map(sum, parts)))


def _box(shown, jobs):
    if shown is None:
        return [(0, jobs)] * 3
    return [(count.low, count.high) for count in (shown.count(at) for at in range(3))]


def told(lines, parts, closed):
    """The small counts that are told too closely: part, origin, and between what it must lie."""
    boxes, total = boxes_of(lines, parts, closed)
    jobs = list(map(sum, parts))
    for number, counts in enumerate(parts):
        for at in range(3):
            if counts[at] < FEWEST:
                low, high = allowed(boxes, jobs, total, (number, at))
                is_all = (low, high) == (0, jobs[number])
                if high - low + 1 < ATTACK["width"] and not is_all:
                    yield number, at, (low, high)


def leaks(closing, *, draws):
    """How many tables of the grid tell a small count; and how many showed all, or a part."""
    found, shown = 0, 0
    for cell in ATTACK["tables"]:
        for parts, rows in tables(cell, draws):
            lines = lines_of(parts, rows, cell["decimals"])
            closed = closing(lines)
            shown += any((each.part, "") not in closed for each in lines[1:])
            found += any(told(lines, parts, closed))
    return found, shown


def draws_of(prove):
    return ATTACK["draws"] if prove else ATTACK["draws"] // 10


@pytest.mark.proof
def test_no_small_count_can_be_worked_out_from_what_may_be_shown(prove):
    found, shown = leaks(lambda lines: closed_lines(lines, WHOLE), draws=draws_of(prove))

    assert found == 0
    assert shown > draws_of(prove) / 4  # a rule that closes everything tells nothing, and fails


@pytest.mark.proof
def test_without_the_rule_for_what_is_left_the_attack_finds_small_counts(prove):
    def only_small(lines):
        alone = [closed_lines([each], None) for each in lines]
        return set().union(*alone)

    found, _shown = leaks(only_small, draws=draws_of(prove))

    assert found > draws_of(prove) / 10


@pytest.mark.parametrize("count", [4, 9])
@pytest.mark.parametrize("at", [1, 2])
def test_three_groups_are_hidden_together(at, count):
    """From two of three percentages everybody knows the third."""
    counts = [235, 15, 15]
    counts[at] = count
    lines = [line(tuple(counts), 0, part="deel 0")]

    assert closed_lines(lines, None) == {("deel 0", "")}


def test_the_whole_stays_while_its_parts_go():
    lines = lines_of([(390 - 45, 5, 40), (310 - 30, 15, 15)], 2, 1)

    assert closed_lines(lines, WHOLE) == {("deel 0", ""), ("deel 1", "")}


def test_parts_that_tell_nothing_of_each_other_stay():
    lines = lines_of([(300, 30, 60), (250, 30, 30)], 2, 0)

    assert closed_lines(lines, WHOLE) == set()


def test_a_part_that_may_lie_in_another_closes_all_parts():
    """Managers are among those in the high scales: what is left of those is told as well."""
    high, low, managers = (250, 25, 35), (300, 40, 50), (40, 16, 33)
    lines = [*lines_of([low, high], 2, 1), line(managers, 1, part="leidinggevend")]

    assert closed_lines(lines[:3], WHOLE) == set()
    assert closed_lines(lines, WHOLE) == {(each.part, "") for each in lines[1:]}


def test_who_came_and_who_went_are_closed_together():
    """What the whole grew by is who came minus who went."""
    before, now = (600, 40, 60), (605, 42, 63)
    came, went = (42, 4, 14), (25, 12, 13)
    lines = [
        line(before, 0, part=WHOLE, year="2023"),
        line(now, 0, part=WHOLE, year="2024"),
        line(came, 0, part="instroom", year="2024"),
        line(went, 0, part="uitstroom", year="2024"),
    ]
    hidden = replace(line(came, 0, hidden=[0, 1, 2]), part="instroom", year="2024")

    assert closed_lines([*lines[:2], hidden, lines[3]], WHOLE) == {("uitstroom", "2024")}
    assert closed_lines([*lines[:2], lines[3]], WHOLE) == set()
    assert closed_lines(lines, WHOLE) == {("instroom", "2024"), ("uitstroom", "2024")}


def test_a_part_is_closed_in_both_years():
    lines = [
        line(counts, 0, part=part, year=year)
        for part, year, counts in [
            (WHOLE, "2023", (600, 50, 60)),
            (WHOLE, "2024", (600, 50, 70)),
            ("schaal 9 en hoger", "2023", (300, 20, 20)),
            ("schaal 9 en hoger", "2024", (300, 20, 4)),
        ]
    ]

    assert closed_lines(lines, WHOLE) == {
        ("schaal 9 en hoger", "2023"),
        ("schaal 9 en hoger", "2024"),
    }


def test_what_the_source_hid_is_not_told_by_the_others():
    one, two, all_hidden = (
        line((300, 30, 40), 0, hidden=hidden) for hidden in [[1], [1, 2], [0, 1, 2]]
    )

    assert closed_lines([one], None) == {("deel", "")}
    assert closed_lines([two], None) == set()
    assert closed_lines([all_hidden], None) == set()
    assert closed_lines([line((300, 3, 4), 0, hidden=[1, 2])], None) == {("deel", "")}


def test_without_a_number_of_jobs_nothing_may_be_shown():
    without = replace(line((300, 30, 40), 0), jobs=None)

    assert closed_lines([without], "deel") == {("deel", "")}


def test_the_search_finds_the_ends_that_trying_every_table_finds():
    boxes = [[(0, 4), (1, 3), (0, 6)], [(2, 5), (0, 2), (1, 3)]]
    jobs, total = [6, 7], [(4, 6), (2, 4), (3, 5)]
    tables = [
        (one, other)
        for one, other in product(divided(6), divided(7))
        if all(fits(counts, box) for counts, box in zip((one, other), boxes, strict=True))
        and fits([a + b for a, b in zip(one, other, strict=True)], total)
    ]

    assert len(tables) > 5
    for part, at in product(range(2), range(3)):
        values = [table[part][at] for table in tables]
        assert allowed(boxes, jobs, total, (part, at)) == (min(values), max(values))


def fits(counts, box):
    return all(low <= count <= high for count, (low, high) in zip(counts, box, strict=True))
