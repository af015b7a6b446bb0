"""Zip files: members under limits, names as labels."""

from __future__ import annotations

import io
import zipfile

import pytest
from builders import docx_of, package_of, xlsx_of

from drafter.errors import UnreadableError
from drafter.reading.archive import Package, documents, member_name, package_kind


def test_what_a_zip_holds_is_told_from_its_contents() -> None:
    assert package_kind(docx_of("")) == "docx"
    assert package_kind(xlsx_of("")) == "xlsx"
    assert package_kind(docx_of("<w:p/>")[:-40]) == "docx"
    assert package_kind(package_of({"[Content_Types].xml": "", "xl/workbook.bin": ""})) == "xlsb"
    assert package_kind(package_of({"a.docx": docx_of("")})) == "zip"
    assert package_kind(package_of({"OFD.xml": ""})) == "ofd"
    assert package_kind(b"no zip") == ""


def test_documents_of_a_zip_and_of_a_zip_in_it() -> None:
    inner = package_of({"乙.txt": "二"})
    outer = package_of({"甲/一.txt": "一", "__MACOSX/._一.txt": "x", "~$锁.docx": "x", ".ds": "x", "里.zip": inner})
    assert [(name, data.decode()) for name, data in documents(outer)] == [("甲/一.txt", "一"), ("里.zip/乙.txt", "二")]


def test_names_cannot_leave_the_zip() -> None:
    assert [member_name(zipfile.ZipInfo(name)) for name in ("../../etc/passwd", "/a.txt", "a\\b.txt")] == [
        "etc/passwd", "a.txt", "a/b.txt",
    ]  # fmt: skip


def test_names_in_gbk_are_read() -> None:
    member = zipfile.ZipInfo("绩效目标.docx".encode("gb18030").decode("cp437"))
    assert member_name(member) == "绩效目标.docx"


def test_parts_ignore_case_and_missing_ones_are_damage() -> None:
    package = Package(package_of({"Word/Document.xml": "x"}))
    assert package.read("word/document.xml") == b"x"
    with pytest.raises(UnreadableError, match="损坏"):
        package.read("word/other.xml")


def test_a_member_with_a_password_is_said() -> None:
    data = bytearray(package_of({"word/document.xml": "x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    with pytest.raises(UnreadableError, match="密码"):
        Package(bytes(data)).read("word/document.xml")


def test_a_part_past_the_limit_is_refused_even_when_its_size_lies() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.xml", bytes(3_000_000))
    data = out.getvalue()
    for content in (data, data.replace((3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))):
        with pytest.raises(UnreadableError):
            Package(content).read("a.xml", limit=1_000_000)
