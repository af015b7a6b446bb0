"""From what a rule emitted to what people and programs read: places, messages, fingerprints."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from drafter.checking.emit import Argument, Hit, Ref
from drafter.checking.report import Finding, PlaceRef, Suggestion
from drafter.checking.rule import Rule
from drafter.checking.show import tidy
from drafter.filing import Filing, Place, Target
from drafter.language.patterns import lazy
from drafter.paths import steps

_INDEX = lazy(r"\[\d+\]")
_WHERE = "source"
"""The argument that names the file of another filing: files are renamed and folders grow, the finding stays."""


def field_value(filing: Filing, path: str) -> Any:
    """The value at a path such as `budget_lines[0].amount`, None where there is none."""
    value: Any = filing
    for step in steps(path):
        if isinstance(step, str):
            value = getattr(value, step, None)
        elif value is not None:
            value = value[step] if step < len(value) else None
    return value


def field_text(filing: Filing, path: str) -> str:
    """The value at a path as text, for filings that came without a document."""
    value = field_value(filing, path)
    if value is None:
        return filing.printed.get(path, "")
    if isinstance(value, Target):
        return value.raw
    if isinstance(value, Decimal):
        return f"{value:,f}"
    if isinstance(value, (str, int)) or hasattr(value, "isoformat"):
        return str(value)
    return str(getattr(value, "name", None) or getattr(value, "item", None) or "")


_PLACES = (
    (lazy(r"工作表 "), "sheet "),
    (lazy(r"第(\d+)页"), r"page \1 "),
    (lazy(r"表(\d+)"), r"table \1 "),
    (lazy(r"第(\d+)行"), r"line \1 "),
    (lazy(r"第(\d+)列"), r"column \1 "),
    (lazy(r"第(\d+)段"), r"paragraph \1 "),
)
_SHEET_CELL = lazy(r".+!\$?[A-Z]+\$?\d+$")


def english_place(location: str) -> str:
    """A place of a document in English: 表2 第5行第3列 → table 2 row 5 column 3. A sheet keeps its own name."""
    if _SHEET_CELL.fullmatch(location):
        return location
    for pattern, words in _PLACES:
        location = pattern.sub(words, location)
    location = " ".join(location.split())
    return location.replace("line", "row") if "table" in location else location


class Wording:
    """Words the hits of one filing in one language."""

    def __init__(self, filing: Filing, places: Mapping[str, Place], lang: str) -> None:
        self._filing = filing
        self._places = places
        self._english = lang == "en"
        self._seen: dict[str, int] = {}

    def place(self, ref: Ref) -> PlaceRef:
        """The public form of a place. A span of a running text quotes just that part."""
        place = self._places.get(ref.path)
        location = place.location if place else None
        if location and self._english:
            location = english_place(location)
        if ref.span is not None:
            text = field_text(self._filing, ref.path)[ref.span[0] : ref.span[1]]
            return PlaceRef(path=ref.path, text=text, span=ref.span, location=location)
        text = place.text if place else field_text(self._filing, ref.path)
        return PlaceRef(path=ref.path, text=text, span=None, location=location)

    def finding(self, rule: Rule, hits: list[Hit]) -> Finding:
        """One finding from one hit, or from several equal ones with the rest as related places."""
        hit = hits[0]
        message = message_of(rule, hit, english=self._english)
        related = list(hit.related)
        if len(hits) > 1:
            more = len(hits) - 1
            message += f" (and {more} more like it)" if self._english else f"（另有 {more} 处相同）"
            related += [ref for other in hits[1:] for ref in (other.primary, *other.related)]
        primary = self.place(hit.primary)
        arguments = {name: _plain(value) for name, value in hit.arguments.items()}
        suggestion = Suggestion(path=hit.suggestion[0], value=hit.suggestion[1]) if hit.suggestion else None
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=hit.severity or rule.severity,
            message=message,
            primary=primary,
            related=[self.place(ref) for ref in related],
            arguments=arguments,
            arithmetic=hit.arithmetic,
            suggestion=suggestion if len(hits) == 1 else None,
            fingerprint=self._fingerprint(rule, primary, arguments),
        )

    def _fingerprint(self, rule: Rule, primary: PlaceRef, arguments: Mapping[str, str]) -> str:
        # Content only: a row moved, or a finding fixed above, must not make an accepted finding new.
        identity = (
            rule.code,
            self._filing.project_name or "",
            str(self._filing.year or ""),
            _kind_of(primary.path),
            "".join(primary.text.split()),
            *(f"{name}={value}" for name, value in sorted(arguments.items()) if name != _WHERE),
        )
        digest = hashlib.sha256("\x1f".join(identity).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        count = self._seen[digest] = self._seen.get(digest, 0) + 1
        return digest if count == 1 else f"{digest}-{count}"


@lru_cache(1024)
def _kind_of(path: str) -> str:
    """A path without positions: a row moved is the same row."""
    return _INDEX.sub("", path)


def message_of(rule: Rule, hit: Hit, *, english: bool) -> str:
    """The sentence of a hit.

    Raises:
        KeyError: The rule has no such variant, or its template names an argument that the hit does not give.
    """
    shown = {name: _shown(value) for name, value in hit.arguments.items()}
    return rule.messages[hit.variant][1 if english else 0].format_map(shown)


def ensure_worded(rule: Rule, hit: Hit) -> None:
    """Make sure that both sentences of a hit can be written, without writing them: few hits are shown in one language.

    Raises:
        KeyError: As `message_of`.
    """
    _ensure_named(rule.messages[hit.variant], tuple(hit.arguments))


@lru_cache(1024)
def _ensure_named(templates: tuple[str, str], names: tuple[str, ...]) -> None:
    """Arguments are shown as text, so that whether a template takes them is a matter of their names."""
    arguments = dict.fromkeys(names, "-")
    for template in templates:
        template.format_map(arguments)


def _shown(value: Argument) -> str:
    return f"{tidy(value):,f}" if isinstance(value, Decimal) else str(value)


def _plain(value: Argument) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)
