"""The document carriers other than text, as readers to register. Nothing heavy is imported before a file needs it.

A reader's sniff may see the first bytes only, and a zip or OLE file tells there only that it is one; so the readers of
these families share one function that looks inside, and a wrong suffix never matters.
A .zip of documents is no carrier: `drafter.reading.archive.documents` gives its members, to be read one by one.
"""

from __future__ import annotations

from drafter.errors import UnreadableError
from drafter.reading.content import Content, Reader

_ZIP_MAGIC = b"PK\x03\x04"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _package(data: bytes, document: str) -> Content:
    from drafter.reading.archive import damaged, package_kind

    kind = package_kind(data)
    if kind == "docx":
        from drafter.reading.docx import read_docx

        return read_docx(data, document)
    if kind == "xlsx":
        from drafter.reading.xlsx import read_xlsx

        return read_xlsx(data, document)
    if kind == "odf":
        from drafter.reading.office import read_odf

        return read_odf(data, document)
    if kind == "":
        return _misnamed(data, document)
    if kind == "zip" and not document.lower().endswith(".zip"):
        raise damaged()
    raise _unknown(kind)


def _misnamed(data: bytes, document: str) -> Content:
    """A file whose suffix names an Office format that its first bytes are not: exported text called .xls, as a rule."""
    if data.startswith(_OLE_MAGIC):
        return _ole(data, document)
    from drafter.reading.text import read_text

    return read_text(data, document)


def _unknown(kind: str) -> UnreadableError:
    names = {
        "xlsb": "Excel 二进制工作簿（.xlsb）",
        "pptx": "PowerPoint 演示文稿",
        "ofd": "OFD 版式文件",
        "ppt": "PowerPoint 演示文稿",
    }
    if kind == "zip":
        return UnreadableError(
            "这是压缩包，请逐份读取其中的文件。", "This is a zip file; read the documents in it one by one."
        )
    if kind == "ole":
        return UnreadableError(
            "文件已损坏，或不是 Word、Excel 文件。请在原软件中打开后另存为 .docx 或 .xlsx 再试。",
            "The file is damaged, or no Word or Excel file. Open it in its own program and save it as .docx or .xlsx.",
        )
    name = names.get(kind, "此种 Office 文件")
    return UnreadableError(
        f"{name}暂不能直接读取，请另存为 .docx、.xlsx 或 .pdf 后再试。",
        "This format cannot be read; save the file as .docx, .xlsx or .pdf.",
    )


def _ole(data: bytes, document: str) -> Content:
    from drafter.reading.archive import encrypted
    from drafter.reading.ole import ole_kind

    kind = ole_kind(data)
    if kind == "":
        return _misnamed(data, document)
    if kind == "encrypted":
        raise encrypted()
    if kind == "xls":
        from drafter.reading.xls import read_xls

        return read_xls(data, document)
    if kind == "doc":
        from drafter.reading.office import read_doc

        return read_doc(data, document)
    raise _unknown(kind)


def _pdf(data: bytes, document: str) -> Content:
    from drafter.reading.pdf import read_pdf

    return read_pdf(data, document)


def _html(data: bytes, document: str) -> Content:
    from drafter.reading.html import read_html

    return read_html(data, document)


def _mhtml(data: bytes, document: str) -> Content:
    from drafter.reading.html import read_mhtml

    return read_mhtml(data, document)


def _office_xml(data: bytes, document: str) -> Content:
    from drafter.reading.office import read_office_xml

    return read_office_xml(data, document)


def _rtf(data: bytes, document: str) -> Content:
    from drafter.reading.office import read_rtf

    return read_rtf(data, document)


def _is_package(data: bytes) -> bool:
    return data.startswith(_ZIP_MAGIC)


def _is_ole(data: bytes) -> bool:
    return data.startswith(_OLE_MAGIC)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _is_html(data: bytes) -> bool:
    from drafter.reading.html import is_html

    return is_html(data)


def _is_mhtml(data: bytes) -> bool:
    head = data[:1024].lower()
    return b"mime-version:" in head and b"multipart/related" in head


def _is_office_xml(data: bytes) -> bool:
    head = data[:4096]
    return b"<?mso-application" in head or b"urn:schemas-microsoft-com:office:spreadsheet" in head


def _is_rtf(data: bytes) -> bool:
    return data.startswith(b"{\\rtf")


CARRIERS: tuple[Reader, ...] = (
    Reader("docx", (".docx", ".docm", ".dotx", ".dotm"), _is_package, _package),
    Reader("xlsx", (".xlsx", ".xlsm", ".xltx", ".xltm"), _is_package, _package),
    Reader("odf", (".odt", ".ods"), _is_package, _package),
    Reader("xls", (".xls", ".xlt", ".et"), _is_ole, _ole),
    Reader("doc", (".doc", ".wps", ".dot"), _is_ole, _ole),
    Reader("pdf", (".pdf",), _is_pdf, _pdf),
    Reader("mhtml", (".mht", ".mhtml"), _is_mhtml, _mhtml),
    Reader("office-xml", (), _is_office_xml, _office_xml),
    Reader("html", (".html", ".htm", ".xhtml"), _is_html, _html),
    Reader("rtf", (".rtf",), _is_rtf, _rtf),
)
"""Every carrier of this package except text, in the order their sniffs are asked."""
