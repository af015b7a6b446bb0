"""How often an edit is found and found alone: `python -m tests.checking.mutations.measure`.

Every kind of edit on every filing it fits, the clean filings of the tests and the model filings of the corpus, judged
by the whole catalogue. `found`: the rule meant is listed, or in `also` of what explains it. `alone`: and no other
rule of these families gives a new error or warning. `quiet`: and no rule gives a new error but the one meant or the one
that explains it. With `--filings` it counts instead what these families say of the published filings.
"""

from __future__ import annotations

import sys
from collections import Counter

import yaml

from drafter.checking import check_filing
from drafter.checking.report import FilingReport
from drafter.checking.rules import catalogue
from drafter.filing import Filing
from drafter.resources import resource_folder
from tests.checking.clean_files import clean_files
from tests.checking.cleanly import clean_filings
from tests.checking.mutations.kinds import KINDS

OWN = ("VAL", "STR", "POL", "TIM", "TXT")


def corpus(folder: str) -> dict[str, Filing]:
    """The filings of one folder of the starter corpus."""
    files = sorted((resource_folder("corpus") / folder).glob("*.yaml"))
    return {path.name: Filing.model_validate(yaml.safe_load(path.read_text("utf-8"))["filing"]) for path in files}


def _new(before: FilingReport, after: FilingReport) -> list[tuple[str, str]]:
    old = Counter((one.code, one.primary.path, one.severity) for one in before.findings)
    now = Counter((one.code, one.primary.path, one.severity) for one in after.findings)
    return [(code, severity) for code, _, severity in (now - old).elements()]


def measure() -> None:
    """Print one line a kind, and the totals."""
    filings = {**clean_files(), **{f"ten/{name}": one for name, one in clean_filings().items()}, **corpus("models")}
    before = {name: check_filing(one, rules=catalogue()) for name, one in filings.items()}
    totals: Counter[str] = Counter()
    for kind, (code, edit) in KINDS.items():
        counts: Counter[str] = Counter()
        for name, one in filings.items():
            changed = edit(one)
            if changed is None:
                continue
            report = check_filing(changed, rules=catalogue())
            new = _new(before[name], report)
            told = {found for found, _ in new} | {also for finding in report.findings for also in finding.also}
            meant = {code} | {finding.code for finding in report.findings if code in finding.also}
            others = [(found, severity) for found, severity in new if found not in meant and severity != "info"]
            found = code in told
            counts["edits"] += 1
            counts["found"] += found
            counts["alone"] += found and not any(other.startswith(OWN) for other, _ in others)
            counts["quiet"] += found and not any(severity == "error" for _, severity in others)
        totals += counts
        print(f"{code}  {kind:36} {_line(counts)}")
    print(f"{len(KINDS)} kinds on {len(filings)} filings: {_line(totals)}")


def _line(counts: Counter[str]) -> str:
    return "  ".join(f"{name} {counts[name]:4}" for name in ("edits", "found", "alone", "quiet"))


def published() -> None:
    """Print what these families say of the published filings."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in corpus("filings").values():
        counts.update((finding.code, finding.severity) for finding in check_filing(one).findings)
    for (code, severity), count in sorted(counts.items()):
        if code.startswith(OWN):
            print(f"{code}  {severity:8} {count:4}")


if __name__ == "__main__":
    published() if "--filings" in sys.argv else measure()
