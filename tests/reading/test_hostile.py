"""Hostile files end soon, in little memory, with one clear sentence. Each is read in a process of its own."""

from __future__ import annotations

import http.server
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import Box, docx_of, form_rows, model, package_of, to_docx, to_html, to_pdf, to_xlsx
from hostile import Hostile, drawings_in_drawings, each, nested_drawings

from drafter.errors import UnreadableError
from drafter.reading import read_bytes
from drafter.reading.carriers import CARRIERS
from drafter.reading.content import Content, Paragraph

SECONDS, MEGABYTES = 20.0, 500
READ = {"largest_document_allowed", "page_of_characters_on_one_spot"}
"""Large and within the limits: these are read."""

CHILD = """
import json, pathlib, sys, time
import drafter.reading.pdf as pdf
pdf.MAX_SECONDS = 1.0  # the deadline is not what is measured
from drafter.errors import UnreadableError
from drafter.reading.carriers import CARRIERS
data = pathlib.Path(sys.argv[1]).read_bytes()
started = time.process_time()
reader = next(reader for reader in CARRIERS if reader.sniff(data[:4096]))
try:
    said = f"{len(reader.read(data, sys.argv[1]).blocks)} blocks"
except UnreadableError as error:
    said = error.zh
seconds = time.process_time() - started
status = pathlib.Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peak = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
print(json.dumps([said, seconds, peak / 1024]))
"""


@pytest.mark.parametrize("made", [pytest.param(made, id=made.__name__) for made in each()])
def test_a_hostile_file_ends_soon_and_says_why(made: Hostile, tmp_path: Path) -> None:
    name, data = made()
    path = tmp_path / name
    path.write_bytes(data)
    child = [sys.executable, "-c", CHILD, str(path)]
    done = subprocess.run(child, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    said, seconds, megabytes = json.loads(done.stdout)
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    if made.__name__ in READ:
        assert said.endswith(" blocks")
    else:
        assert said.endswith("。") and "\n" not in said and len(said) < 90, said


def test_drawings_in_drawings_end_by_the_clock_and_harmless_ones_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.reading import pdf_forms

    monkeypatch.setattr(pdf_forms, "MAX_FORM_SECONDS", 1.5)
    started = time.monotonic()
    with pytest.raises(UnreadableError, match="过于复杂"):
        read(drawings_in_drawings()[1], "a.pdf")
    assert time.monotonic() - started < SECONDS
    monkeypatch.setattr(pdf_forms, "MAX_FORM_SECONDS", 30.0)
    (line, *_) = read(nested_drawings(3, 2), "a.pdf").blocks
    assert isinstance(line, Paragraph) and "abc" in line.text


FORM = form_rows(model("water_01"))
CARRIED = {"docx": to_docx(FORM), "xlsx": to_xlsx(FORM), "pdf": to_pdf(FORM), "html": to_html(FORM)}


def read(data: bytes, name: str) -> Content:
    reader = next(reader for reader in CARRIERS if reader.sniff(data[:4096]))
    return reader.read(data, name)


@pytest.mark.parametrize("carrier", CARRIED)
def test_a_file_cut_at_any_hundredth_is_read_or_refused(carrier: str) -> None:
    whole = CARRIED[carrier]
    names = {suffix: reader for reader in CARRIERS for suffix in reader.suffixes}
    refused = 0
    for percent in range(1, 100):
        cut = whole[: len(whole) * percent // 100]
        try:
            names[f".{carrier}"].read(cut, f"a.{carrier}")
        except UnreadableError as error:
            assert error.zh.endswith("。")
            refused += 1
    assert refused >= 95


def test_an_old_workbook_cut_at_any_hundredth_is_read_or_refused() -> None:
    xlwt = pytest.importorskip("xlwt", reason="xlwt writes the .xls of this test")
    import io

    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for row in range(40):
        sheet.write(row, 0, f"指标{row}")
    out = io.BytesIO()
    book.save(out)
    whole = out.getvalue()
    for percent in range(1, 100):
        try:
            read(whole[: len(whole) * percent // 100], "a.xls")
        except UnreadableError as error:
            assert error.zh.endswith("。")


@pytest.mark.parametrize("carrier", CARRIED)
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".xls", ".doc", ".pdf", ".html", ".txt", ".md", ""])
def test_a_wrong_suffix_does_not_matter(carrier: str, suffix: str) -> None:
    document = read_bytes(CARRIED[carrier], f"a{suffix}")
    assert [located.filing.project_name for located in document.filings] == [model("water_01")["project_name"]]


def test_text_under_an_office_suffix_is_read_as_text() -> None:
    for suffix in (".xls", ".docx"):
        reader = next(reader for reader in CARRIERS if suffix in reader.suffixes)
        content = reader.read("项目名称：路灯养护".encode("gb18030"), f"a{suffix}")
        assert [block.text for block in content.blocks if isinstance(block, Paragraph)] == ["项目名称：路灯养护"]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("name", "data", "fragment"),
    [
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("a.xls", OLE + "Workbook\0".encode("utf-16-le"), "损坏"),
        ("a.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "PowerPoint"),
        ("a.ofd", package_of({"OFD.xml": ""}), "OFD"),
        ("a.xlsb", package_of({"[Content_Types].xml": "", "xl/workbook.bin": ""}), "xlsb"),
        ("a.docx", package_of({"b.txt": ""}), "损坏"),
        ("a.zip", package_of({"b.txt": ""}), "压缩包"),
        ("a.pdf", b"%PDF-1.7 nothing", "损坏"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, data: bytes, fragment: str) -> None:
    with pytest.raises(UnreadableError, match=fragment):
        read(data, name)


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server that notes every request."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()
    thread.join()


def test_nothing_outside_the_file_is_fetched(listener: tuple[str, list[str]]) -> None:
    url, asked = listener
    page = (
        f"<html><head><base href='{url}'><link rel=stylesheet href='{url}/a.css'><script src='{url}/a.js'></script>"
        f"</head><body><img src='{url}/a.png'><iframe src='{url}/b'></iframe><object data='{url}/c'></object>"
        "<p>正文</p></body></html>"
    )
    relations = (
        f'<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="{url}/t.dotm" TargetMode="External"/>'
        f'<Relationship Id="b" Type="x/image" Target="{url}/i.png" TargetMode="External"/></Relationships>'
    )
    body = '<w:p><w:r><w:drawing><a r="b"/></w:drawing><w:t>正文</w:t></w:r></w:p>'
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(docx_of(body))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    linked = package_of({**parts, "word/_rels/document.xml.rels": relations})
    stylesheet = f'<?xml version="1.0"?><?xml-stylesheet href="{url}/s.xsl"?>'
    styled = package_of({**parts, "word/document.xml": stylesheet.encode() + parts["word/document.xml"]})
    for data in (page.encode(), linked, styled):
        assert [block.text for block in read(data, "a").blocks if isinstance(block, Paragraph)] == ["正文"]
    assert asked == []


@pytest.mark.parametrize("clock", ["MAX_SECONDS", "MAX_WALL_SECONDS"])
def test_both_clocks_end_the_reading_of_a_pdf(clock: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"drafter.reading.pdf.{clock}", -1.0)
    document = read_bytes(to_pdf([[Box("项目支出绩效目标申报表")]]), "a.pdf")
    assert document.status == "unreadable"
    assert document.reason is not None and "过于复杂" in document.reason[0]
