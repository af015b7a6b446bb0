"""Reading: a document of any carrier becomes filings with places."""

from drafter.reading.content import Cell, Content, Paragraph, Reader, Table
from drafter.reading.documents import read, read_bytes
from drafter.reading.folders import files_of, folder_notes, names_of, read_all

__all__ = [
    "Cell",
    "Content",
    "Paragraph",
    "Reader",
    "Table",
    "files_of",
    "names_of",
    "folder_notes",
    "read",
    "read_all",
    "read_bytes",
]
