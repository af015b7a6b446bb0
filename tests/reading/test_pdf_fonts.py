"""PDFs that name a Chinese font without holding it, on a machine that has none either."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from builders import Box, to_pdf

# A process of its own: pdfium keeps its fonts as long as it runs.
_BARE = """
import sys
import pypdfium2
for name in ("EnumFonts", "MapFont", "GetFont"):
    setattr(pypdfium2.PdfSysfontBase, name, lambda self, *asked: None)
if sys.argv[2] == "without":
    class Bare(pypdfium2.PdfSysfontBase):
        pass
    Bare().setup()
from drafter.reading.pdf import read_pdf
with open(sys.argv[1], "rb") as file:
    (table,) = read_pdf(file.read(), "").blocks
for row in table.rows:
    print("|".join(cell.text for cell in row))
"""
# The third column has room for four characters: the fifth stands in a line of its own.
ROWS = [
    [Box("项目名称"), Box("渠道清淤（2027 年度）"), Box("一次性项目")],
    [Box("资金总额"), Box("1,260,000.00元"), Box("≥95(%)")],
]
WIDTHS = (60, 160, 52)


def read_without_fonts(path: Path, squares: str) -> list[str]:
    command = [sys.executable, "-X", "utf8", "-c", _BARE, str(path), squares]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.split("\n")[:-1]


def test_a_character_alone_in_its_line_is_read_without_its_font(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(to_pdf(ROWS, widths=WIDTHS))
    assert read_without_fonts(path, "with") == ["|".join(cell.text for cell in row) for row in ROWS]


def test_pdfium_by_itself_would_lose_it(tmp_path: Path) -> None:
    # The day this fails the font of squares can go.
    path = tmp_path / "a.pdf"
    path.write_bytes(to_pdf(ROWS, widths=WIDTHS))
    assert "一次性项目" not in "".join(read_without_fonts(path, "without"))


def test_a_font_supplied_by_somebody_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(to_pdf(ROWS, widths=WIDTHS))
    code = _BARE.replace("class Bare", "class Theirs").replace("Bare()", "theirs = Theirs(); theirs")
    code += "\nassert pypdfium2.PdfSysfontBase.SINGLETON is theirs"
    subprocess.run([sys.executable, "-X", "utf8", "-c", code, str(path), "without"], check=True, capture_output=True)
