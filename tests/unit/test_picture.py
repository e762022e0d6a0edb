import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.tallies import duo_2014, tally_of
from waterpas.disclosure import release
from waterpas.explain.html import levels
from waterpas.explain.picture import Sheet, legend, level_svg, picture
from waterpas.explain.picture_level import level, percent, span_of
from waterpas.explain.picture_rows import rows_of, spoken
from waterpas.explain.picture_scale import Scale
from waterpas.measure.chain import chain
from waterpas.measure.groups import compare_groups
from waterpas.results import Certainty, Estimate, Interval, Question

EIGHT = Scale("ratio", 8.0)
SVG = "{http://www.w3.org/2000/svg}"


def estimate(value, low, high, outer=None):
    return Estimate(value, Interval(low, high), "katz", outer=outer)


def parts(figure, certainty=Certainty.DIFFERENCE, scale=EIGHT):
    """The elements of one level, by class."""
    drawn = level(figure, scale=scale, certainty=certainty, lang="nl")
    root = ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>')
    found = {}
    for element in root.iter():
        for name in element.get("class", "").split():
            found.setdefault(name, []).append(element)
    return found


def number(element, name):
    return float(element.get(name).rstrip("%"))


def duo():
    return chain(duo_2014(), across="herkomst", reference="NL")


class TestOneLevel:
    def test_the_bubble_runs_from_the_lower_to_the_upper_limit(self):
        (bubble,) = parts(estimate(1.0, 0.5, 2.0))["wp-bubble"]

        assert number(bubble, "x") == pytest.approx(percent(1 / 3), abs=0.01)
        assert number(bubble, "width") == pytest.approx(percent(2 / 3) - percent(1 / 3), abs=0.01)

    def test_the_dot_lies_at_the_estimate_in_a_round_shape(self):
        (dot,) = parts(estimate(4.0, 2.0, 6.0))["wp-dot"]

        assert number(dot, "cx") == pytest.approx(percent(EIGHT.at(4)), abs=0.01)
        assert not dot.get("r").endswith("%")

    def test_a_narrow_interval_stays_visible_around_its_dot(self):
        span = span_of(Interval(2.0, 2.0), 2.0, EIGHT)

        assert span.width == pytest.approx(3.4)
        assert span.left < percent(EIGHT.at(2)) < span.right

    def test_two_lines_stand_on_either_side_of_the_middle(self):
        lines = parts(estimate(1.0, 0.9, 1.1))["wp-even"]

        assert [number(line, "x1") for line in lines] == [47.5, 52.5]

    @pytest.mark.parametrize("certainty", [Certainty.NOT_SHOWN, Certainty.TOO_FEW])
    def test_what_must_not_be_read_alone_has_dashes_and_a_hollow_dot(self, certainty):
        found = parts(estimate(1.5, 0.7, 3.0), certainty)

        assert found["wp-bubble-unsure"][0].get("stroke-dasharray")
        assert found["wp-dot-unsure"][0].get("fill") == "none"

    @pytest.mark.parametrize("certainty", [Certainty.DIFFERENCE, Certainty.INDICATION])
    def test_what_may_be_read_alone_has_neither(self, certainty):
        found = parts(estimate(1.5, 1.2, 1.9), certainty)

        assert "wp-bubble-unsure" not in found
        assert found["wp-dot"][0].get("fill") == "currentColor"

    def test_an_estimate_without_interval_has_dashes(self):
        assert "wp-bubble-unsure" in parts(Estimate(1.5, None, "katz"))

    @pytest.mark.parametrize(
        ("low", "high", "arrows"), [(0.5, 2, 0), (0.5, 20, 1), (0.01, 2, 1), (0.01, 20, 2)]
    )
    def test_an_interval_off_the_scale_ends_in_an_arrow(self, low, high, arrows):
        found = parts(estimate(1.0, low, high))

        assert len(found.get("wp-arrow", [])) == arrows
        bubble = found["wp-bubble"][0]
        assert number(bubble, "x") > 0
        assert number(bubble, "x") + number(bubble, "width") < 100

    def test_an_estimate_off_the_scale_has_no_dot(self):
        assert "wp-dot" not in parts(estimate(0.0, 0.0, 0.7))

    def test_rounding_draws_a_second_outline_around_the_bubble(self):
        found = parts(estimate(1.3, 1.08, 1.57, outer=Interval(1.0, 1.7)))
        outer, bubble = found["wp-outer"][0], found["wp-bubble"][0]

        assert number(outer, "x") < number(bubble, "x")
        assert number(outer, "width") > number(bubble, "width")
        assert "wp-outer" not in parts(estimate(1.3, 1.08, 1.57))

    def test_no_figure_is_an_empty_tube_that_says_so(self):
        found = parts(None)

        assert [word.text for word in found["wp-word"]] == ["niet getoond"]
        assert not {"wp-bubble", "wp-dot", "wp-tick"} & set(found)


