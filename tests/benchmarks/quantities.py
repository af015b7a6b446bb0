"""Number + unit F1 and speed of the quantity extractor, against public extractors and against a bare scan.

    PYTHONPATH=tests python tests/benchmarks/quantities.py [--rounds N] [--without-peers]

README.md beside this file says how to install the peers and how each is called. Nothing here is collected by pytest.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.peers import Found, Peer, installed
from language.evaluate import DATA, Mention, Sentence, Tally, add, evaluate, f1, load

from drafter.corpus.starter import starter_records
from drafter.language import extract
from drafter.language.heads import MEMORIES
from drafter.language.noun_behind import noun_in
from drafter.language.nouns import noun_of
from drafter.language.scan import DIGIT, HAN
from drafter.language.units import longest_name_at, lookup, table, with_chinese_numerals
from drafter.reading import read

LEAST_SECONDS = 0.2
"""CPU seconds one contender works in one round; a fast one goes over the text again and again."""
_DATE_PART = re.compile(r"年(?=\d)|[月日号]")


@dataclass
class Contender:
    """Something that is timed, and the characters per CPU second of every round."""

    name: str
    work: Callable[[str], object]
    speeds: list[float] = field(default_factory=list[float])

    def run(self, texts: Sequence[str]) -> None:
        """One round."""
        size, passes = sum(map(len, texts)), 0
        start = time.process_time()
        while True:
            for text in texts:
                self.work(text)
            passes += 1
            if (spent := time.process_time() - start) >= LEAST_SECONDS:
                break
        self.speeds.append(size * passes / spent)

    @property
    def speed(self) -> float:
        """Characters per CPU second, the median of all rounds."""
        return median(self.speeds)

    def share(self, of: Contender) -> float:
        """Its speed as a share of another's, the median of the rounds: the clock may change between two of them."""
        return median(mine / other for mine, other in zip(self.speeds, of.speeds, strict=True))


def prose() -> list[str]:
    """Goals and narratives of the starter corpus, one text each, as the checker sees them."""
    filings = [record.filing for record in starter_records()]
    texts = [text for one in filings for text in (one.overall_goal, one.annual_goal, one.narrative)]
    return [text for text in texts if text]


def published() -> list[str]:
    """The same of the real filings, as read from the folder that DRAFTER_FILINGS names; they stay there."""
    folder = os.environ.get("DRAFTER_FILINGS")
    if not folder:
        print("\nDRAFTER_FILINGS is not set: the real filings are not measured")
        return []
    files = sorted(Path(folder).glob("*.txt"))
    filings = [located.filing for file in files for located in read(file).filings]
    return [text for one in filings for text in (one.overall_goal, one.annual_goal, one.narrative) if text]


# The extractor's pattern as it was when its target was set. Its own finds the same numbers, and its author makes it
# faster now and then: a floor that moved with it would make the share of it smaller or larger for no reason.
_COUNTED = "".join(
    sorted(
        {name[0] for name in with_chinese_numerals()}.union("余多来几分之半万亿月日号季~～—–至到点个") - set("-]\\^")
    )
)
_SCAN = re.compile(
    rf"([{DIGIT}{HAN}半底末](?:(?<=[{DIGIT}])(?:[{DIGIT}]{{0,2}}(?:[,，][{DIGIT}]{{3}}(?![{DIGIT}]))++|[{DIGIT}]*+)"
    rf"(?:[.．][{DIGIT}]++)?|(?<=[{HAN}])(?<![{HAN}].)[{HAN}]*+(?:点[零一二三四五六七八九]++)?"
    rf"(?=[ ]?[{_COUNTED}\-]|(?<=[{HAN}][百千万])[^\W\da-zA-Z_](?![^\W_]))"
    r"|(?<=半)(?=[年个天日月]|小时|分钟)|(?<=年[底末])))"
    r"(?:[ ]?([十百千]?万亿|[十百千]?[万亿萬億]|[百千](?![克米瓦伏卡帕乏分])))?"
    r"(?:(?:[ ]?([余多几]|来(?=[个名人家次天年场项件])))?([万亿])?)[ ]?"
)


