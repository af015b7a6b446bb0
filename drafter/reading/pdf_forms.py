"""Drawings inside drawings of a PDF (form XObjects): three levels of thirty repeat a line 27,000 times.

pdfium unfolds them while it opens a page, and nothing of ours runs meanwhile. A file whose drawings can multiply is
therefore opened in a process of its own first, with a limit on time and memory; office programs write no such file.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass

from drafter.errors import UnreadableError
from drafter.reading.limits import MAX_FORM_SECONDS, MAX_UNFOLDED, too_large

_DRAW = re.compile(rb"(?<![A-Za-z0-9])Do(?![A-Za-z0-9])")
_FEWEST = 2
# The dictionary of a page's content names a length and a filter; a drawing's has a box, a matrix, resources.
_CONTENT = re.compile(
    rb"\s*<<(?:\s*/(?:Length\s+\d+(?:\s+\d+\s+R)?|Filter\s*\[?\s*/(?:FlateDecode|ASCII85Decode|ASCIIHexDecode)\s*\]?))*"
    rb"\s*>>\s*"
)
_DATA = (
    b"/Image",
    b"/ObjStm",
    b"/XRef",
    b"/Length1",
    b"CIDFontType0C",
    b"/EmbeddedFile",
    b"/Metadata",
    b"/FunctionType",
)

_CHILD = """
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (450 << 20, 450 << 20))
except (ImportError, ValueError, OSError):
    pass
import pypdfium2
document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
for at in range(len(document)):
    document[at].close()
"""


@dataclass(slots=True)
class Drawings:
    """What the streams of a PDF say about drawings inside drawings.

    Attributes:
        most: Most drawings one stream calls for.
        largest: Bytes of the largest stream that may be a drawing.
        nested: Some drawing calls for several others.
    """

    most: int = 0
    largest: int = 0
    nested: bool = False

    def add(self, header: bytes, size: int, calls: int) -> None:
        """Take one stream: its dictionary, its unpacked size, how many drawings it calls for."""
        self.most = max(self.most, calls)
        if _CONTENT.fullmatch(header) is None and not any(mark in header for mark in _DATA):
            self.largest = max(self.largest, size)
            self.nested = self.nested or calls >= _FEWEST

    def add_unopened(self, header: bytes, body: bytes) -> None:
        """Take a stream that is not packed, or packed in a way only pdfium unpacks."""
        if b"/Filter" not in header:
            self.add(header, len(body), calls_of(body))
        elif not any(mark in header for mark in _DATA):
            self.nested = True

    @property
    def multiply(self) -> bool:
        """Whether opening a page may cost far more than its streams are long."""
        return self.nested or self.most * self.largest > MAX_UNFOLDED


def calls_of(commands: bytes) -> int:
    """How many drawings and pictures a piece of drawing commands calls for."""
    return len(_DRAW.findall(commands)) if b"Do" in commands else 0


def check_drawings(data: bytes) -> None:
    """Open every page of a PDF in a process of its own, which is ended after a while.

    Raises:
        UnreadableError: It took too long or too much memory.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-c", _CHILD],
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=MAX_FORM_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise too_complex(MAX_FORM_SECONDS) from error
    except OSError as error:
        raise too_complex(MAX_FORM_SECONDS) from error
    if done.returncode < 0 or done.returncode > 1:  # 1: Python's own error; what is wrong is said when it is read.
        raise too_complex(MAX_FORM_SECONDS)


def too_complex(seconds: float) -> UnreadableError:
    """The refusal of a PDF whose pages take too long."""
    return too_large("PDF 内容过于复杂，读取用时", "The PDF is too complex: reading time is", seconds, " 秒", "s")
