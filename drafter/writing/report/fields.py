"""The fields of a filing on the HTML page, each with what findings and comparisons say of it."""

from __future__ import annotations

from typing import Any

from drafter.checking.report import FilingReport, PlaceRef
from drafter.checking.wording import field_text
from drafter.filing import Filing
from drafter.language.patterns import lazy
from drafter.writing.form.printed import target_text
from drafter.writing.report.highlight import Mark, pieces, worst
from drafter.writing.words import path_words

BUDGET_COLUMNS = ("item", "amount", "unit_price", "quantity", "unit", "note")

_TEXTS = ("overall_goal", "annual_goal", "narrative")
_FUNDING = (
    "project_total", "fiscal_total", "project_other", "annual_total", "current_appropriation", "carryover", "other",
    "upper_level", "own_level", "lower_level", "last_year_budget", "last_year_execution",
)  # fmt: skip
_NOT_ID = lazy(r"[^a-z0-9_]+")
_SHOWN = lazy(
    r"(?:overall_goal|annual_goal|narrative|funding\.\w+|indicators\[\d+\]\.(?:name|target)"
    r"|budget_lines\[\d+\]\.(?:item|amount|unit_price|quantity|unit|note))$"
)


def anchor(key: str, path: str) -> str:
    """The id of a field on the page."""
    return f"{key}-{_NOT_ID.sub('-', path)}"


def is_shown(path: str) -> bool:
    """Whether a field has a place of its own on the page."""
    return _SHOWN.match(path) is not None


class Fields:
    """The fields of one filing; nothing where the filing is not at hand."""

    def __init__(self, lang: str, key: str, report: FilingReport, filing: Filing | None) -> None:
        self._lang = lang
        self._key = key
        self._filing = filing
        self._said: dict[str, list[tuple[PlaceRef, str, str]]] = {}
        for number, finding in enumerate(report.findings):
            for place in (finding.primary, *finding.related):
                self._say(place, finding.severity, f"{key}-n{number}")
        for number, row in enumerate(report.reconciliation):
            for place in (row.primary, *row.related):
                self._say(place, row.status, f"{key}-r{number}")

    def _say(self, place: PlaceRef, state: str, target: str) -> None:
        self._said.setdefault(place.path, []).append((place, state, target))

    def texts(self) -> list[dict[str, Any]]:
        """The goals and the narrative, cut into plain and marked pieces."""
        texts: list[dict[str, Any]] = []
        for path in _TEXTS:
            text = field_text(self._filing, path) if self._filing else ""
            if text:
                said = self._said.get(path, ())
                marks = [Mark(place.span, state, target) for place, state, target in said if place.span is not None]
                label = path_words(path, self._lang)
                texts.append({"label": label, "pieces": pieces(text, marks), "id": anchor(self._key, path)})
        return texts

    def funding(self) -> list[tuple[str, dict[str, Any]]]:
        """The amounts that are filled in, with their labels."""
        filing = self._filing
        if filing is None:
            return []
        paths = [f"funding.{name}" for name in _FUNDING if getattr(filing.funding, name) is not None]
        printed = [filing.printed.get(path) or field_text(filing, path) for path in paths]
        return [
            (path_words(path, self._lang), self._cell(path, text)) for path, text in zip(paths, printed, strict=True)
        ]

    def indicators(self) -> list[dict[str, Any]]:
        """The indicator rows."""
        return [
            {
                "level1": indicator.level1 or "",
                "level2": indicator.level2 or "",
                "name": self._cell(f"indicators[{number}].name", indicator.name),
                "target": self._cell(f"indicators[{number}].target", target_text(indicator.target)),
            }
            for number, indicator in enumerate(self._filing.indicators if self._filing else ())
        ]

    def budget(self) -> list[list[dict[str, Any]]]:
        """The cost breakdown by `BUDGET_COLUMNS`."""
        filing = self._filing
        if filing is None:
            return []
        rows = [[f"budget_lines[{row}].{name}" for name in BUDGET_COLUMNS] for row in range(len(filing.budget_lines))]
        return [[self._cell(path, field_text(filing, path)) for path in row] for row in rows]

    def _cell(self, path: str, text: str) -> dict[str, Any]:
        said = self._said.get(path, ())
        targets = tuple(dict.fromkeys(target for _, _, target in said))
        state = worst(state for _, state, _ in said)
        return {"id": anchor(self._key, path), "text": text, "state": state, "targets": targets}
