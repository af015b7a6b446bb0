"""What of a document was not read, said in one sentence each: silence is not success."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from drafter.language.patterns import lazy
from drafter.reading.content import Note

if TYPE_CHECKING:
    from drafter.reading.archive import Package

_PICTURE = lazy(r"(?:word|xl)/media/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|webp|heic)", re.IGNORECASE)
_OBJECT = lazy(r"(?:word|xl)/(?:embeddings/[^/]+|activeX/[^/]+\.bin)", re.IGNORECASE)
_SCANS = frozenset((".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".heic", ".webp"))
_DOCUMENTS = frozenset((".ofd", ".ceb", ".rar", ".7z", ".tar", ".gz", ".eml", ".msg", ".xlsb", ".zip"))
_OTHERS = frozenset((".pptx", ".ppt"))
_LEAST_PICTURE = 8_000
"""Bytes below which a picture is a logo, a line or a signature's frame and holds no form."""
_MOST_NAMES = 5


def package_notes(package: Package) -> Iterator[Note]:
    """Pictures and embedded files of a Word or Excel package."""
    members = package.members()
    pictures = [one for one in members if _PICTURE.fullmatch(one.filename) and one.file_size >= _LEAST_PICTURE]
    if pictures:
        yield (
            f"文件里有 {len(pictures)} 张图片，图片里的文字没有读取",
            f"pictures not read: {len(pictures)}",
        )
    objects = sum(_OBJECT.fullmatch(one.filename) is not None for one in members)
    if objects:
        yield f"文件里嵌有 {objects} 个其他文件或控件，没有读取", f"embedded files not read: {objects}"


def sheet_notes(hidden: Sequence[str], others: Sequence[str]) -> Iterator[Note]:
    """Sheets that are hidden, and sheets that are no worksheets (charts)."""
    if hidden:
        yield f"隐藏的工作表没有读取：{_names(hidden)}", f"hidden sheets not read: {', '.join(hidden[:_MOST_NAMES])}"
    if others:
        yield f"不是表格的工作表没有读取：{_names(others)}", f"chart sheets not read: {', '.join(others[:_MOST_NAMES])}"


def hidden_cells(name: str, rows: int, columns: int) -> Note:
    """Rows or columns of a visible sheet that are hidden although they hold something."""
    parts = [f"{count} {word}" for count, word in ((rows, "行"), (columns, "列")) if count]
    english = [f"{count} {word}" for count, word in ((rows, "rows"), (columns, "columns")) if count]
    return (
        f"工作表“{name}”有 {'、'.join(parts)}被隐藏，其中的内容没有读取",
        f"hidden in sheet {name!r}, not read: {', '.join(english)}",
    )


def lost_cells(name: str, places: Sequence[str]) -> Note:
    """Cells of a visible sheet that show something in Excel and gave no value: why a sum that is there is not seen."""
    return (
        f"工作表“{name}”有 {len(places)} 个单元格没有读到值：公式没有计算过，或显示为错误（{_names(places)}）；"
        "请用 Excel 打开并保存后再查",
        f"cells of sheet {name!r} without a value, a formula never calculated or an error: "
        f"{', '.join(places[:_MOST_NAMES])}; open and save the file in Excel",
    )


def page_note(pages: Sequence[int]) -> Note:
    """Pages of a PDF that are pictures without text."""
    return (
        f"第 {_numbers(pages)} 页是图片（扫描件），没有文字层，没有读取",
        f"scanned pages without text, not read: {_numbers(pages)}",
    )


def attachment_note(count: int) -> Note:
    """Files attached to a PDF."""
    return f"PDF 带有 {count} 个附件，没有读取", f"files attached to the PDF, not read: {count}"


def frame_note(count: int) -> Note:
    """Frames and objects of a web page, whose content is in other files."""
    return f"网页里嵌有 {count} 处其他页面或对象，没有读取", f"frames and objects of the page, not read: {count}"


def skipped_note(names: Sequence[str], holder: str) -> Note:
    """Files of a folder or zip that no reader takes and that are hardly filings."""
    return (
        f"{holder} 里有 {len(names)} 个文件不能读取，已跳过：{_names(names)}",
        f"{holder}: files that cannot be read, skipped: {len(names)} ({', '.join(names[:_MOST_NAMES])})",
    )


def lost_note(location: str, words: str, english: str) -> Note:
    """A field whose text the carrier cut off."""
    return (
        f"{location + ' ' if location else ''}{words}显示不全或没有算出，没有采用",
        f"{location + ' ' if location else ''}{english}: cut off or never calculated, not used",
    )


