"""What every report format needs: the report, its language, titles of rules, and the texts that places point into."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from drafter.checking.report import DocumentReport, FilingReport, PlaceRef, Report, Suggestion
from drafter.checking.rule import Rule
from drafter.checking.show import printed_as, tidy
from drafter.checking.wording import field_text, field_value
from drafter.filing import Filing, Target
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy
from drafter.writing.form.printed import target_text
from drafter.writing.report.tally import Tallies
from drafter.writing.words import path_words, word

_LINE = lazy(r"(?:第|line )(\d+)(?:行|\b)")
_PATH = lazy(r"[a-z_0-9]+(?:\[\d+\]|\.[a-z_0-9]+)+|[a-z_]+")
_NUMBER = lazy(r"-?\d+(\.\d+)?")
_PRINTED = lazy(r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<unit>千元|万元|百万元|亿元)")
_SHIFTS = {"千元": Decimal("1E-3"), "万元": Decimal("1E-4"), "百万元": Decimal("1E-6"), "亿元": Decimal("1E-8")}
# Terminal escapes, and the marks that make text read in another order than it is stored.
_UNPRINTABLE = lazy("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_AROUND = 24
"""Characters of a goal quoted on each side of the words in question."""


Source: TypeAlias = "Callable[[], Iterable[tuple[DocumentReport, Sequence[Filing] | None]]]"
"""Goes through the documents of a run once more, in their order."""


_NO_RULES: Mapping[str, Rule] = MappingProxyType({})


class ReportView(NamedTuple):
    """A report and how to show it. See `render_report` and `report_pieces` for the fields."""

    report: Report
    lang: str = "zh"
    reconcile: bool = False
    color: bool = False
    rules: Mapping[str, Rule] = _NO_RULES
    filings: Sequence[Sequence[Filing]] | None = None
    source: Source | None = None
    counted: Tallies | None = None

    def word(self, key: str) -> str:
        """A word of the report's language."""
        return word(key, self.lang)

    def both(self, zh: str, en: str) -> str:
        """The sentence of the report's language."""
        return en if self.lang == "en" else zh

    @property
    def colon(self) -> str:
        """What stands between a label and what it labels."""
        return self.both("：", ": ")

    def aside(self, text: str) -> str:
        """A text in brackets, after other words."""
        return self.both(f"（{text}）", f" ({text})")

    def clean(self, accepted: int) -> str:
        """Said where nothing was found: nothing at all, or nothing that was not accepted before."""
        if not accepted:
            return self.word("clean")
        return self.word("nothing_new") + self.aside(self.both(f"已接受 {accepted} 处", f"{accepted} accepted before"))

    def title(self, code: str) -> str | None:
        """The title of a rule, None where the rule is not installed."""
        rule = self.rules.get(code)
        if rule is None:
            return None
        return rule.title_en if self.lang == "en" else rule.title

    def documents(self) -> Iterator[tuple[DocumentReport, list[tuple[FilingReport, Filing | None]]]]:
        """Every document with its filings' reports, each beside the filing itself where that is at hand."""
        for document, filings in self._pairs():
            known = [*(filings or ()), *([None] * len(document.filings))]
            yield document, list(zip(document.filings, known, strict=False))

    def reports(self) -> Iterator[DocumentReport]:
        """Every document's report, for formats that show nothing of the filings: those are not fetched."""
        return (document for document, _ in self._pairs())

    def tallies(self) -> Tallies:
        """The counts over all documents, made in passing where they are not known yet."""
        if self.counted is not None:
            return self.counted
        made = Tallies()
        for document, filings in self._pairs():
            made.add(document, filings)
        return made

    def titles(self) -> dict[str, str]:
        """Code → title of every rule known."""
        return {code: rule.title_en if self.lang == "en" else rule.title for code, rule in self.rules.items()}

    def _pairs(self) -> Iterator[tuple[DocumentReport, Sequence[Filing] | None]]:
        if self.source is not None:
            yield from self.source()
            return
        filings = self.filings or ()
        for number, document in enumerate(self.report.documents):
            yield document, filings[number] if number < len(filings) else None

    def name(self, filing: FilingReport) -> str:
        """Project name and year."""
        project = visible(filing.project_name) if filing.project_name else self.word("unnamed")
        year = "" if filing.year is None else self.both(f"（{filing.year}年）", f" ({filing.year})")
        return project + year

    def field(self, path: str, filing: Filing | None = None) -> str:
        """A field in words, with the name of its row where the filing is at hand: 指标第2行“保安人数”指标值."""
        row, _, name = path.partition("].")
        about = field_text(filing, row + "]") if filing is not None and name not in ("", "name", "item") else ""
        if not about:
            return path_words(path, self.lang)
        quote_open, quote_close = ("“", "”") if self.lang != "en" else (' "', '" ')
        words = path_words(row + "]", self.lang), path_words(name, self.lang)
        return f"{words[0]}{quote_open}{visible(about)}{quote_close}{words[1]}"

    def where(self, place: PlaceRef, filing: Filing | None = None) -> str:
        """Where a place is, for people: its location in the document, and the field in words."""
        field_name = self.field(place.path, filing)
        # Where a filing came as JSON its places are paths, which the words of the field say already.
        if not place.location or _PATH.fullmatch(place.location):
            return field_name
        return f"{visible(place.location)} {field_name}"

    def reason(self, document: DocumentReport) -> str:
        """Why a document has no filings."""
        key = "no_form" if document.status == "no_form" else "unreadable"
        return f"{self.word(key)}{self.colon}{visible(document.reason or '')}" if document.reason else self.word(key)

    def advice(self, suggestion: Suggestion, filing: Filing | None = None) -> str:
        """What to write where."""
        field_name = self.field(suggestion.path, filing)
        value = suggestion.value
        try:
            shown = _amount(Decimal(value), suggestion.path, filing) if _NUMBER.fullmatch(value) else visible(value)
        except InvalidOperation:
            shown = visible(value)
        return self.both(f"把{field_name}改为 {shown}", f"change {field_name} to {shown}")


