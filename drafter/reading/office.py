"""Formats only an office program can open (.doc, .wps, .rtf, .odt): converted by LibreOffice where it is installed.

LibreOffice runs with a profile of its own, macros off and links not followed, in a temporary folder that is removed.
The places of a converted document are those of the copy, so cells keep their location and lose their anchor.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from drafter.errors import UnreadableError
from drafter.reading.content import Block, Content, Table
from drafter.reading.limits import MAX_CONVERSION_SECONDS, check_size, too_large
from drafter.reading.ole import refuse_encrypted

_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
# No macro runs, no linked file or picture is loaded, whatever the document asks for.
_SETTINGS = (
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    (_INTERNET, "ooInetProxyType", "2"),
    (_INTERNET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPProxyPort", "9"),
)
_NAMES = {
    "doc": "Word 97-2003（.doc）",
    "wps": "WPS 文字（.wps）",
    "rtf": "RTF",
    "odf": "OpenDocument",
    "xml": "Office 2003 XML",
}


def find_office() -> str | None:
    """LibreOffice's program, if it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def read_doc(data: bytes, document: str) -> Content:
    """Read a .doc or .wps document through LibreOffice.

    Raises:
        UnreadableError: LibreOffice is not installed or cannot convert the document, or it is encrypted.
    """
    return _converted(data, "wps" if document.lower().endswith(".wps") else "doc", "docx")


def read_rtf(data: bytes, document: str) -> Content:  # noqa: ARG001 - every carrier is called alike
    """Read a rich text document through LibreOffice. Raises as `read_doc` does."""
    return _converted(data, "rtf", "docx")


def read_odf(data: bytes, document: str) -> Content:  # noqa: ARG001 - every carrier is called alike
    """Read an OpenDocument text or spreadsheet through LibreOffice. Raises as `read_doc` does."""
    is_sheet = b"opendocument.spreadsheet" in data[:200]
    return _converted(data, "odf", "xlsx" if is_sheet else "docx", ".ods" if is_sheet else ".odt")


def read_office_xml(data: bytes, document: str) -> Content:  # noqa: ARG001 - every carrier is called alike
    """Read a Word or Excel document of the XML format of Office 2003. Raises as `read_doc` does."""
    is_sheet = b"office:spreadsheet" in data[:4096]
    return _converted(data, "xml", "xlsx" if is_sheet else "docx")


def _converted(data: bytes, name: str, target: str, suffix: str = "") -> Content:
    from drafter.reading.docx import read_docx
    from drafter.reading.xlsx import read_xlsx

    check_size(data)
    refuse_encrypted(data)
    copy = convert(data, suffix or f".{name}", target, _NAMES[name])
    content = (read_docx if target == "docx" else read_xlsx)(copy, "")
    return Content(tuple(map(_without_anchors, content.blocks)), name, content.notes)


def _without_anchors(block: Block) -> Block:
    if isinstance(block, Table):
        return block._replace(rows=tuple(tuple(cell._replace(anchor=()) for cell in row) for row in block.rows))
    return block._replace(anchor=())


def convert(data: bytes, suffix: str, target: str, name: str) -> bytes:
    """A document converted by LibreOffice.

    Args:
        data: The document.
        suffix: Its suffix, with dot.
        target: Suffix to convert to, without dot.
        name: What people call its format.

    Raises:
        UnreadableError: LibreOffice is not installed, takes too long or fails.
    """
    program = find_office()
    if program is None:
        raise UnreadableError(
            f"{name} 文件需要 LibreOffice 才能读取，本机未安装。请安装 LibreOffice，或将文件另存为 .docx 或 .xlsx。",
            "This format needs LibreOffice, which is not installed. Install it, or save the file as .docx or .xlsx.",
        )
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        place = Path(folder)
        settings = place / "profile" / "user"
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
        source = place / f"document{suffix}"
        source.write_bytes(data)
        _run(program, source, target, place)
        copy = place / "out" / f"document.{target}"
        if not copy.is_file():
            raise UnreadableError(
                f"{name} 文件已损坏或不是该格式，LibreOffice 无法转换。请在原软件中打开后另存为 .docx 或 .xlsx。",
                "LibreOffice cannot convert the document; it is damaged or of another format.",
            )
        return copy.read_bytes()


def _profile() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _run(program: str, source: Path, target: str, place: Path) -> None:
    profile = (place / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", target, "--outdir", str(place / "out"), str(source)]
    environment = {**os.environ, "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    # A session of its own, so that a timeout ends the office process and not only its launcher.
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=os.name == "posix",
    )
    try:
        process.wait(MAX_CONVERSION_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise too_large(
            "LibreOffice 转换用时", "Conversion by LibreOffice takes", MAX_CONVERSION_SECONDS, " 秒", "s"
        ) from error
    finally:
        if process.poll() is None:
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            process.wait()
