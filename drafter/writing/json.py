"""A filing as the contract's JSON, which `drafter check` takes as input."""

from __future__ import annotations

import json

from drafter.filing import Filing, FilingDocument


def write_json(filing: Filing) -> bytes:
    """A document with this one filing, UTF-8, one field a line."""
    document = FilingDocument(filings=[filing])
    data = document.model_dump(mode="json", by_alias=True, exclude={"status", "reason", "notes"})
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
