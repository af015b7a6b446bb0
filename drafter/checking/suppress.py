"""Findings that people have accepted: waivers with a reason and an end, and a baseline that only shrinks.

Filings cannot carry comments for a checker, so both live beside them. Neither refers to a position: a row that moves,
or a finding mended above, makes no accepted finding new.
"""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from typing import Any, NamedTuple, cast

from drafter.checking.report import DocumentReport, FilingReport, Finding, Suppressed, WaiverUse
from drafter.errors import InputError, toml_place

BASELINE_SCHEMA = "drafter.baseline/1"


class Waiver(NamedTuple):
    """One accepted finding, or kind of finding, with why and until when.

    Attributes:
        rule: Code or name.
        project: Project name, `*` and `?` as wildcards.
        reason: Why it is accepted; required.
        expires: Last day it holds; required.
        year: Budget year, or None for any.
        path: Field path with wildcards ("indicators[[]*].target" or "annual_goal"), or None for any.
        person: Who accepted it, by office or function.
    """

    rule: str
    project: str
    reason: str
    expires: dt.date
    year: int | None = None
    path: str | None = None
    person: str | None = None

    def covers(self, filing: FilingReport, finding: Finding) -> bool:
        """Whether this waiver is about that finding."""
        return (
            self.rule in (finding.code, finding.name)
            and fnmatchcase(filing.project_name or "", self.project)
            and self.year in (None, filing.year)
            and (self.path is None or fnmatchcase(finding.primary.path, self.path.replace("[", "[[]")))
        )


_FIELDS = {"rule", "project", "reason", "expires", "year", "path", "person"}