def _amount(value: Decimal, path: str, filing: Filing | None) -> str:
    """A number to write at a place, in the unit printed there: 362000 stands as 36.2 万元 in a form of 万元."""
    printed = _PRINTED.fullmatch(filing.printed.get(path, "").strip()) if filing is not None else None
    if printed is None:
        return f"{tidy(value):,f}"
    digits = exact_product(value, _SHIFTS[printed["unit"]])
    return f"{printed_as(digits, Decimal(printed['digits'].replace(',', '')))} {printed['unit']}"


def plural(number: int, noun: str) -> str:
    """An English count: 1 error, 2 errors."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def visible(text: str) -> str:
    """Text on one line in which nothing acts on a terminal."""
    folded = re.sub(r"[ \t\r\n]+", " ", text)
    if folded.isprintable():
        return folded
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", folded)


def quoted(place: PlaceRef, filing: Filing | None) -> tuple[str, str, str]:
    """What is printed at a place as (before, the words, after).

    For words within a running text, before and after are its neighbours where the filing is at hand.
    """
    words = visible(place.text)
    if not words and filing is not None and isinstance(target := field_value(filing, place.path), Target):
        words = target_text(target)
    if place.span is None or filing is None:
        return "", words, ""
    text = field_value(filing, place.path)
    start, end = place.span
    if not isinstance(text, str) or end > len(text):
        return "", words, ""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    head = "…" if start > _AROUND else ""
    tail = "…" if end + _AROUND < len(text) else ""
    return head + visible(before), visible(text[start:end]), visible(after) + tail


def line_number(location: str | None) -> int | None:
    """The line of a place in a text document, None for other carriers."""
    match = _LINE.match(location or "")
    return int(match[1]) if match else None