def lost_rows_note(count: int, location: str) -> Note:
    """Indicator rows with a cell that the carrier cut off."""
    return (
        f"{location} 等 {count} 行指标有显示不全或没有算出的单元格，这些行作为待核",
        f"indicator rows with a cell cut off or never calculated, unsure: {count} (first at {location})",
    )


def lost_sign_note(count: int, location: str, raw: str, *, plain: bool) -> Note:
    """Targets whose sign was read as a digit (≥95% as 295%), or may have been in this form."""
    where = f"{location} " if location else ""
    if plain:
        return (
            f"{where}等 {count} 行指标值的符号认错了（如“{raw}”，“≥”识别成了别的字），没有采用，请对照原件",
            f"{where}targets whose sign (≥) was read as a digit or letter, not used: {count} (such as {raw!r})",
        )
    return (
        f"{where}等 {count} 行指标值以“2”开头（如“{raw}”），本表有“≥”被识别成“2”，不能确定这些值，没有采用，请对照原件",
        f"{where}targets that begin with 2 in a form whose ≥ was read as 2, unsure and not used: {count} "
        f"(such as {raw!r})",
    )


def unread_money_note(location: str, prints: Sequence[str]) -> Note:
    """Rows of the funding block whose source is not known, or of which it is not clear whether they count."""
    where = f"{location} " if location else ""
    return (
        f"{where}资金来源里有 {len(prints)} 项不能确定归入哪一栏，没有计入合计：{_names(prints)}",
        f"{where}amounts of the funding block that fit no field and are not added up: {_names(prints)}",
    )


def skipped_parts_note(location: str, names: Sequence[str]) -> Note:
    """Parts of a form that were seen and are in no field of the filing."""
    where = f"{location} " if location else ""
    return (
        f"{where}表内有 {len(names)} 处没有读懂或没有对应栏目，没有采用：{_names(names)}",
        f"{where}parts of the form not understood or without a field, not used: {_names(names)}",
    )


def interleaved_note() -> Note:
    """A text in which the cells of a row run through each other."""
    return (
        "文本按版面用空格分栏，单元格的换行互相交错：金额、目标和指标值没有采用，请用原 PDF、Word 或 Excel 文件",
        "columns are kept apart by blanks and cells run through each other: money, goals and targets were not used; "
        "give the original PDF, Word or Excel file",
    )


def layout_note(lines: Sequence[int]) -> Note:
    """Tables of a text, by their first lines, whose cells run through each other."""
    where = _numbers(lines)
    return (
        f"第 {where} 行起的表格按版面用空格分栏，单元格互相交错：其中的金额、目标和指标值没有采用，"
        "请用原 PDF、Word 或 Excel 文件",
        f"tables at line {where}: columns are kept apart by blanks and cells run through each other; their money, "
        "goals and targets were not used; give the original PDF, Word or Excel file",
    )


def layout_list_note(line: int, names: Sequence[str]) -> Note:
    """Projects of a list in layout text whose rows cannot be told apart, by their names."""
    return (
        f"第 {line} 行起的清单按版面用空格分栏，有 {len(names)} 个项目的目标和指标分不清，没有采用：{_names(names)}；"
        "请用原 PDF、Word 或 Excel 文件",
        f"list at line {line}: columns are kept apart by blanks; goals and indicators of {len(names)} projects cannot "
        f"be told apart and were not used: {_names(names)}; give the original PDF, Word or Excel file",
    )


def holds_document(name: str, size: int) -> bool:
    """Whether a file that no reader takes is a document all the same, by its suffix: a scan, an archive, an OFD file.

    It counts as unreadable, so that nobody takes a folder for checked whose filings are scans. A picture of a few
    kilobytes is a logo.
    """
    suffix = suffix_of(name)
    return suffix in _DOCUMENTS or (suffix in _SCANS and size >= _LEAST_PICTURE)


def is_attachment(name: str) -> bool:
    """Whether a file that no reader takes is named in a note at least, by its suffix."""
    return suffix_of(name) in _DOCUMENTS | _SCANS | _OTHERS


def suffix_of(name: str) -> str:
    """The suffix of a file's name or path, in small letters; of one that has none, something that is none."""
    _, dot, last = name.rpartition(".")
    return dot + last.lower()


def _names(names: Iterable[str]) -> str:
    listed = list(names)
    return "、".join(listed[:_MOST_NAMES]) + ("等" if len(listed) > _MOST_NAMES else "")


def _numbers(pages: Sequence[int]) -> str:
    """1、3～5."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}～{run[-1]}" for run in runs)
