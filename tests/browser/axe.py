"""axe-core on a page: which rules it breaks, and where."""

from pathlib import Path

SOURCE = (Path(__file__).parent / "assets/axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults(page) -> dict[str, list[str]]:
    """The broken rules, each with the elements that break it."""
    page.evaluate(SOURCE)
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    return {
        rule["id"]: [" ".join(map(str, node["target"])) for node in rule["nodes"]]
        for rule in found["violations"]
    }
