"""PDF pages drawn line by line, to put a page break, a clip or a missing border exactly where a test needs it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 400.0, 300.0
SIZE = 10.0
LEADING = 12.0


class Drawn(NamedTuple):
    """A box on a page, from the top left, with its lines of text."""

    x0: float
    top: float
    x1: float
    bottom: float
    lines: tuple[str, ...] = ()


def pdf(*pages: Callable[[Canvas], None] | Iterable[Drawn], **options: Any) -> bytes:
    """A document of pages, each a list of boxes or a function that draws."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), **options)
    for page in pages:
        canvas.setFont("STSong-Light", SIZE)
        if callable(page):
            page(canvas)
        else:
            for box in page:
                draw(canvas, box)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def draw(canvas: Canvas, box: Drawn) -> None:
    canvas.rect(box.x0, HEIGHT - box.bottom, box.x1 - box.x0, box.bottom - box.top, stroke=1, fill=0)
    for number, line in enumerate(box.lines):
        write(canvas, box.x0 + 4, box.top + 2 + LEADING * number, line)


def write(canvas: Canvas, x: float, top: float, text: str) -> None:
    canvas.drawString(x, HEIGHT - top - SIZE, text)


def grid(xs: tuple[float, ...], top: float, *rows: tuple[str | None, ...]) -> list[Drawn]:
    """Boxes of a grid whose rows are as high as their longest text; None leaves a place to another box."""
    boxes: list[Drawn] = []
    for row in rows:
        lines = [tuple(text.split("/")) if text else () for text in row]
        bottom = top + 4 + LEADING * max(1, max(len(found) for found in lines))
        for column, text in enumerate(row):
            if text is not None:
                boxes.append(Drawn(xs[column], top, xs[column + 1], bottom, lines[column]))
        top = bottom
    return boxes
