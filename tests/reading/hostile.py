"""Files made to exhaust, mislead or escape a reader. Each function gives (name, bytes)."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator

from builders import docx_of, package_of, xlsx_of

MEBI = 1024 * 1024
Hostile = Callable[[], tuple[str, bytes]]


def zip_bomb() -> tuple[str, bytes]:
    return "bomb.docx", _deflated("word/document.xml", b"<w:p/>" * 10_000, 600)


def zip_bomb_of_many_parts() -> tuple[str, bytes]:
    parts = {f"word/media/{number}.bin": bytes(20 * MEBI) for number in range(11)}
    return "many.docx", package_of({"[Content_Types].xml": "", "word/document.xml": "<x/>", **parts})


def zip_of_many_members() -> tuple[str, bytes]:
    return "members.xlsx", package_of(
        {"xl/workbook.xml": "", "[Content_Types].xml": ""} | {str(n): "" for n in range(6000)}
    )


def empty_elements() -> tuple[str, bytes]:
    return "elements.docx", docx_of("<w:p/>x" * 3_000_000)


def empty_paragraphs() -> tuple[str, bytes]:
    return "paragraphs.docx", docx_of("<w:p/>" * 1_100_000)


def many_attributes() -> tuple[str, bytes]:
    return "attributes.docx", docx_of('<w:p a="" b="" c="" d=""/>' * 800_000)


def largest_document_allowed() -> tuple[str, bytes]:
    cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    return "large.docx", docx_of(f"<w:tbl>{f'<w:tr>{cell * 10}</w:tr>' * 12_000}</w:tbl>")


def billion_laughs() -> tuple[str, bytes]:
    return "laughs.docx", package_of({"[Content_Types].xml": "", "word/document.xml": _laughs()})


def billion_laughs_in_a_sheet() -> tuple[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(xlsx_of(""))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return "laughs.xlsx", package_of({**parts, "xl/worksheets/sheet1.xml": _laughs().encode("utf-16")})


def _laughs() -> str:
    lines = ['<!ENTITY a0 "ha">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    return f"<!DOCTYPE x [{''.join(lines)}]><x>&a9;</x>"


def entity_of_a_file() -> tuple[str, bytes]:
    bomb = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x><body><p><r><t>&f;</t></r></p></body></x>'
    return "entity.docx", package_of({"[Content_Types].xml": "", "word/document.xml": bomb})


def million_rows() -> tuple[str, bytes]:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n * 7919 % 99991}</v></c></row>' for n in range(1, 1_000_001))
    return "rows.xlsx", xlsx_of(f"<sheetData>{rows}</sheetData>")


def million_equal_rows() -> tuple[str, bytes]:
    return "equal.xlsx", xlsx_of("<sheetData>" + "<row><c><v>1</v></c></row>" * 1_000_000 + "</sheetData>")


def many_cells() -> tuple[str, bytes]:
    return "cells.xlsx", xlsx_of(
        "<sheetData>" + ("<row>" + "<c ><v>1</v></c>" * 100 + "</row>") * 10_000 + "</sheetData>"
    )


def two_corners() -> tuple[str, bytes]:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 100))
    return "corners.xlsx", xlsx_of(f"<sheetData>{rows}</sheetData>")


def merged_everything() -> tuple[str, bytes]:
    row = '<row r="1"><c r="A1"><v>1</v></c></row><row r="20000"><c r="ZZ20000"><v>1</v></c></row>'
    merges = '<mergeCell ref="A1:XFD1048576"/>' * 1000
    return "merged.xlsx", xlsx_of(f"<sheetData>{row}</sheetData><mergeCells>{merges}</mergeCells>")


def many_strings() -> tuple[str, bytes]:
    return "strings.xlsx", xlsx_of("<sheetData/>", strings=("a",) * 1_000_000)


def two_hundred_tables_inside_each_other() -> tuple[str, bytes]:
    return "nested.docx", docx_of("<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200)


def seventy_tables_inside_each_other() -> tuple[str, bytes]:
    inner = "<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc><w:tc/></w:tr><w:tr><w:tc/><w:tc>"
    return "nested.docx", docx_of(f"<w:tbl>{inner}" * 70 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 70)


def two_hundred_tables_of_a_page() -> tuple[str, bytes]:
    return "nested.html", f"<html><body>{'<table><tr><td>' * 200}x{'</td></tr></table>' * 200}</body></html>".encode()


def wide_spans_of_a_page() -> tuple[str, bytes]:
    row = "<tr>" + "<td colspan=1000 rowspan=65534>x</td>" * 100 + "</tr>"
    return "spans.html", f"<html><body><table>{row * 1000}</table></body></html>".encode()


def five_thousand_pages() -> tuple[str, bytes]:
    return "pages.pdf", _pdf([b"BT /F1 9 Tf (x) Tj ET"] * 5000)


def pages_of_one_heavy_stream() -> tuple[str, bytes]:
    return "heavy.pdf", _pdf([b"0 0 m 9 9 l S " * 300_000], pages=400)


def pages_of_graphic_states() -> tuple[str, bytes]:
    return "states.pdf", _pdf([b"q Q " * 2_000_000], pages=400)


def page_of_a_million_characters() -> tuple[str, bytes]:
    line = b"(" + b"0123456789" * 8 + b") Tj 0 -1 Td "
    return "characters.pdf", _pdf([b"BT /F1 1 Tf 1 700 Td " + line * 12_500 + b"ET"])


def page_of_characters_on_one_spot() -> tuple[str, bytes]:
    return "spot.pdf", _pdf([b"BT /F1 9 Tf " + b"1 0 0 1 9 9 Tm (xyz) Tj " * 20_000 + b"ET"])


def page_of_a_million_strokes() -> tuple[str, bytes]:
    return "strokes.pdf", _pdf([b"0 0 m 9 0 l S " * 1_000_000])


def page_that_calls_itself_a_picture() -> tuple[str, bytes]:
    return "picture.pdf", _pdf([b"0 0 m 9 0 l S " * 2_000_000], filters=b"/FlateDecode/Subtype/Image")


def page_within_every_limit() -> tuple[str, bytes]:
    return "allowed.pdf", _pdf([b"0 0 m 9 0 l S " * 350_000])


def pdf_bomb() -> tuple[str, bytes]:
    return "bomb.pdf", _pdf([bytes(40 * MEBI)])


def pdf_bomb_in_a_bomb() -> tuple[str, bytes]:
    inner = zlib.compress(bytes(40 * MEBI), 9)
    return "twice.pdf", _pdf([inner], filters=b"[/FlateDecode /FlateDecode]")


def grid_of_a_million_lines() -> tuple[str, bytes]:
    lines = b"".join(b"0 %d m 600 %d l S %d 0 m %d 800 l S " % (n, n, n, n) for n in range(0, 800, 4))
    return "grid.pdf", _pdf([lines + b"BT /F1 9 Tf 50 50 Td (x) Tj ET"], pages=300)


def drawings_in_drawings() -> tuple[str, bytes]:
    return "drawings.pdf", _pdf(_drawings(9, 10))


def drawings_in_drawings_not_packed() -> tuple[str, bytes]:
    return "plain.pdf", _pdf([b"/X1 Do " * 10, *_drawings(9, 10)[1:]], packed=False)


def one_drawing_called_for_again_and_again() -> tuple[str, bytes]:
    return "again.pdf", _pdf([b"/X1 Do " * 300_000, b"0 0 m 9 9 l S " * 300_000])


def nested_drawings(levels: int, times: int) -> bytes:
    """A page whose drawings call each `times` for the next, `levels` deep, with a line of text in the last."""
    return _pdf([*_drawings(levels, times)[:-1], b"BT /F1 9 Tf 9 9 Td (abc) Tj ET"])


def _drawings(levels: int, times: int) -> list[bytes]:
    return [b"/X%d Do " % (level + 1) * times for level in range(levels)] + [b"0 0 m 9 9 l S " * times]


def _pdf(contents: list[bytes], *, pages: int = 0, filters: bytes = b"/FlateDecode", packed: bool = True) -> bytes:
    # Where one stream calls for drawings, the streams below it are those drawings.
    drawn = b" Do " in contents[0]
    count = 1 if drawn else pages or len(contents)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    names = b" ".join(b"/X%d %d 0 R" % (at, 4 + at) for at in range(1, len(contents)))
    resources = b"/Resources<</Font<</F1 3 0 R>>/XObject<<%s>>>>" % (names if drawn else b"")
    for at, content in enumerate(contents):
        body = zlib.compress(content, 1) if packed else content
        named = b"/Filter %s" % filters if packed else b""
        form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]" + resources if drawn and at else b""
        objects.append(b"<</Length %d%s%s>>stream\n%s\nendstream" % (len(body), named, form, body))
    first = len(objects) + 1
    kids = b" ".join(b"%d 0 R" % (first + number) for number in range(count))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 600 800]%s>>" % (count, kids, resources)
    for number in range(count):
        objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R>>" % (4 + number % len(contents)))
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def _deflated(name: str, block: bytes, times: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "")
        with package.open(name, "w", force_zip64=True) as member:
            for _ in range(times):
                member.write(block)
    return out.getvalue()


def each() -> Iterator[Hostile]:
    """Every hostile file of this module."""
    for name, made in list(globals().items()):
        if (
            callable(made)
            and not name.startswith("_")
            and made.__module__ == __name__
            and name not in ("each", "nested_drawings")
        ):
            yield made
