"""What a rule may yield. A rule states facts and places; the engine words, groups, explains and counts them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from drafter.checking.report import Severity


class Ref(NamedTuple):
    """A place: the path of a field and, in running text, character offsets into it."""

    path: str
    span: tuple[int, int] | None = None


Argument: TypeAlias = str | int | Decimal


_NO_ARGUMENTS: Final[Mapping[str, Argument]] = MappingProxyType({})


class Hit(NamedTuple):
    """A finding before it is worded.

    Attributes:
        primary: The place a reader should look at first.
        related: The other places that take part in the contradiction.
        arguments: Values for the rule's message template; `Decimal`s are shown with thousands separators.
        arithmetic: The calculation written out, when there is one.
        suggestion: (path, value) that would silence the finding.
        correction: Words of a running text and what they should say, where the mistake is there: never shown, for a
            whole goal is no suggestion, but known to what explains findings.
        variant: Which of the rule's messages to use.
        severity: Overrides the rule's severity.
        group: Hits with the same group key may be joined into one finding when four or more; `None` keeps it alone.
        reconcile: Whether the hit also stands in the reconciliation table as a contradiction.
    """

    primary: Ref
    related: tuple[Ref, ...] = ()
    arguments: Mapping[str, Argument] = _NO_ARGUMENTS
    arithmetic: str | None = None
    suggestion: tuple[str, str] | None = None
    correction: tuple[Ref, str] | None = None
    variant: str = ""
    severity: Severity | None = None
    group: str | None = ""
    reconcile: bool = False


class Agrees(NamedTuple):
    """The rule positively confirmed these numbers against each other."""

    primary: Ref
    related: tuple[Ref, ...] = ()
    arithmetic: str | None = None


class Unsure(NamedTuple):
    """The numbers may belong together, or may agree; a person has to look."""

    primary: Ref
    related: tuple[Ref, ...] = ()
    arithmetic: str | None = None


class Lacking(NamedTuple):
    """The rule cannot see what it needs (outcome `insufficient`): the reason in both languages, the path concerned."""

    zh: str
    en: str
    path: str | None = None


class NotApplicable:
    """The rule does not concern this filing."""

    __slots__ = ()


Emission: TypeAlias = Hit | Agrees | Unsure | Lacking | NotApplicable
