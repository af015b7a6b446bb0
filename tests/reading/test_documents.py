"""Files, folders and zips: one outcome each, one clear sentence where there is no filing."""

from __future__ import annotations

import zipfile
from pathlib import Path

import layouts
import pytest

from drafter.plugins import PluginRegistry
from drafter.reading import Content, Reader, read, read_all, read_bytes
from drafter.reading.limits import MAX_FILE

FORM = layouts.tabs(layouts.SIGN_VALUE_UNIT_WEIGHT)


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        pytest.param(b"", "unreadable", ("空的", "empty"), id="empty"),
        pytest.param(b" \n\t \r\n", "unreadable", ("空白", "blanks"), id="blank"),
        pytest.param(bytes(range(256)) * 40, "unreadable", ("不是文字", "no text"), id="binary"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "unreadable", ("图片", "picture"), id="picture"),
        pytest.param(
            "社区球场修缮项目绩效目标申报表".encode()[:-1],
            "unreadable",
            ("断掉", "breaks off"),
            id="truncated inside a character",
        ),
        pytest.param(
            "绩效目标".encode() + b"\xff\xfe\xfd\x80\x81" * 9, "unreadable", ("编码", "encoding"), id="encoding"
        ),
        pytest.param("年度工作总结\n一切顺利。".encode(), "no_form", ("没有找到", "no performance"), id="no form"),
        pytest.param(
            layouts.tabs(layouts.SELF_EVALUATION).encode(), "no_form", ("自评", "self-evaluation"), id="report"
        ),
        pytest.param(("行\n" * 60_000).encode(), "unreadable", ("50,000", "50,000"), id="too many lines"),
    ],
)
def test_a_bad_file_gives_one_clear_sentence_in_both_languages(
    data: bytes, status: str, words: tuple[str, str]
) -> None:
    document = read_bytes(data, "a.txt")
    assert (document.document, document.status, document.filings) == ("a.txt", status, ())
    assert document.reason is not None
    for sentence, word in zip(document.reason, words, strict=True):
        assert word in sentence
        assert sentence.count("\n") == 0
        assert sentence.endswith(("。", "."))
        assert len(sentence) < 160
    assert document.to_json("en").reason == document.reason[1]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.docx", bytes(range(256)) * 9, "Word 文件已损坏"),
        ("a.doc", bytes(range(256)) * 9, "Word 文件已损坏"),
        ("A.XLSX", bytes(range(256)) * 9, "Excel 文件已损坏"),
        ("a.et", bytes(range(256)) * 9, "Excel 文件已损坏"),
        ("a.pdf", bytes(range(256)) * 9, "PDF 文件"),
        ("a.docx", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "这是图片"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"\x00" * 50, "这是图片"),
        ("a.xlsx", b"Rar!\x1a\x07\x00" + b"\x00" * 50, "压缩包"),
        ("a.dat", bytes(range(256)) * 9, "不是文字"),
    ],
)
def test_a_file_that_is_no_text_is_told_as_the_clerk_sees_it(name: str, data: bytes, told: str) -> None:
    document = read_bytes(data, name)
    assert document.status == "unreadable"
    assert document.reason is not None
    assert told in document.reason[0]
    assert "请" in document.reason[0]
    assert all(sentence.endswith(("。", ".")) for sentence in document.reason)


def test_a_file_past_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    document = read(path)
    assert document.status == "unreadable"
    assert document.reason == (
        "文件太大（200 MB），超过 50 MB 的上限。",
        "the file is too large (200 MB); the limit is 50 MB.",
    )
    assert read_bytes(b"\n" * MAX_FILE + b"ab", "b.txt").status == "unreadable"


def test_a_missing_file_a_folder_and_a_name_that_is_none_are_said(tmp_path: Path) -> None:
    assert (read(tmp_path / "none.txt").reason or ("",))[0] == "文件不存在。"
    assert (read(tmp_path).reason or ("",))[0] == "这是文件夹，不是文件。"
    assert read("bad\x00name.txt").status == "unreadable"


def test_a_form_cut_off_after_its_fields_gives_what_is_there() -> None:
    text = FORM[: FORM.index("一级指标")]
    (found,) = read_bytes(text.encode(), "a.txt").filings
    assert found.filing.project_name == "农村道路养护"
    assert found.filing.indicators == []


def test_a_folder_is_read_in_path_order_and_a_bad_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text(FORM, encoding="utf-8")
    (tmp_path / "1.md").write_text(layouts.pipes(layouts.TWO_VALUES), encoding="utf-8")
    (tmp_path / "3.txt").write_bytes(b"")
    (tmp_path / ".hidden.txt").write_text(FORM, encoding="utf-8")
    (tmp_path / "~$lock.docx").write_bytes(b"x")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    documents = list(read_all([tmp_path]))
    assert [Path(document.document).name for document in documents] == ["1.md", "3.txt", "2.txt"]
    assert [document.status for document in documents] == ["read", "unreadable", "read"]
    assert documents[0].document == str(tmp_path / "1.md")


def test_a_zip_is_read_document_by_document(tmp_path: Path) -> None:
    path = tmp_path / "filings.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("甲/表.txt", FORM)
        archive.writestr("乙.txt", "")
        archive.writestr("photo.jpg", b"\xff\xd8\xff")
    documents = list(read_all([path]))
    assert [(document.document, document.status) for document in documents] == [
        (f"{path}/甲/表.txt", "read"),
        (f"{path}/乙.txt", "unreadable"),
    ]


def test_an_empty_folder_an_empty_zip_and_a_broken_zip_are_not_silent(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 broken")
    documents = list(read_all([tmp_path / "empty", tmp_path / "empty.zip", tmp_path / "broken.zip"]))
    assert [document.status for document in documents] == ["no_form", "no_form", "unreadable"]
    assert all(document.reason for document in documents)


def test_a_plugin_s_reader_is_asked_for_its_own_format() -> None:
    def content(data: bytes, document: str) -> Content:
        assert data == b"FORM1 anything"
        assert document == "a.form"
        return layouts.exact(layouts.NO_HEAD)

    class Plugin:
        """Offers one format."""

        def readers(self, register) -> None:
            register(Reader("form", (".form",), lambda data: data.startswith(b"FORM1"), content))

    from drafter.plugins import hookimpl

    Plugin.readers = hookimpl(Plugin.readers)
    registry = PluginRegistry(third_party=False)
    registry.register(Plugin(), "form-reader")
    (found,) = read_bytes(b"FORM1 anything", "a.form", registry=registry).filings
    assert found.filing.project_name == "敬老院消防改造"


def test_text_needs_none_of_the_libraries_of_the_other_carriers() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from drafter.reading import read_bytes; read_bytes('项目名称：甲'.encode(), 'a.txt'); "
        "heavy = ('lxml', 'docx', 'openpyxl', 'pdfplumber', 'pypdf', 'pypdfium2', 'xlrd', 'openai'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
