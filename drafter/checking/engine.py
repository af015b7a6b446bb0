"""Runs rules over filings: outcomes, grouping, explanation, the reconciliation table."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping, Sequence

from drafter.checking.emit import Emission, Hit, Lacking, NotApplicable
from drafter.checking.explain import HitId, explanations
from drafter.checking.ledger import Ledger
from drafter.checking.memory import forget_monstrous
from drafter.checking.past import Past
from drafter.checking.reconciliation import reconciliation_table
from drafter.checking.report import (
    Crash,
    DocumentReport,
    FilingReport,
    Finding,
    Insufficient,
    Outcome,
    Reconciled,
    Report,
    summarise,
)
from drafter.checking.rule import Rule
from drafter.checking.selection import all_rules
from drafter.checking.wording import Wording, ensure_worded
from drafter.filing import Filing, LocatedFiling, Place, ReadDocument
from drafter.profiles import Profile, all_profiles, generic_profile

GROUP_FROM = 4
"""So many equal hits of one rule become one finding."""


class _Run:
    """What the rules said about one filing, before it is worded."""

    def __init__(self) -> None:
        self.emissions: dict[str, Sequence[Emission]] = {}
        self.hits: dict[str, list[Hit]] = {}
        self.lacking: list[tuple[str, Lacking]] = []
        self.crashes: list[Crash] = []

    def add(self, code: str, emissions: Sequence[Emission]) -> None:
        """Enter what one rule said."""
        self.emissions[code] = emissions
        for emission in emissions:
            if isinstance(emission, Hit):
                self.hits.setdefault(code, []).append(emission)
            elif isinstance(emission, Lacking):
                self.lacking.append((code, emission))


def check_filing(
    filing: Filing,
    places: Mapping[str, Place] | None = None,
    *,
    rules: Sequence[Rule] | None = None,
    profile: Profile | None = None,
    past: Past | None = None,
    lang: str = "zh",
    reconcile: bool = True,
) -> FilingReport:
    """Check one filing.

    Args:
        filing: The filing.
        places: Where its fields were printed; without them findings point by path only.
        rules: The rules to run; all stable ones by default.
        profile: The form family whose policy applies; by default the one the filing names.
        past: Other filings, for rules that compare.
        lang: Language of messages, `zh` or `en`.
        reconcile: Make the reconciliation table; rules that only compare filings do without.

    Returns:
        Findings, reconciliation table, and one of four outcomes for every rule run.
    """
    chosen = all_rules() if rules is None else rules
    ledger = Ledger(filing, profile or profile_of(filing), past)
    run = _Run()
    for rule in chosen:
        run.add(rule.code, _run_rule(rule, ledger, run.crashes))
    # Not `places or {}`: places that lie packed would be unpacked to see whether there are any.
    wording = Wording(filing, {} if places is None else places, lang)
    by_code = {rule.code: rule for rule in chosen}
    findings = _findings(run, by_code, wording, ledger)
    table: list[Reconciled] = []
    if reconcile:
        try:
            table = reconciliation_table(ledger, run.emissions, wording)
        except Exception as error:
            run.crashes.append(crash_of("reconciliation", error))
    forget_monstrous(filing)
    return FilingReport(
        index=filing.index,
        project_name=filing.project_name,
        year=filing.year,
        findings=findings,
        reconciliation=table,
        insufficient=[
            Insufficient(code=code, reason=said.en if lang == "en" else said.zh, path=said.path)
            for code, said in run.lacking
        ],
        crashes=run.crashes,
        outcomes=_outcomes(run),
    )


def _outcomes(run: _Run) -> dict[str, Outcome]:
    crashed = {crash.code for crash in run.crashes}
    return {code: outcome(emissions) for code, emissions in run.emissions.items() if code not in crashed}


def check_documents(
    documents: Iterable[ReadDocument],
    *,
    rules: Sequence[Rule] | None = None,
    profile: Profile | None = None,
    past: Past | None = None,
    lang: str = "zh",
) -> Report:
    """Check every filing of every document and count; documents that could not be read are reported, never dropped."""
    reports = [document_report(document, rules=rules, profile=profile, past=past, lang=lang) for document in documents]
    return Report(documents=reports, summary=summarise(reports))


def document_report(
    document: ReadDocument,
    *,
    rules: Sequence[Rule] | None = None,
    profile: Profile | None = None,
    past: Past | None = None,
    lang: str = "zh",
) -> DocumentReport:
    """Check the filings of one document."""
    at = 1 if lang == "en" else 0
    reason = None if document.reason is None else document.reason[at]
    notes = [note[at] for note in document.notes]
    filings = [_filing_report(located, rules, profile, past, lang) for located in document.filings]
    return DocumentReport(
        document=document.document, status=document.status, reason=reason, notes=notes, filings=filings
    )


def _filing_report(
    located: LocatedFiling, rules: Sequence[Rule] | None, profile: Profile | None, past: Past | None, lang: str
) -> FilingReport:
    filing = located.filing
    try:
        return check_filing(filing, located.places, rules=rules, profile=profile, past=past, lang=lang)
    except Exception as error:
        # Rules, explanations and the table each have their own guard; what is left must not take the batch along.
        crash = crash_of("check", error)
        return FilingReport(index=filing.index, project_name=filing.project_name, year=filing.year, crashes=[crash])


def profile_of(filing: Filing) -> Profile:
    """The profile a filing names, or the generic one."""
    return all_profiles().get(filing.profile or "", generic_profile())


def outcome(emissions: Sequence[Emission]) -> Outcome:
    """The outcome that a rule's emissions amount to: finding before insufficient before clean before not applicable."""
    if not emissions:
        return "clean"
    applies = lacks = False
    for emission in emissions:
        if isinstance(emission, Hit):
            return "finding"
        if isinstance(emission, Lacking):
            lacks = True
        elif not isinstance(emission, NotApplicable):
            applies = True
    if lacks:
        return "insufficient"
    return "clean" if applies else "not_applicable"