def scan(text: str) -> None:
    """The floor: one compiled pattern that finds every number over the text, every find dropped unread."""
    for _ in _SCAN.finditer(text):
        pass


_UNITS = "|".join(re.escape(name) for name in sorted(table(), key=len, reverse=True))
_WITH_UNIT = re.compile(rf"(?:[{DIGIT}][{DIGIT},，.．]*|[{HAN}半]+)[ ]?[十百千]?[万亿]?[余多]?[ ]?(?:{_UNITS})")


def scan_with_units(text: str) -> None:
    """A higher floor: one compiled pattern of number and unit, every unit of the table in it, finds dropped unread."""
    for _ in _WITH_UNIT.finditer(text):
        pass


_CLASS = re.compile(f"[{DIGIT}{HAN}]+")


def bare_class(text: str) -> None:
    """A lower floor: runs of digits and Chinese numerals, which is not yet a scan for quantities."""
    for _ in _CLASS.finditer(text):
        pass


def forgetful(text: str) -> None:
    """Drafter on names it has never seen: what it remembers of them is dropped before every text."""
    for memory in MEMORIES.values():
        memory.clear()
    noun_of.cache_clear()
    noun_in.cache_clear()
    extract(text)


def race(contenders: Sequence[Contender], texts: Sequence[str], rounds: int) -> None:
    """Time all contenders in turn, round by round, so that a busy machine is busy for all of them."""
    for contender in contenders:
        for text in texts:
            contender.work(text)
        contender.speeds.clear()
    for _ in range(rounds):
        for contender in contenders:
            if contender.work is extract:
                # The contender that remembers nothing has emptied the memory of this one in the round before.
                for text in texts:
                    extract(text)
            contender.run(texts)


def mentions(text: str, found: Iterable[Found], *, lend: bool) -> list[Mention]:
    """A peer's finds as mentions; `lend` adds the unit printed behind a number from drafter's table of units."""
    made: list[Mention] = []
    for one in found:
        end, unit = one.end, one.unit
        if unit is None and not one.iso and lend:
            if _DATE_PART.match(text, end):
                continue  # a part of a date, which a caller with a table of units would know
            behind = _behind(text, end)
            if behind is None and "/" not in one.number:
                continue  # a bare number is no quantity
            end, unit = behind or (end, None)
        kind = "date" if one.iso else (known.kind if (known := lookup(unit)) else "count")
        made.append(Mention(one.start, end, one.number, unit, "=", None, kind))
    return made


def _behind(text: str, end: int) -> tuple[int, str] | None:
    """The end and name of the unit behind a number, 余, 多 and a blank passed over."""
    while text[end : end + 1] in ("余", "多", " ") and text[end : end + 1]:
        end += 1
    for at in (end, end + 1) if text[end : end + 1] == "个" else (end,):
        name = longest_name_at(text, at)
        if name and (name != "个" or at > end or longest_name_at(text, end + 1) is None):
            return at + len(name), name
    return None


def own_kinds(sentence: Sentence, predicted: list[Mention], kinds: frozenset[str]) -> tuple[Sentence, list[Mention]]:
    """The sentence with the gold of some kinds only, and the predictions without those on gold of other kinds."""
    other = [gold for gold in sentence.mentions if gold.kind not in kinds]
    kept = [one for one in predicted if not any(one.start < gold.end and gold.start < one.end for gold in other)]
    gold = [one for one in sentence.mentions if one.kind in kinds]
    return Sentence(sentence.id, sentence.text, gold, sentence.traps), kept


def number_f1(sentences: Sequence[Sentence], read: Callable[[str], list[Mention]]) -> float:
    """F1 of numbers alone: every unit is taken for right."""
    tally = Tally()
    for sentence in sentences:
        predicted = read(sentence.text)
        gold = [Mention(g.start, g.end, g.number, None, "=", None, "count") for g in sentence.mentions
                if g.kind != "date"]  # fmt: skip
        dates = [g for g in sentence.mentions if g.kind == "date"]
        loose = [Mention(p.start, p.end, p.number, None, "=", None, "count") for p in predicted
                 if not any(p.start < d.end and d.start < p.end for d in dates)]  # fmt: skip
        add(tally, Sentence(sentence.id, sentence.text, gold, sentence.traps), loose)
    return _f1(tally)


