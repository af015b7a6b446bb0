"""Text in every encoding offices write, as tables and lines with their places."""

from __future__ import annotations

import codecs

import layouts
import pytest

from drafter.errors import UnreadableError
from drafter.reading import Paragraph, Table, read_bytes
from drafter.reading.decode import decode
from drafter.reading.text import content_of

FORM = layouts.tabs(layouts.LEVELS_OF_GOVERNMENT)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(FORM.encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + FORM.encode(), id="utf-8 with mark"),
        pytest.param(FORM.encode("utf-16"), id="utf-16"),
        pytest.param(codecs.BOM_UTF16_BE + FORM.encode("utf-16-be"), id="utf-16 big-endian"),
        pytest.param(FORM.encode("utf-16-le"), id="utf-16 without mark"),
        pytest.param(FORM.encode("utf-16-be"), id="utf-16 big-endian without mark"),
        pytest.param(FORM.encode("gb18030"), id="gb18030"),
        pytest.param(FORM.replace("\n", "\r\n").encode("gbk"), id="gbk with carriage returns"),
    ],
)
def test_every_encoding_gives_the_same_filing(data: bytes) -> None:
    (found,) = read_bytes(data, "a.txt").filings
    (expected,) = read_bytes(FORM.encode(), "a.txt").filings
    assert found.filing == expected.filing


@pytest.mark.parametrize("encoding", ["big5", "shift-jis", "euc-kr"])
def test_another_encoding_is_refused_not_guessed(encoding: str) -> None:
    text = {"big5": "經濟發展績效目標申報表", "shift-jis": "予算の業績目標を申告する", "euc-kr": "예산 성과 목표 신고"}[
        encoding
    ]
    with pytest.raises(UnreadableError):
        decode((text * 8).encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_text_that_breaks_off_inside_a_character_is_said_to_be_cut(encoding: str) -> None:
    with pytest.raises(UnreadableError, match="断掉"):
        decode(("项目绩效目标申报表，在年度内完成。" * 9 + "目").encode(encoding)[:-1])


def test_lines_with_tabs_are_tables_and_the_others_paragraphs() -> None:
    content = content_of("标题\n\n甲\t乙\n\t丙\n尾\n| 丁 | 戊 |\n|---|---|\n| 己 | |\n")
    kinds = [type(block) for block in content.blocks]
    assert kinds == [Paragraph, Table, Paragraph, Table]
    table = content.blocks[1]
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["甲", "乙"], ["", "丙"]]
    assert table.rows[1][1].location == "第4行第2列"
    assert not table.exact
    piped = content.blocks[3]
    assert isinstance(piped, Table)
    assert [[cell.text.strip() for cell in row] for row in piped.rows] == [["丁", "戊"], ["己", ""]]


def test_a_comparator_at_the_start_of_a_line_is_no_quotation_mark() -> None:
    (first,) = content_of(">=90%").blocks
    (quoted,) = content_of("> 引文", markdown=True).blocks
    assert isinstance(first, Paragraph)
    assert first.text == ">=90%"
    assert isinstance(quoted, Paragraph)
    assert quoted.text == "引文"
