"""How often an edit is found and found alone: `python -m tests.checking.mutations.measure`.

Every kind of edit on every filing it fits, judged by the whole catalogue: the clean filings of the tests and the model
filings of the corpus, then the forty filings in other habits of writing. `found`: a rule meant is listed, or in `also`
of what explains it. `alone`: and no other rule of these families gives a new error or warning. `quiet`: and no rule
gives a new error but those meant or the one that explains them. With `--filings` it counts instead what these families
say of the published filings.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

import yaml

from drafter.checking import check_filing
from drafter.checking.report import FilingReport
from drafter.checking.rules import catalogue
from drafter.filing import Filing
from drafter.resources import resource_folder
from tests.checking.clean_files import clean_files, styled_files
from tests.checking.cleanly import clean_filings
from tests.checking.mutations.kinds import KINDS
from tests.checking.mutations.numbers import NUMBER_KINDS, Edits, each

ALL_KINDS: dict[str, tuple[tuple[str, ...], Edits]] = {
    **{kind: ((code,), each(edit)) for kind, (code, edit) in KINDS.items()},
    **NUMBER_KINDS,
}
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
    """Print for each set of filings one line a kind, and the totals."""
    clean = {**clean_files(), **{f"ten/{name}": one for name, one in clean_filings().items()}, **corpus("models")}
    for title, filings in (("clean filings and models", clean), ("other habits of writing", styled_files())):
        before = {name: check_filing(one, rules=catalogue()) for name, one in filings.items()}
        totals: Counter[str] = Counter()
        for kind, (codes, edits) in ALL_KINDS.items():
            counts: Counter[str] = Counter()
            for name, one in filings.items():
                for changed in edits(one):
                    counts += _judged(codes, before[name], check_filing(changed, rules=catalogue()))
            totals += counts
            print(f"{'/'.join(codes):24} {kind:36} {_line(counts)}")
        print(f"{title}: {len(ALL_KINDS)} kinds on {len(filings)} filings: {_line(totals)}\n")


def _judged(codes: Sequence[str], before: FilingReport, after: FilingReport) -> Counter[str]:
    new = _new(before, after)
    told = {found for found, _ in new} | {also for finding in after.findings for also in finding.also}
    meant = {*codes} | {finding.code for finding in after.findings if not set(codes).isdisjoint(finding.also)}
    others = [(found, severity) for found, severity in new if found not in meant and severity != "info"]
    found = not told.isdisjoint(codes)
    return Counter(
        edits=1,
        found=int(found),
        alone=int(found and not any(other.startswith(OWN) for other, _ in others)),
        quiet=int(found and not any(severity == "error" for _, severity in others)),
    )


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
