"""The printed form as one HTML page: no script, no outside resource, ready for the printer."""

from __future__ import annotations

from drafter.filing import Filing
from drafter.profiles import Profile
from drafter.writing.form import FormCell, FormPage, Grid, form_pages
from drafter.writing.markup import xml_text

_STYLE = """
body{margin:0 auto;max-width:190mm;padding:10mm;color:#000;background:#fff;
font:10.5pt/1.5 FangSong,"仿宋",STFangsong,"Noto Serif CJK SC",serif}
section+section{break-before:page;margin-top:12mm}
h1{font:bold 18pt/1.4 SimSun,"宋体","Noto Serif CJK SC",serif;text-align:center;margin:0}
.year{text-align:center;font-size:12pt;margin:0 0 2mm}
.line{margin:0 0 1mm}
.right{text-align:right}
table{border-collapse:collapse;width:100%;table-layout:fixed}
table+table{margin-top:-1px}
th,td{border:1px solid #000;padding:1mm 1.2mm;overflow-wrap:anywhere;vertical-align:middle}
th{font-weight:normal;font-family:SimSun,"宋体","Noto Serif CJK SC",serif;text-align:center}
td.number{text-align:right;font-variant-numeric:tabular-nums}
tr{break-inside:avoid}
@page{size:A4;margin:18mm 19mm}
@media print{body{max-width:none;padding:0}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write_html(filing: Filing, profile: Profile) -> bytes:
    """The form as a self-contained page, UTF-8."""
    pages = "".join(_page(page) for page in form_pages(filing, profile))
    title = xml_text(filing.project_name or filing.form or profile.title)
    html = (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>{pages}</body></html>\n"
    )
    return html.encode("utf-8")


def _page(page: FormPage) -> str:
    left = f'<p class="line">{xml_text(page.left)}</p>' if page.left else ""
    right = f'<p class="line right">{xml_text(page.right)}</p>' if page.right else ""
    footer = f"<p>{xml_text(page.footer)}</p>" if page.footer else ""
    tables = "".join(_table(grid) for grid in page.grids)
    return (
        f'<section><h1>{xml_text(page.title)}</h1><p class="year">{xml_text(page.subtitle)}</p>'
        f"{left}{right}{tables}{footer}</section>\n"
    )


def _table(grid: Grid) -> str:
    total = sum(grid.widths)
    columns = "".join(f'<col style="width:{width / total:.2%}">' for width in grid.widths)
    rows = ["<tr>" + "".join(_cell(cell) for cell in row) + "</tr>\n" for row in grid.rows]
    head, body = rows[: grid.header_rows], rows[grid.header_rows :]
    top = f"<thead>{''.join(head)}</thead>" if head else ""
    return f"<table><colgroup>{columns}</colgroup>{top}<tbody>{''.join(body)}</tbody></table>\n"


def _cell(cell: FormCell) -> str:
    tag = "th" if cell.kind == "label" else "td"
    span = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    rows = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    style = ' class="number"' if cell.kind == "number" else ""
    text = xml_text(cell.text).replace("\r\n", "\n").replace("\n", "<br>")
    return f"<{tag}{span}{rows}{style}>{text}</{tag}>"