def load_waivers(text: str, source: str) -> list[Waiver]:
    """The waivers of a TOML text with `[[waiver]]` tables.

    Raises:
        InputError: No TOML, an unknown key, or a waiver without rule, project, reason or expiry; the entry is named.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            f"{source} 不是有效的 TOML：{toml_place(error)}", f"{source} is not valid TOML: {error}"
        ) from error
    entries: Any = data.get("waiver", [])
    if not isinstance(entries, list):
        raise InputError(f"{source}：豁免要写成 [[waiver]]", f"{source}: waivers are written as [[waiver]] tables")
    rows = cast("list[dict[str, Any]]", entries)
    return [_waiver(entry, f"{source} [[waiver]] {number}") for number, entry in enumerate(rows, 1)]


def _waiver(entry: dict[str, Any], where: str) -> Waiver:
    unknown = sorted(set(entry) - _FIELDS)
    if unknown:
        raise InputError(f"{where}：没有名为 {unknown[0]} 的项", f"{where}: unknown key {unknown[0]}")
    for name in ("rule", "project", "reason"):
        if not isinstance(entry.get(name), str) or not entry[name].strip():
            raise InputError(f"{where}：缺少 {name}", f"{where}: {name} is missing")
    for name, kind in (("year", int), ("path", str), ("person", str)):
        if name in entry and type(entry[name]) is not kind:
            raise InputError(
                f"{where}：{name} 的值不对：{entry[name]!r}", f"{where}: bad value for {name}: {entry[name]!r}"
            )
    # A TOML date-time is a date to Python, but not a day to compare with.
    if type(entry.get("expires")) is not dt.date:
        raise InputError(
            f"{where}：expires 应写到期日，如 expires = 2027-01-31",
            f"{where}: expires must be a date such as 2027-01-31",
        )
    return Waiver(**entry)


class Suppressions:
    """Waivers and baseline of one run, applied document by document.

    Attributes:
        waivers: The waivers of the run.
        baseline: Fingerprints accepted before, with what they were; None when the run has no baseline.
        today: Decides which waivers have expired.
    """

    def __init__(
        self,
        waivers: Sequence[Waiver] = (),
        baseline: dict[str, dict[str, Any]] | None = None,
        today: dt.date | None = None,
    ) -> None:
        self.waivers, self.baseline, self.today = waivers, baseline, today or dt.date.today()
        self._used: set[int] = set()
        self._seen: dict[str, dict[str, Any]] = {}
        self._judged: dict[tuple[str | None, int | None], frozenset[str]] = {}
        self._equal: dict[frozenset[str], frozenset[str]] = {}

    def apply(self, report: DocumentReport) -> None:
        """Move accepted findings of a document from `findings` to `suppressed`."""
        for filing in report.filings:
            self._remember(filing)
            kept: list[Finding] = []
            for finding in filing.findings:
                accepted = self._by_waiver(filing, finding) or self._by_baseline(filing, finding)
                if accepted is None:
                    kept.append(finding)
                else:
                    filing.suppressed.append(accepted)
            filing.findings = kept

    def waiver_uses(self) -> list[WaiverUse]:
        """What became of each waiver: used, unused or expired. Unused ones should be deleted."""
        return [
            WaiverUse(
                rule=waiver.rule,
                project=waiver.project,
                reason=waiver.reason,
                expires=waiver.expires,
                status="expired" if waiver.expires < self.today else "used" if number in self._used else "unused",
            )
            for number, waiver in enumerate(self.waivers)
        ]

    def shrunk_baseline(self) -> dict[str, dict[str, Any]]:
        """The baseline after this run: without what rules judged again and found no more.

        An entry stays where its filing was not checked, or its rule was not run or could not judge.
        """
        return {
            fingerprint: entry
            for fingerprint, entry in (self.baseline or {}).items()
            if fingerprint in self._seen
            or entry.get("code") not in self._judged.get((entry["project_name"], entry["year"]), ())
        }

    def _remember(self, filing: FilingReport) -> None:
        key = filing.project_name, filing.year
        judged = {code for code, outcome in filing.outcomes.items() if outcome != "insufficient"}
        both = self._judged.get(key, frozenset()) | judged
        # Thousands of filings are judged by the same few sets of rules.
        self._judged[key] = self._equal.setdefault(both, both)

    def _by_waiver(self, filing: FilingReport, finding: Finding) -> Suppressed | None:
        for number, waiver in enumerate(self.waivers):
            if waiver.expires >= self.today and waiver.covers(filing, finding):
                self._used.add(number)
                return Suppressed(code=finding.code, fingerprint=finding.fingerprint, by="waiver", reason=waiver.reason)
        return None

    def _by_baseline(self, filing: FilingReport, finding: Finding) -> Suppressed | None:
        if self.baseline is None or finding.fingerprint not in self.baseline:
            return None
        self._seen[finding.fingerprint] = baseline_entry(filing, finding)
        return Suppressed(code=finding.code, fingerprint=finding.fingerprint, by="baseline", reason=None)


def baseline_entry(filing: FilingReport, finding: Finding) -> dict[str, Any]:
    """What a baseline keeps of a finding, so that people can read the file."""
    return {
        "code": finding.code,
        "project_name": filing.project_name,
        "year": filing.year,
        "message": finding.message,
    }


def make_baseline(reports: Iterable[DocumentReport]) -> dict[str, dict[str, Any]]:
    """A baseline that accepts every finding of these reports."""
    return {
        finding.fingerprint: baseline_entry(filing, finding)
        for report in reports
        for filing in report.filings
        for finding in filing.findings
    }


def load_baseline(text: str, source: str) -> dict[str, dict[str, Any]]:
    """The entries of a baseline file by fingerprint.

    Raises:
        InputError: Not a baseline file.
    """
    try:
        data: Any = json.loads(text)
        if data["schema"] != BASELINE_SCHEMA:
            raise KeyError("schema")
        return {
            str(fingerprint): {**entry, "project_name": entry["project_name"], "year": entry["year"]}
            for fingerprint, entry in data["findings"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{source} 不是基线文件（{BASELINE_SCHEMA}）", f"{source} is no baseline file") from error


def dump_baseline(entries: dict[str, dict[str, Any]]) -> str:
    """A baseline as text, sorted so that two versions compare line by line."""
    data = {"schema": BASELINE_SCHEMA, "findings": dict(sorted(entries.items()))}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
