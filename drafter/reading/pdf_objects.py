"""The drawn objects of a PDF page: paths become ruling lines, large pictures and the clips of texts are noted."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from drafter.reading.limits import MAX_PAGE_LINES
from drafter.reading.pdf_page import Box, Page, Ruling

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_LINE_TO, _MOVE_TO = 0, 2
_MAX_FORMS = 8
_MAX_CLIP = 1_000
_WHITE = 250
THIN = 3.0
"""A filled shape no thicker than this is a ruling line; borders in print are 0.5 to 2.25 points."""

Matrix = tuple[float, float, float, float, float, float]
Points = list[tuple[float, float]]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_objects(raw: Any, source: Any, page: Page) -> dict[int, Box]:
    """Fill `page.horizontal`, `page.vertical` and `page.has_picture`.

    Args:
        raw: pypdfium2's raw functions.
        source: The page of pypdfium2.
        page: The page to fill.

    Returns:
        By address of a text object, the box outside which it is not seen, where that is less than the page.
    """
    objects = _Objects(raw, source, page)
    if objects.budget < 0:
        page.horizontal.clear()
        page.vertical.clear()
    return objects.clips


class _Objects:
    def __init__(self, raw: Any, source: Any, page: Page) -> None:
        self._raw = raw
        self._page = page
        self.clips: dict[int, Box] = {}
        self.budget = MAX_PAGE_LINES
        count = raw.FPDFPage_CountObjects(source)
        self._walk(count, lambda index: raw.FPDFPage_GetObject(source, index), _IDENTITY, 0)

    def _walk(self, count: int, get: Callable[[int], Any], matrix: Matrix, depth: int) -> None:
        raw = self._raw
        for index in range(count):
            if self.budget < 0:
                return
            thing = get(index)
            kind = raw.FPDFPageObj_GetType(thing)
            if kind == _TEXT:
                if depth == 0:
                    self._clip(thing)
            elif kind == _PATH:
                self._path(thing, matrix)
            elif kind == _IMAGE:
                self._picture(thing)
            elif kind == _FORM and depth < _MAX_FORMS:
                self._walk(
                    raw.FPDFFormObj_CountObjects(thing),
                    lambda number, form=thing: raw.FPDFFormObj_GetObject(form, number),
                    _multiply(self._matrix(thing), matrix),
                    depth + 1,
                )

    def _matrix(self, thing: Any) -> Matrix:
        matrix = self._raw.FS_MATRIX()
        if not self._raw.FPDFPageObj_GetMatrix(thing, ctypes.byref(matrix)):
            return _IDENTITY
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _clip(self, thing: Any) -> None:
        raw, view = self._raw, self._page.view
        path = raw.FPDFPageObj_GetClipPath(thing)
        count = raw.FPDFClipPath_CountPaths(path) if path else -1
        if count < 1:
            return
        x, y = ctypes.c_float(), ctypes.c_float()
        x0, y0, x1, y1 = 0.0, 0.0, view.width, view.height
        for number in range(min(count, _MAX_CLIP)):
            points: Points = []
            for index in range(min(raw.FPDFClipPath_CountPathSegments(path, number), _MAX_CLIP)):
                segment = raw.FPDFClipPath_GetPathSegment(path, number, index)
                raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
                points.append(view.seen(x.value, y.value))
            if points:
                left, top, right, bottom = _bounds(points)
                x0, y0, x1, y1 = max(x0, left), max(y0, top), min(x1, right), min(y1, bottom)
        if x1 - x0 < 0.9 * view.width:
            self.clips[ctypes.addressof(thing.contents)] = (x0, y0, x1, y1)

    def _picture(self, thing: Any) -> None:
        bounds = [ctypes.c_float() for _ in range(4)]
        if self._raw.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, bounds)):
            left, bottom, right, top = (bound.value for bound in bounds)
            if abs((right - left) * (top - bottom)) * 4 > self._page.view.width * self._page.view.height:
                self._page.has_picture = True

    def _path(self, thing: Any, outer: Matrix) -> None:
        raw = self._raw
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(thing, ctypes.byref(fill), ctypes.byref(stroke))
        strokes = bool(stroke.value) and not _is_white(raw.FPDFPageObj_GetStrokeColor, thing)
        fills = bool(fill.value) and not _is_white(raw.FPDFPageObj_GetFillColor, thing)
        if not (strokes or fills):
            return
        count = raw.FPDFPath_CountSegments(thing)
        self.budget -= max(count, 1)
        if self.budget < 0:
            return
        a, b, c, d, e, f = _multiply(self._matrix(thing), outer)
        x, y = ctypes.c_float(), ctypes.c_float()
        px, py = ctypes.byref(x), ctypes.byref(y)
        seen = self._page.view.seen
        outline: Points = []
        curved = False
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(thing, index)
            raw.FPDFPathSegment_GetPoint(segment, px, py)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == _MOVE_TO and outline:
                self._outline(outline, strokes, curved)
                outline, curved = [], False
            outline.append(seen(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
            curved = curved or kind not in (_LINE_TO, _MOVE_TO)
            if raw.FPDFPathSegment_GetClose(segment):
                outline.append(outline[0])
        self._outline(outline, strokes, curved)

    def _outline(self, points: Points, strokes: bool, curved: bool) -> None:
        if len(points) < 2 or curved:
            return
        if not strokes:
            self._rule(*_bounds(points), THIN)
            return
        for pair in pairwise(points):
            self._rule(*_bounds(pair), 1.0)

    def _rule(self, x0: float, y0: float, x1: float, y1: float, thickness: float) -> None:
        page = self._page
        # The little square where two borders meet is both.
        if y1 - y0 <= thickness:
            page.horizontal.append(Ruling((y0 + y1) / 2, x0, x1))
        if x1 - x0 <= thickness:
            page.vertical.append(Ruling((x0 + x1) / 2, y0, y1))


def _is_white(get: Callable[..., int], thing: Any) -> bool:
    """Whether a colour leaves nothing to see: white, or fully transparent."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(thing, *map(ctypes.byref, (red, green, blue, alpha))):
        return False
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= _WHITE


def _bounds(points: Points | tuple[tuple[float, float], ...]) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _multiply(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
