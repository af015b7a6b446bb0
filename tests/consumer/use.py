"""A program that embeds drafter and knows its public names only. Run it in an empty folder."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from pathlib import Path

import drafter
from drafter import Brief, CheckOptions, Corpus, Draft, DrafterError, Filing, Finding, Report

BRIEF = Brief(project_name="城区路灯更新", year=2027, budget_total=Decimal(102000))
TEXT = "2027年更新路灯120盏，每盏850元，预算10.2万元"


def prices(item: str) -> list[Decimal]:
    """The median price of an item per unit."""
    with Corpus(["starter"]) as corpus:
        return [found.median for found in corpus.prices(item)]


def errors(report: Report) -> list[str]:
    """What a reviewer must send back."""
    found: list[Finding] = [one for document in report.documents for filing in document.filings
                            for one in filing.findings if one.severity == "error"]  # fmt: skip
    return [f"{one.code} {one.primary.path} {one.message}" for one in found]


async def both() -> tuple[Draft, Draft]:
    """Two drafts at once."""
    return await asyncio.gather(drafter.adraft(BRIEF, top_k=2), drafter.adraft(TEXT, year=2028, lang="en"))


def main() -> None:
    """Draft, write, read and check; say what went wrong."""
    first, second = asyncio.run(both())
    filing: Filing = first.filing
    total: Decimal | None = filing.funding.annual_total
    path: Path = drafter.write_filing(filing, "申报表.docx")
    document = drafter.read(path)
    report = drafter.check(document, CheckOptions(lang="en", ignore=("POL",)))
    print(total, document.status, report.summary.errors, errors(report), second.filing.year)
    print([mention.number for mention in drafter.quantities(TEXT)], len(prices("保安")))
    print([question.message for question in drafter.draft(TEXT).questions])
    try:
        drafter.draft(TEXT, model="no-such-model")
    except DrafterError as error:
        print(error.en)


if __name__ == "__main__":
    main()
