"""What a document may cost to read. Past a limit a file is refused by a sentence that names the limit.

The figures are far above any filing seen (a whole department's published budget has some 300 pages) and low enough
that a hostile file ends within seconds and a few hundred megabytes.
"""

from __future__ import annotations

from drafter.errors import UnreadableError

MEBI = 1024 * 1024

MAX_FILE = 50 * MEBI
"""Bytes of one document."""

MAX_XLS = 10 * MEBI
"""Bytes of an .xls workbook: its reader keeps every cell as an object, 1.6 million of them at this size."""

MAX_PART = 24 * MEBI
"""Bytes of one unpacked XML part or HTML page."""

MAX_MARKUP = 1_200_000
"""Elements and attributes of one part: each takes up to 250 bytes of memory. A form of 27 rows has about 9,000."""

MAX_PARAGRAPHS = 200_000
"""Paragraphs of a Word document, those in tables included."""

MAX_PACKAGE = 200 * MEBI
"""Bytes of a zip file when unpacked, pictures included."""

MAX_RATIO = 400
"""Unpacked bytes per packed byte of a member past `MAX_PART`: sparse sheets reach 100, a bomb 1,000."""

MAX_MEMBERS = 5_000
"""Members of a zip file."""

MAX_ROWS = 20_000
"""Rows of one worksheet."""

MAX_CELLS = 300_000
"""Cells of a document, blank ones within the used grid included."""

MAX_DEPTH = 20
"""Tables inside tables."""

MAX_PAGES = 500
"""Pages of a PDF."""

MAX_STREAM = 8 * MEBI
"""Bytes of one unpacked stream of a PDF that is neither font nor picture."""

MAX_PICTURE = 32 * MEBI
"""Bytes of one unpacked font, picture or attachment of a PDF."""

MAX_DELIMITERS = 2_500_000
"""Blanks, brackets and the like in one unpacked stream of a PDF: drawing commands need one every two or three bytes,
pictures have one in fourteen, and a stream may call itself a picture and be drawn as commands."""

MAX_INFLATED = 400 * MEBI
"""Bytes of all streams of a PDF when unpacked."""

MAX_CHARACTERS = 3_000_000
"""Characters of a PDF's text layer."""

MAX_PAGE_CHARACTERS = 200_000
"""Characters of one page of a PDF; a dense page has 5,000."""

MAX_PAGE_LINES = 40_000
"""Drawn lines of one page of a PDF. Past it the page is a drawing or a map, and no tables are looked for."""

MAX_UNFOLDED = 32 * MEBI
"""Bytes of drawing commands that one page of a PDF may call for by naming a drawing again and again."""

MAX_FORM_SECONDS = 6.0
"""Wall seconds for opening the pages of a PDF whose drawings hold drawings."""

MAX_SECONDS = 10.0
"""CPU seconds for the pages of one PDF: the last defence, where many pages are small in bytes and large in work."""

MAX_WALL_SECONDS = 13.0
"""Wall seconds for the same: on a busy machine CPU seconds last longer than a person waits."""

MAX_CONVERSION_SECONDS = 20.0
"""Wall seconds for LibreOffice to convert one document."""


def too_large(what_zh: str, what_en: str, limit: object, unit_zh: str = "", unit_en: str = "") -> UnreadableError:
    """The refusal past a limit: what is too large, and how much is allowed."""
    shown = f"{limit:,}" if isinstance(limit, int) else str(limit)
    return UnreadableError(
        f"{what_zh}超过上限（{shown}{unit_zh}），未读取。请拆分或精简后再试。",
        f"{what_en} past the limit ({shown}{' ' if unit_en else ''}{unit_en}); not read. Split or trim the file.",
    )


def check_size(data: bytes, limit: int = MAX_FILE) -> None:
    """Refuse a file past `limit` bytes.

    Raises:
        UnreadableError: The file is larger.
    """
    if len(data) > limit:
        raise too_large("文件大小", "File size", limit // MEBI, " MB", "MB")
