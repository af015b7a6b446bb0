"""HTML: tables with spans, nested tables, form fields; nothing hidden, nothing fetched."""

from __future__ import annotations

import pytest
from builders import Box, form_rows, model, placed, to_html

from drafter.errors import UnreadableError
from drafter.reading.content import Content, Paragraph, Table
from drafter.reading.html import is_html, read_html, read_mhtml


def read(page: str) -> Content:
    return read_html(f"<html><body>{page}</body></html>".encode(), "")


def shown(content: Content) -> list[str | list[list[str]]]:
    return [
        block.text if isinstance(block, Paragraph) else [[cell.text for cell in row] for row in block.rows]
        for block in content.blocks
    ]


def test_a_form_comes_back_cell_by_cell_with_its_merges() -> None:
    rows = form_rows(model("culture_01"))
    (block,) = read_html(to_html(rows), "").blocks
    assert isinstance(block, Table) and block.exact
    found = [
        (cell.row, cell.column, Box(cell.text, cell.colspan, cell.rowspan)) for line in block.rows for cell in line
    ]
    assert found == placed(rows)


def test_text_runs_until_a_block_begins() -> None:
    assert shown(read("前文<b>粗</b> 体<p>段一<br>二</p>尾")) == ["前文粗 体", "段一", "二", "尾"]


def test_form_fields_show_their_state() -> None:
    page = (
        "<table><tr><td><input type=checkbox checked>是 <input type=radio>否</td><td><input value='95%'></td>"
        "<td><select><option>年</option><option selected>季度</option></select></td>"
        "<td><textarea>说明</textarea></td></tr></table>"
    )
    assert shown(read(page)) == [[["☑是 □否", "95%", "季度", "说明"]]]


def test_scripts_styles_comments_and_hidden_parts_are_not_read() -> None:
    page = (
        "<style>x</style><script>document.write('y')</script><!-- z --><p style='display: none'>a</p><p hidden>b</p>"
        "<table><tr style='display:none'><td>c</td></tr>"
        "<tr><td>见</td><td style='visibility:hidden'>d</td></tr></table>"
    )
    assert shown(read(page)) == [[["见", ""]]]


def test_blocks_in_a_cell_are_lines() -> None:
    assert shown(read("<table><tr><td><div>一</div>二<p>三</p></td><td>四\n  五</td></tr></table>")) == [
        [["一\n二\n三", "四 五"]]
    ]


def test_a_row_span_of_zero_reaches_the_end_and_odd_spans_count_as_one() -> None:
    (block,) = read("<table><tr><td rowspan=0>高<td colspan=-3>甲<tr><td>乙<tr><td>丙</table>").blocks
    assert isinstance(block, Table)
    assert [(c.text, c.row, c.column, c.rowspan, c.colspan) for line in block.rows for c in line] == [
        ("高", 0, 0, 3, 1), ("甲", 0, 1, 1, 1), ("乙", 1, 1, 1, 1), ("丙", 2, 1, 1, 1),
    ]  # fmt: skip


def test_nested_tables_are_tables_of_their_own() -> None:
    page = "<table><tr><td>指标<td><table><tr><td>a<td>b<tr><td>c<td>d</table>后</td></tr><tr><td>末</table>"
    assert shown(read(page)) == [[["指标", "后"]], [["a", "b"], ["c", "d"]], [["末"]]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    named = {"utf-8-sig": "utf-8", "gb18030": "gb2312"}.get(encoding, encoding)
    data = f"<html><head><meta charset='{named}'></head><body><p>绩效目标</p></body></html>".encode(encoding)
    assert is_html(data)
    assert shown(read_html(data, "")) == ["绩效目标"]


def test_bytes_in_no_encoding_are_refused() -> None:
    with pytest.raises(UnreadableError, match="编码"):
        read_html(b"<html><body>\xff\xfe\xfa\x80\xff</body></html>", "")


@pytest.mark.parametrize("end", ["<table><tr><td>绩效目标", "<p>绩"])
def test_a_page_that_breaks_off_is_refused(end: str) -> None:
    data = f"<html><body>{end}".encode()
    with pytest.raises(UnreadableError, match="不完整"):
        read_html(data if "table" in end else data[:-1], "")


def test_text_that_mentions_a_tag_is_no_page() -> None:
    assert not is_html("关于印发<table>的通知\n<p>为进一步</p>".encode())


def test_a_web_archive_holds_a_page() -> None:
    page = "<html><body><p>绩效目标</p></body></html>".encode().hex("=").upper()
    archive = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
        "--x\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n={page}\r\n--x--\r\n"
    )
    assert shown(read_mhtml(archive.encode(), "")) == ["绩效目标"]
    with pytest.raises(UnreadableError, match="没有网页"):
        read_mhtml(archive.replace("text/html", "text/plain").encode(), "")
