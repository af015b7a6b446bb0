"""What rules compare of other filings, small enough that hundreds of them stay in memory."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from drafter.checking.past import project_key, row_key
from drafter.filing import Filing
from drafter.language import content_chars, normalise

LONGEST = 4000
"""So many characters of a goal are compared piece by piece; what a form takes is shorter."""
BETWEEN = "\n"
"""Parts what stands in one string; nothing in it holds one."""
_BITS = 509


class Levelled(NamedTuple):
    """A goal text as it is compared.

    Attributes:
        text: Without what is no letter or digit; of a text longer than any form's its sum.
        letters: The characters in it, each a bit of a number, some sharing one: a set of them is fifty times as large.
        printed: How many characters it had.
    """

    text: str
    letters: int
    printed: int


class Digest(NamedTuple):
    """A filing as others are compared with it. Strings of many lines: a set of as many strings is ten times as large.

    Attributes:
        project: Its project's name, as it is compared between years.
        subject: The characters of the name that say what it is about.
        rows: The indicators with their values, see `row_key`; those without a value are no evidence.
        names: The names of the indicators between line breaks.
        goal: The annual goal.
        goals: The goals as they were printed, overall before annual, as far as they are looked at.
    """

    project: str
    subject: str
    rows: str
    names: str
    goal: Levelled
    goals: tuple[str, str]


def digest(filing: Filing) -> Digest:
    """What is compared of a filing."""
    return Digest(
        project_key(filing),
        content_chars(filing.project_name or ""),
        BETWEEN.join(dict.fromkeys(row_key(row.name, row.target.raw) for row in filing.indicators if row.target)),
        between(BETWEEN.join(one_line(row.name) for row in filing.indicators)),
        goal(filing),
        ((filing.overall_goal or "")[:LONGEST], (filing.annual_goal or "")[:LONGEST]),
    )


def between(text: str) -> str:
    """Text as it stands among others, so that it is found there by itself and not as a part of another."""
    return f"{BETWEEN}{text}{BETWEEN}"


def one_line(name: str) -> str:
    """A name without line breaks."""
    return name.replace(BETWEEN, " ")


def goal(filing: Filing) -> Levelled:
    """The annual goal of a filing, to be compared."""
    printed = filing.annual_goal or ""
    text = normalise(printed)
    if len(text) > LONGEST:
        # It is only compared as a whole, and kept with those of hundreds of other filings.
        text = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()
    letters = 0
    for char in set(text):
        letters |= 1 << ord(char) % _BITS
    return Levelled(text, letters, len(printed))
