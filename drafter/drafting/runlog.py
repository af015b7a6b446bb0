"""The run log: one JSON line a draft, written only where somebody asks for it.

A line says what was asked of which model, what it cost and what the checker found. It holds no word of the brief, the
draft or a prompt, no key, no address, no name of a file or person: the brief is told by the first digits of a hash.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from drafter.brief import Brief
from drafter.drafting.result import Attempt, Draft
from drafter.errors import UsageError

SCHEMA = "drafter.run/1"


def run_record(draft: Draft, brief: Brief | str) -> dict[str, Any]:
    """What the log says of a draft: time, model, prompt versions, tokens, attempts, codes of findings, counts."""
    from drafter import __version__

    text = brief if isinstance(brief, str) else brief.model_dump_json()
    findings = draft.report.documents[0].filings[0].findings if draft.report.documents else []
    return {
        "schema": SCHEMA,
        "time": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "version": __version__,
        "brief": hashlib.sha256(text.encode()).hexdigest()[:12],
        "status": draft.status,
        "profile": draft.filing.profile,
        "findings": [finding.code for finding in findings],
        "questions": len(draft.questions),
        "precedents": len(draft.precedents),
        "input_tokens": sum(attempt.input_tokens for attempt in draft.attempts),
        "output_tokens": sum(attempt.output_tokens for attempt in draft.attempts),
        "seconds": str(sum((attempt.seconds for attempt in draft.attempts), Decimal(0))),
        "attempts": [_attempt(attempt) for attempt in draft.attempts],
    }


def log_run(path: str | Path, draft: Draft, brief: Brief | str) -> None:
    """Append a draft's record to a file of JSON lines.

    Raises:
        UsageError: The file cannot be written.
    """
    line = json.dumps(run_record(draft, brief), ensure_ascii=False) + "\n"
    try:
        with Path(path).open("a", encoding="utf-8") as log:
            log.write(line)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(f"无法写入运行记录 {path}：{reason}", f"cannot write the run log {path}: {reason}") from error


def _attempt(attempt: Attempt) -> dict[str, Any]:
    # Notes are left out: they quote what a server said, which may quote the prompt.
    return attempt.model_dump(mode="json", exclude={"notes"})