class TestWholePicture:
    def test_has_a_level_per_group_and_step_but_none_for_a_hit_rate(self):
        shown = [(row.step.id, row.group.group["herkomst"]) for row in rows_of(duo())]

        assert shown == [
            ("high-risk", "Europa"),
            ("high-risk", "buiten Europa"),
            ("selected", "Europa"),
            ("selected", "buiten Europa"),
        ]
        assert picture(duo()).count('"wp-tube"') == 4
        assert "onterecht" not in picture(duo())

    def test_the_most_telling_group_comes_first(self):
        drawn = picture(duo())

        assert drawn.index(">Herkomst buiten Europa") < drawn.index(">Herkomst Europa")

    def test_is_one_image_with_a_name_and_the_sentences(self):
        root = ElementTree.fromstring(picture(duo()))

        assert root.get("role") == "img"
        assert "Herkomst buiten Europa" in root.findtext(f"{SVG}title")
        said = root.findtext(f"{SVG}desc")
        assert "6,2 keer zo vaak, de onzekerheid loopt van 5,8 tot 6,7." in said

    def test_holds_real_words_and_their_numbers(self):
        words = " ".join(e.text for e in ElementTree.fromstring(picture(duo())).iter(f"{SVG}text"))

        for part in ("6,2 keer", "5,8 tot 6,7", "2.010 van 54.820 studenten", "Bron: test"):
            assert part in words

    def test_stands_alone_under_a_strict_policy(self):
        drawn = picture(duo())

        assert not re.search(r"style=|<style|<script|href=|url\(|\bon\w+=", drawn)
        assert 'width="640"' in drawn
        assert 'fill="' in drawn

    def test_has_no_ids_that_could_clash_on_a_page(self):
        assert " id=" not in picture(duo())

    def test_holds_no_number_that_is_none(self):
        tally = tally_of({("a",): (0, 50), ("b",): (0, 30), ("c",): (30, 30)}, by=("g",))
        drawn = picture(compare_groups(tally, across="g", reference="a"))

        assert not re.search(r"\bnan|\binf|none", drawn.lower().replace('"none"', ""))

    def test_escapes_what_comes_from_the_table(self):
        name = '<script>"&'
        tally = tally_of({("a",): (9, 90), (name,): (30, 90)}, by=("g",))
        drawn = picture(compare_groups(tally, across="g", reference="a"))

        assert "<script>" not in drawn
        assert name in "".join(ElementTree.fromstring(drawn).itertext())

    def test_long_names_break_into_lines(self):
        tally = tally_of({("a",): (9, 90), ("een heel lange naam " * 5,): (30, 90)}, by=("g",))
        drawn = ElementTree.fromstring(picture(compare_groups(tally, across="g", reference="a")))
        wide = [g for g in drawn.iter(f"{SVG}g") if g.get("display") == "none"]
        of_wide = {id(text) for group in wide for text in group.iter(f"{SVG}text")}
        lines = list(drawn.iter(f"{SVG}text"))

        assert max(len(text.text or "") for text in lines if id(text) not in of_wide) < 60
        assert max(len(text.text or "") for text in lines if id(text) in of_wide) < 98

    def test_a_group_that_is_too_small_keeps_its_place_without_a_figure(self):
        tally = tally_of({("a",): (400, 900), ("b",): (3, 20), ("c",): (300, 900)}, by=("g",))
        result = release(compare_groups(tally, across="g", reference="a"), audience="public").result
        drawn = picture(result)

        assert drawn.count("wp-tube-empty") == 1
        assert "3 van 20" not in drawn

    def test_strata_have_headings_of_their_own(self):
        cells = {
            ("a", "x"): (9, 90),
            ("b", "x"): (20, 90),
            ("a", "y"): (9, 90),
            ("b", "y"): (30, 90),
        }
        result = compare_groups(
            tally_of(cells, by=("g", "s")), across="g", reference="a", by=("s",)
        )

        assert ">S x, vergeleken met a<" in picture(result)
        assert ">S y, vergeleken met a<" in picture(result)