def score(sentences: Sequence[Sentence], peer: Peer) -> dict[str, float]:
    """F1 of one peer by three rules, and the share of traps it takes for quantities."""
    found = {sentence.text: peer.read(sentence.text) for sentence in sentences}
    asked = evaluate(sentences, lambda text: mentions(text, found[text], lend=False))
    lent = evaluate(sentences, lambda text: mentions(text, found[text], lend=True))
    limited = Tally()
    for sentence in sentences:
        predicted = mentions(sentence.text, found[sentence.text], lend=True)
        add(limited, *own_kinds(sentence, predicted, peer.kinds))
    numbers = number_f1(sentences, lambda text: mentions(text, found[text], lend=False))
    return {"as it answers": _f1(asked), "units lent": _f1(lent), "its kinds": _f1(limited), "numbers": numbers,
            "traps": _traps(lent)}  # fmt: skip


def ours(sentences: Sequence[Sentence]) -> dict[str, float]:
    """The same figures for drafter; nothing has to be lent, and its kinds are all."""
    tally = evaluate(sentences, extract)
    whole = _f1(tally)
    numbers = number_f1(sentences, lambda text: [_plain(one) for one in extract(text)])
    return {"as it answers": whole, "units lent": whole, "its kinds": whole, "numbers": numbers, "traps": _traps(tally)}


def _plain(one: Any) -> Mention:
    return Mention(one.start, one.end, one.number, one.unit, one.comparator, one.entity, one.kind)


def _f1(tally: Tally) -> float:
    return f1(tally.counts["matched"], tally.counts["gold"], tally.counts["predicted"])


def _traps(tally: Tally) -> float:
    return tally.counts["traps_hit"] / tally.counts["traps"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--without-peers", action="store_true")
    options = parser.parse_args(arguments)
    peers, missing = ([], []) if options.without_peers else installed()
    for line in missing:
        print(f"MISSING, not measured: {line}")
    sentences = load(DATA)
    gold = sum(len(sentence.mentions) for sentence in sentences)
    print(f"{len(sentences)} sentences, {gold} quantities; Python {platform.python_version()}\n")
    print(f"{'F1':30}{'as it answers':>14}{'units lent':>12}{'its kinds':>11}{'numbers':>9}{'traps hit':>11}")
    rows = {"drafter": ours(sentences), **{f"{peer.name} {peer.versions}": score(sentences, peer) for peer in peers}}
    for name, figures in rows.items():
        cells = [figures[key] for key in ("as it answers", "units lent", "its kinds", "numbers")]
        print(f"{name:30}{cells[0]:14.3f}{cells[1]:12.3f}{cells[2]:11.3f}{cells[3]:9.3f}{figures['traps']:11.1%}")
    collections = {
        "goals and narratives of the real filings": published(),
        "goals and narratives of the starter corpus": prose(),
        "evaluation set": [one.text for one in sentences],
    }
    for title, texts in collections.items():
        if not texts:
            continue
        contenders = [
            Contender("one compiled scan (floor)", scan), Contender("number and unit, one scan", scan_with_units),
            Contender("drafter", extract), Contender("drafter, nothing remembered", forgetful),
            Contender("runs of numerals", bare_class), *(Contender(peer.name, peer.call) for peer in peers),
        ]  # fmt: skip
        race(contenders, texts, options.rounds)
        _speeds(title, texts, contenders)


def _speeds(title: str, texts: Sequence[str], contenders: Sequence[Contender]) -> None:
    floor, units, mine = contenders[:3]
    found = sum(len(extract(text)) for text in texts)
    size = sum(map(len, texts))
    print(f"\n{title}: {len(texts)} texts, {size} characters, one quantity in {size / found:.1f} characters")
    print(f"{'':30}{'characters/s':>14}{'of the floor':>14}{'with units':>12}{'drafter is':>12}")
    for one in contenders:
        shares = f"{one.share(floor):14.2%}{one.share(units):12.2%}"
        print(f"{one.name:30}{one.speed:14,.0f}{shares}{mine.share(one):11.2f}x")


if __name__ == "__main__":
    main()
