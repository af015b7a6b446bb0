"""Score the quantity extractor against annotated sentences.

Run ``python tests/language/evaluate.py [FILE.jsonl] [--errors]``. ``data/README.md`` has the scoring rule:
a predicted mention is the gold one when their spans overlap and number and unit are equal.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from fractions import Fraction
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "quantities.jsonl"


@dataclass(frozen=True)
class Mention:
    """One quantity as the extractor returns it and as the set annotates it; offsets in characters, end exclusive."""

    start: int
    end: int
    number: str
    unit: str | None
    comparator: str
    entity: str | None
    kind: str


@dataclass(frozen=True)
class Sentence:
    """One line of the evaluation set."""

    id: str
    text: str
    mentions: list[Mention]
    traps: list[str]


@dataclass
class Tally:
    """Counts over all sentences and one line for every error."""

    counts: Counter[str] = field(default_factory=lambda: Counter[str]())
    errors: list[str] = field(default_factory=lambda: list[str]())


def load(path: Path) -> list[Sentence]:
    """Read an evaluation set, one JSON object a line."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Sentence(r["id"], r["text"], [Mention(**m) for m in r["mentions"]], r["traps"]) for r in rows]


def value(printed: str) -> Fraction | str:
    """A number as a fraction (2/3 and 1:1.5 are divided out), anything else, such as a date, as printed."""
    left, _, right = printed.replace(":", "/").partition("/")
    try:
        return Fraction(left) / Fraction(right or "1")
    except (ValueError, ZeroDivisionError):
        return printed


def same_number(left: str, right: str) -> bool:
    """Whether two numbers, or the two ends of two ranges, are equal in value."""
    return [value(end) for end in left.split("~")] == [value(end) for end in right.split("~")]


def canonical_unit(unit: str | None) -> str:
    """A unit without its width variant, and 个月 and 月, 个工作日 and 工作日 as one."""
    folded = unicodedata.normalize("NFKC", unit or "").strip()
    return folded.removeprefix("个") or folded


def same_entity(left: str | None, right: str | None) -> bool:
    """Equal, or one contains the other and the shorter has at least two characters."""
    a, b = sorted((left or "", right or ""), key=len)
    return a == b or (len(a) >= 2 and a in b)


def is_match(gold: Mention, found: Mention) -> bool:
    """Spans overlap, numbers are equal in value, units are equal; a date has no unit but must be found as a date."""
    overlap = gold.start < found.end and found.start < gold.end
    if not overlap or not same_number(gold.number, found.number):
        return False
    return found.kind == "date" if gold.kind == "date" else canonical_unit(gold.unit) == canonical_unit(found.unit)


def trap_spans(sentence: Sentence) -> list[tuple[int, int]]:
    """Every place where a trap of the sentence stands."""
    spans: list[tuple[int, int]] = []
    for trap in sentence.traps:
        at = sentence.text.find(trap)
        while at >= 0:
            spans.append((at, at + len(trap)))
            at = sentence.text.find(trap, at + 1)
    return spans


def add(tally: Tally, sentence: Sentence, predicted: Sequence[Mention]) -> None:
    """Count one sentence: each gold mention takes at most one predicted mention and the reverse."""

    def note(what: str, detail: str) -> None:
        tally.errors.append(f"{sentence.id} {what}: {detail} | {sentence.text}")

    free, counts = list(predicted), tally.counts
    counts["gold"] += len(sentence.mentions)
    counts["predicted"] += len(free)
    for gold in sentence.mentions:
        surface = sentence.text[gold.start : gold.end]
        found = next((candidate for candidate in free if is_match(gold, candidate)), None)
        counts["dates"] += gold.kind == "date"
        if found is None:
            note("missed", f"{surface} = {gold.number} {gold.unit}")
            continue
        free.remove(found)
        counts["matched"] += 1
        counts["dates_right"] += gold.kind == "date"
        counts["kind"] += gold.kind == found.kind
        counts["comparator"] += gold.comparator == found.comparator
        for what in ("comparator", "kind"):
            if getattr(gold, what) != getattr(found, what):
                note(what, f"{surface}: {getattr(gold, what)} but found {getattr(found, what)}")
        if gold.entity is not None:
            right = same_entity(gold.entity, found.entity)
            counts["entities"] += 1
            counts["entities_right"] += right
            if not right:
                note("entity", f"{surface}: {gold.entity} but found {found.entity}")
    for start, end in trap_spans(sentence):
        counts["traps"] += 1
        if any(other.start < end and start < other.end for other in free):
            counts["traps_hit"] += 1
            note("trap", sentence.text[start:end])
    for other in free:
        note("spurious", f"{sentence.text[other.start : other.end]} = {other.number} {other.unit} ({other.kind})")


def f1(right: int, gold: int, predicted: int) -> float:
    """Harmonic mean of precision and recall; two empty sides agree."""
    return 2 * right / (gold + predicted) if gold + predicted else 1.0


def evaluate(sentences: Iterable[Sentence], extract: Callable[[str], Iterable[Any]]) -> Tally:
    """Count over sentences; the extractor returns objects with the attributes of a Mention."""
    tally = Tally()
    names = [each.name for each in fields(Mention)]
    for sentence in sentences:
        add(tally, sentence, [Mention(*(getattr(m, name) for name in names)) for m in extract(sentence.text)])
    return tally


def figures(tally: Tally) -> dict[str, float]:
    """The published figures; a share of nothing is 1, of no traps 0."""
    n = tally.counts
    return {
        "number_unit_f1": f1(n["matched"], n["gold"], n["predicted"]),
        "number_unit_comparator_f1": f1(n["comparator"], n["gold"], n["predicted"]),
        "entity_accuracy": n["entities_right"] / n["entities"] if n["entities"] else 1.0,
        "date_accuracy": n["dates_right"] / n["dates"] if n["dates"] else 1.0,
        "kind_accuracy": n["kind"] / n["matched"] if n["matched"] else 1.0,
        "trap_false_positive_rate": n["traps_hit"] / n["traps"] if n["traps"] else 0.0,
    }


def run(path: Path) -> Tally:
    """Count for drafter's own extractor."""
    from drafter.language import extract

    return evaluate(load(path), extract)


def scores(path: Path = DATA) -> dict[str, float]:
    """The figures of drafter's own extractor on an evaluation set."""
    return figures(run(path))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures, and with --errors every disagreement."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DATA)
    parser.add_argument("--errors", action="store_true", help="list every disagreement")
    options = parser.parse_args(arguments)
    tally = run(options.file)
    for name, figure in figures(tally).items():
        print(f"{name:28} {figure:.4f}")
    sizes = " / ".join(str(tally.counts[name]) for name in ("gold", "predicted", "traps"))
    print(f"{'gold / predicted / traps':28} {sizes}")
    for line in tally.errors if options.errors else ():
        print(line)


if __name__ == "__main__":
    main()