class TestLevelOnAPage:
    def test_says_whom_what_and_how_sure(self):
        row = rows_of(duo())[3]

        assert spoken(row, "ratio", "nl") == (
            "Gekozen voor controle, herkomst buiten Europa, vergeleken met Nederland: "
            "6,2 keer zo vaak, de onzekerheid loopt van 5,8 tot 6,7."
        )

    def test_the_sentence_is_its_name(self):
        row = rows_of(duo())[3]
        root = ElementTree.fromstring(level_svg(row, scale=EIGHT, lang="nl"))

        assert root.get("aria-label") == spoken(row, "ratio", "nl")

    def test_a_weak_figure_says_how_weak(self):
        tally = tally_of({("a",): (40, 400), ("b",): (12, 100)}, by=("g",))
        (row,) = rows_of(compare_groups(tally, across="g", reference="a"))

        assert spoken(row, "ratio", "nl").endswith(", niet aangetoond.")

    def test_no_figure_says_only_that(self):
        tally = tally_of({("a",): (40, 400), ("b",): (2, 10)}, by=("g",), question=Question())
        result = release(compare_groups(tally, across="g", reference="a"), audience="public").result

        assert spoken(rows_of(result)[0], "ratio", "nl").endswith(": niet getoond.")

    def test_it_says_difference_in_points_where_a_ratio_does_not_exist(self):
        tally = tally_of({("a",): (0, 400), ("b",): (60, 400)}, by=("g",))
        (row,) = rows_of(compare_groups(tally, across="g", reference="a"))

        assert "+150,0 per 1.000" in spoken(row, "points", "nl")

    def test_an_unnamed_language_of_a_label_falls_back_to_the_code(self):
        result = duo()
        step = replace(result.steps[1], label={})
        row = replace(rows_of(result)[3], step=step)

        assert spoken(row, "ratio", "nl").startswith("Selected,")


class TestLegend:
    def test_says_what_the_drawing_is_and_what_its_lines_are_not(self):
        said = " ".join(legend(duo(), "nl"))

        for part in (
            "een waterpas: gereedschap met een luchtbel",
            "de plek van de luchtbel als er geen verschil is",
            "precies in het midden betekent: gelijk",
            "geen grens van wat mag",
            "Bij elk streepje onder de buis wordt het 2 keer zo veel.",
            "De kleur zegt niets.",
            "de onzekerheid met afronding erbij",
        ):
            assert part in said

    def test_of_points_says_how_far_the_marks_are_apart(self):
        tally = tally_of({("a",): (0, 400), ("b",): (60, 400)}, by=("g",))
        said = " ".join(legend(compare_groups(tally, across="g", reference="a"), "nl"))

        assert "overal even ver uit elkaar: 100 per 1.000." in said
        assert "keer zo veel" not in said

    def test_where_nothing_is_drawn_there_is_nothing_to_explain(self):
        result = compare_groups(
            tally_of({("a",): (20, 100), ("b",): (0, 0)}, by=("g",)), across="g", reference="a"
        )

        assert legend(result, "nl") == []
        assert "<figcaption" not in levels(result, "nl")
        assert "luchtbel" not in picture(result, "nl")


def ends_of(group):
    return [float(group[at].get("y")) for at in (0, -1)]


@pytest.mark.parametrize("soft", [True, False])
def test_words_that_need_fewer_lines_on_a_wide_screen_are_there_for_both(soft):
    sheet = Sheet()
    for words in ("woord " * 30, "twee " * 20):
        sheet.text(words, size=12.5, soft=soft, signs=45)
    sheet.drawing("", 20)
    sheet.text("kort", size=12.5, soft=soft, signs=45)
    drawn = ElementTree.fromstring(sheet.svg(name="", description="", lang="nl"))
    wide, narrow = (g for g in drawn.findall(f"{SVG}g") if g.get("class"))

    assert (wide.get("class"), wide.get("display")) == ("wp-at-wide", "none")
    assert (narrow.get("class"), narrow.get("display")) == ("wp-at-narrow", None)
    for word, times in (("woord", 30), ("twee", 20)):
        assert ["".join(group.itertext()).count(word) for group in (wide, narrow)] == [times] * 2
    assert len(wide) < len(narrow) == 8
    (first, last), (narrow_first, narrow_last) = ends_of(wide), ends_of(narrow)
    assert first == narrow_first if soft else last == narrow_last
    assert last - first == 19 * (len(wide) - 1)  # no line is left open between them
    assert float(drawn.findall(f"{SVG}text")[0].get("y")) > max(last, narrow_last)


def test_the_paper_ends_below_the_last_line_on_a_wide_screen_too():
    sheet = Sheet()
    sheet.drawing("", 20)
    sheet.text("woord " * 30, size=12.5, soft=True, signs=45)
    drawn = ElementTree.fromstring(sheet.svg(name="", description="", lang="nl"))
    papers = [float(paper.get("height")) for paper in drawn.findall(f"{SVG}rect")]
    wide, narrow = (ends_of(g)[1] for g in drawn.findall(f"{SVG}g") if g.get("class"))

    assert papers == [wide + 18, narrow + 18]
    assert papers[1] == float(drawn.get("height"))
