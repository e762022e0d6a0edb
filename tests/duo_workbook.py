"""A workbook of the shape that Statistics Netherlands gave the DUO checks, with a few of its rows.

Source of the figures: CBS, "ontvangers uitwonendenbeurs, herkomst", May 2024, tables 1 and 2;
typed over, rounded to tens as published.
"""

from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook

NAME = "duo_cub_cbs.xlsx"
# The names stand over several lines, as in the published workbook.
HEADER = (
    "Nr",
    "Category",
    "Total\n\n\n(number)",
    "Country of origin: NL\n\n(number)",
    "Country of origin:\nEurope (excl. NL)\n\n(number)",
    "Country of origin:\nOutside Europe\n\n(number)",
)
Rows = Mapping[str, tuple[int, int, int, int]]

# Total, NL, Europe, outside Europe.
ROWS_2014: Rows = {
    "Total": (248_650, 178_200, 15_630, 54_820),
    "Risk category 6": (34_050, 16_380, 4_630, 13_040),
    "Risk category 5": (84_960, 67_300, 4_530, 13_130),
    "Risk category 4": (65_900, 54_130, 3_190, 8_580),
    "Risk category 3": (20_950, 15_110, 1_150, 4_680),
    "Risk category 2": (26_060, 16_610, 1_330, 8_120),
    "Risk category 1": (16_740, 8_670, 790, 7_280),
    "Selected for control: yes": (3_180, 1_050, 120, 2_010),
    "Outcome house visit: unduly": (1_240, 130, 50, 1_060),
    "Risk category 6 & Selected for control: yes": (140, 50, 10, 80),
    "Risk category 5 & Selected for control: yes": (220, 180, 10, 30),
    "Risk category 4 & Selected for control: yes": (290, 220, 10, 60),
    "Risk category 3 & Selected for control: yes": (130, 70, 10, 50),
    "Risk category 2 & Selected for control: yes": (480, 140, 20, 320),
    "Risk category 1 & Selected for control: yes": (1_920, 390, 70, 1_460),
    "Risk category 6 & Outcome house visit: unduly": (30, 10, 0, 20),
    "Risk category 5 & Outcome house visit: unduly": (10, 0, 0, 10),
    "Risk category 4 & Outcome house visit: unduly": (30, 10, 0, 20),
    "Risk category 3 & Outcome house visit: unduly": (30, 10, 0, 30),
    "Risk category 2 & Outcome house visit: unduly": (210, 20, 10, 180),
    "Risk category 1 & Outcome house visit: unduly": (930, 90, 30, 810),
}
ROWS_2019: Rows = {
    "Total": (50_230, 27_890, 2_770, 19_580),
    "Risk category 6": (11_260, 2_670, 620, 7_970),
    "Risk category 5": (8_860, 6_150, 480, 2_230),
    "Risk category 4": (10_780, 7_710, 620, 2_460),
    "Risk category 3": (4_490, 2_900, 260, 1_330),
    "Risk category 2": (7_230, 4_360, 390, 2_480),
    "Risk category 1": (7_620, 4_100, 400, 3_120),
    "Selected for control: yes": (930, 260, 30, 640),
    "Outcome house visit: unduly": (330, 70, 10, 250),
    "Risk category 6 & Selected for control: yes": (40, 10, 0, 30),
    "Risk category 5 & Selected for control: yes": (10, 0, 0, 10),
    "Risk category 4 & Selected for control: yes": (20, 10, 0, 10),
    "Risk category 3 & Selected for control: yes": (30, 10, 0, 20),
    "Risk category 2 & Selected for control: yes": (110, 40, 0, 70),
    "Risk category 1 & Selected for control: yes": (730, 200, 30, 500),
    "Risk category 6 & Outcome house visit: unduly": (20, 0, 0, 20),
    "Risk category 5 & Outcome house visit: unduly": (10, 0, 0, 10),
    "Risk category 4 & Outcome house visit: unduly": (10, 0, 0, 10),
    "Risk category 3 & Outcome house visit: unduly": (10, 0, 0, 10),
    "Risk category 2 & Outcome house visit: unduly": (30, 10, 0, 30),
    "Risk category 1 & Outcome house visit: unduly": (250, 60, 10, 190),
}
SHEETS = {"Table 1": ROWS_2014, "Table 2": ROWS_2019}


def duo_workbook(folder: Path) -> Path:
    """Write the workbook: a cover first, the names of the columns in the fourth row."""
    book = Workbook()
    book.active.title = "Cover"
    for title, rows in SHEETS.items():
        sheet = book.create_sheet(title)
        for line in ((title,), ("Students in the college grant population",), (), HEADER):
            sheet.append(line)
        for number, (label, counts) in enumerate(rows.items(), start=1):
            sheet.append((number, label, *counts))
        sheet.append(())
        sheet.append(("Bron: CBS",))
    path = folder / NAME
    book.save(path)
    return path
