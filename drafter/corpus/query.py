"""What is looked for in a corpus, and what is found."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from drafter.corpus.wording import grams

if TYPE_CHECKING:
    from drafter.brief import Brief
    from drafter.corpus.record import Record


@dataclass(frozen=True)
class Query:
    """A project for which precedents are wanted. Only the name is needed.

    Attributes:
        name: The project's name.
        purpose: Why it is done.
        tasks: What will be done, bought or paid for.
        office: Who files it; its own last year's filing comes first.
        year: The budget year it is for; nearer years come first.
    """

    name: str
    purpose: str = ""
    tasks: tuple[str, ...] = ()
    office: str = ""
    year: int | None = None

    @classmethod
    def of(cls, brief: Brief) -> Query:
        """The query for a brief."""
        tasks = (*brief.tasks, *(item.name for item in brief.items), *(target.name for target in brief.targets))
        office = brief.implementer or brief.department or ""
        return cls(brief.project_name, brief.purpose or "", tasks, office, brief.year)

    @property
    def text(self) -> str:
        """Everything but the name, to be looked for in the whole filing."""
        return "\n".join((self.purpose, *self.tasks))

    @property
    def everything(self) -> str:
        """Name and text."""
        return f"{self.name}\n{self.text}"

    @cached_property
    def name_chain(self) -> list[str]:
        """Each character of the name with the next."""
        return list(map(add, self.name, self.name[1:]))

    @cached_property
    def chain(self) -> list[str]:
        """Each character of name and text with the next."""
        return list(map(add, self.everything, self.everything[1:]))

    @cached_property
    def name_grams(self) -> frozenset[str]:
        """The character pairs of the name."""
        return grams(self.name)

    @cached_property
    def grams(self) -> frozenset[str]:
        """The character pairs of name and text."""
        return grams(self.everything)


class Reason(NamedTuple):
    """Why a filing was found, in both languages."""

    zh: str
    en: str


class Hit(NamedTuple):
    """A filing found.

    Attributes:
        record: The filing. `record.kind == "model"` is a pattern, never to be shown as an office's past filing.
        score: Likeness, 0 to 1: half from the names, half from how much of the query the filing speaks of; a year of
            age takes 1 % (ten years at most), the same office gives 5 %.
        why: Why it was found, the strongest reason first; never empty.
        corpus: Name of the corpus that holds it.
        own: It is the asking office's own latest filing of this project.
    """

    record: Record
    score: Decimal
    why: tuple[Reason, ...]
    corpus: str
    own: bool = False