def _run_rule(rule: Rule, ledger: Ledger, crashes: list[Crash]) -> Sequence[Emission]:
    try:
        if lacking := ledger.lacking(rule.needs):
            return lacking
        emissions = list(rule.function(ledger))
        for emission in emissions:
            if isinstance(emission, Hit):
                # A template that names what the hit does not give is the rule's crash, not the run's.
                ensure_worded(rule, emission)
        return emissions
    except Exception as error:
        crashes.append(crash_of(rule.code, error))
        return []


def crash_of(code: str, error: Exception) -> Crash:
    """What is said of an exception: its words and where it came from, never the filing's text around it."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({frames[-1].name}:{frames[-1].lineno})" if frames else ""
    return Crash(code=code, error=f"{type(error).__name__}: {error}{where}")


def _findings(run: _Run, rules: Mapping[str, Rule], wording: Wording, ledger: Ledger) -> list[Finding]:
    try:
        explained = explanations(run.hits, rules, ledger, _hits)
    except Exception as error:
        # Without explanations the list is longer, and whole.
        run.crashes.append(crash_of("explanation", error))
        explained = {}
    findings: list[Finding] = []
    standing: dict[tuple[str, int], Finding] = {}
    for code, found in run.hits.items():
        for group in _grouped(code, found, explained):
            finding = wording.finding(rules[code], [found[position] for position in group])
            findings.append(finding)
            standing.update({(code, position): finding for position in group})
    for (code, _), root in explained.items():
        also = standing[root].also
        if code not in also:
            also.append(code)
    return sorted(findings, key=severity_order)


def severity_order(finding: Finding) -> tuple[int, str]:
    """The order in which findings are listed: errors first, then by code."""
    return ("error", "warning", "info").index(finding.severity), finding.code


def _hits(rule: Rule, ledger: Ledger) -> list[Hit]:
    return [emission for emission in _run_rule(rule, ledger, []) if isinstance(emission, Hit)]


def _grouped(code: str, hits: Sequence[Hit], explained: Mapping[HitId, HitId]) -> list[list[int]]:
    """Positions of the hits to list: each alone, or four and more equal ones together."""
    groups: dict[tuple[str, str | None, str | None], list[int]] = {}
    alone: list[list[int]] = []
    for position, hit in enumerate(hits):
        if (code, position) in explained:
            continue
        if hit.group is None:
            alone.append([position])
        else:
            groups.setdefault((hit.variant, hit.severity, hit.group), []).append(position)
    for group in groups.values():
        alone += [group] if len(group) >= GROUP_FROM else [[position] for position in group]
    return sorted(alone)
