"""Formats read through LibreOffice, and what is said where it is missing or fails."""

from __future__ import annotations

import http.server
import threading
from pathlib import Path

import pytest
from builders import Box, form_rows, has_office, model, office, placed, to_docx, to_xlsx

from drafter.errors import UnreadableError
from drafter.reading import office as carrier
from drafter.reading.carriers import CARRIERS
from drafter.reading.content import Content, Table

needs_office = pytest.mark.skipif(not has_office(), reason="LibreOffice is not installed")
ROWS = form_rows(model("legal_01"))


def read(data: bytes, name: str) -> Content:
    return next(reader for reader in CARRIERS if reader.sniff(data[:4096])).read(data, name)


@needs_office
@pytest.mark.parametrize(
    ("source", "target"), [("docx", "doc"), ("docx", "rtf"), ("docx", "odt"), ("xlsx", "ods"), ("xlsx", "xls")]
)
def test_a_form_survives_the_old_formats(source: str, target: str, tmp_path: Path) -> None:
    made = to_docx(ROWS) if source == "docx" else to_xlsx(ROWS)
    data = office(made, source, target, tmp_path)
    tables = [block for block in read(data, f"a.{target}").blocks if isinstance(block, Table)]
    found = [(cell.row, cell.column, cell.text) for cell in (cell for row in tables[0].rows for cell in row)]
    assert found == [(row, column, box.text) for row, column, box in placed(ROWS)]
    heads = [Box(cell.text, cell.colspan, cell.rowspan) for row in tables[0].rows for cell in row]
    assert heads == [box for _, _, box in placed(ROWS)]
    if target != "xls":
        assert not any(cell.anchor for row in tables[0].rows for cell in row)


def test_without_libreoffice_the_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrier, "find_office", lambda: None)
    for name, data in (("a.doc", b"{\\rtf1 x}"), ("a.wps", b"{\\rtf1 x}")):
        with pytest.raises(UnreadableError, match="LibreOffice") as caught:
            carrier.read_doc(data, name)
        assert name[2:] in caught.value.zh and "另存为" in caught.value.zh
        assert "LibreOffice" in caught.value.en


def test_a_converter_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/id\nsleep 60 & wait\n")
    program.chmod(0o700)
    monkeypatch.setattr(carrier, "find_office", lambda: str(program))
    monkeypatch.setattr(carrier, "MAX_CONVERSION_SECONDS", 0.5)
    with pytest.raises(UnreadableError, match="用时"):
        carrier.read_doc(b"x", "a.doc")
    assert not Path(f"/proc/{(tmp_path / 'id').read_text().strip()}").exists()


def test_a_converter_that_fails_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o700)
    monkeypatch.setattr(carrier, "find_office", lambda: str(program))
    with pytest.raises(UnreadableError, match="无法转换"):
        carrier.read_doc(b"x", "a.doc")


@needs_office
def test_a_linked_picture_is_not_fetched() -> None:
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, format: str, *args: object) -> None:
            return

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}"
    picture = f'INCLUDEPICTURE "{url}/a.png" \\\\d'
    data = ("{\\rtf1\\ansi {\\field{\\*\\fldinst " + picture + "}{\\fldrslt }} plain text\\par}").encode()
    try:
        content = read(data, "a.rtf")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert [getattr(block, "text", "") for block in content.blocks] == ["plain text"]
    assert asked == []
