"""How alike two names are: shared weight of their tokens, words that many names of a filing share counting less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from drafter.checking.naming.tokens import Token

FULL = 1000
_KIN = 700
"""Credit of a word for one that it is a kind of: 保安 for 辅助用工."""
_FAR = 300
"""Credit of a word said earlier in the sentence only."""
_SPECIFIC = ("same", "plain")
_ANYONE = "服务对象"
"""The concept of those who are served, whoever they are: 服务对象满意度 names nobody that 上岗人员满意度 does not."""


class Likeness(NamedTuple):
    """How alike two names are.

    Attributes:
        score: 0 to 1000. The better covered side counts twice: a table shortens what a goal says, or spells it out.
        shared: Weight of what they share; tells 培训 in both from 工作 in both.
        heads: +1 both measure the same (到岗率), -1 they measure different things (到岗率, 达标率), 0 one does not say.
        apart: Both name a subject, and the subjects share nothing (设备完好率, 道路完好率).
        conflict: Each names something the other does not (小学教师培训, 中学教师培训).
    """

    score: int
    shared: int
    heads: int
    apart: bool
    conflict: bool


class Rarity:
    """Word weights within one filing: what every row says (宣传 in a publicity project) tells rows apart no more."""

    def __init__(self, names: Iterable[Sequence[Token]]) -> None:
        self._rows = Counter(text for name in names for text in {token.text for token in name})
        self._whole: dict[int, tuple[Sequence[Token], int]] = {}

    def whole(self, name: Sequence[Token]) -> int:
        """The weight of a whole name, worked out once."""
        # The name is kept beside its weight, so that its id stays its own.
        known = self._whole.get(id(name))
        if known is None:
            known = self._whole[id(name)] = (name, self.total(name))
        return known[1]

    def weight(self, token: Token) -> int:
        """The weight of a token in this filing."""
        rows = self._rows[token.text]
        # Heads stay: ten rows about 及时率 are still about 及时率 and nothing else.
        if rows <= 1 or token.sort == "head":
            return token.weight
        return token.weight * 5 // (4 + rows)

    def total(self, name: Sequence[Token], only: Collection[int] | None = None) -> int:
        """The weight of a name, or of some of its tokens: pairs of characters by the characters they cover."""
        weight = 0
        covered: dict[int, int] = {}
        for position, token in enumerate(name):
            if only is not None and position not in only:
                continue
            mine = self.weight(token)
            if token.sort == "plain" and len(token.text) == 2:
                for char in (token.at, token.at + 1):
                    covered[char] = max(covered.get(char, 0), mine // 2)
            else:
                weight += mine
        return weight + sum(covered.values())


def likeness(
    left: Sequence[Token],
    right: Sequence[Token],
    rarity: Rarity,
    beside: Sequence[Token] = (),
    around: Sequence[Token] = (),
) -> Likeness:
    """Compare what a goal says with the name of a row.

    Args:
        left: The subject of a number in the goal.
        right: The name of an indicator or a budget line.
        rarity: Word weights in this filing.
        beside: Words of the same clause that may spell out what the subject leaves unsaid.
        around: Words earlier in the sentence: 义诊活动…，服务居民 5600 人次 is 义诊服务人次.
    """
    match = _match(left, right)
    theirs = dict(match.right)
    for words, credit in ((beside, FULL), (around, _FAR)):
        if not words or len(theirs) == len(right):
            continue
        rest = [at for at in range(len(right)) if at not in theirs]
        theirs |= {rest[to]: credit for to in _match(words, [right[at] for at in rest]).right}
    if not match.left and not theirs:
        return Likeness(0, 0, _heads(left, right, beside), apart=True, conflict=True)
    said = (*left, *beside, *around)
    shared_left = _credited(left, match.left, rarity)
    shared_right = _credited(right, theirs, rarity)
    total_left, total_right = rarity.whole(left), rarity.whole(right)
    covered_left = shared_left * FULL // total_left if total_left else 0
    covered_right = shared_right * FULL // total_right if total_right else 0
    better, worse = max(covered_left, covered_right), min(covered_left, covered_right)
    common = any(right[at].sort in _SPECIFIC for at in theirs)
    return Likeness(
        score=(2 * better + worse) // 3,
        shared=shared_right,
        heads=_heads(left, right, beside),
        apart=not common and names_more(left, right) and names_more(right, said),
        conflict=names_more([token for at, token in enumerate(left) if at not in match.left], right)
        and names_more([token for at, token in enumerate(right) if at not in theirs], said),
    )


class _Match(NamedTuple):
    left: dict[int, int]
    right: dict[int, int]


def _match(left: Sequence[Token], right: Sequence[Token]) -> _Match:
    """Which tokens found a partner, and for what credit: equal ones first, then kin."""
    mine: dict[int, int] = {}
    theirs: dict[int, int] = {}
    # Most words beside a number are none of a row's.
    if not {other.text for other in right}.isdisjoint([token.text for token in left]):
        waiting: dict[str, list[int]] = {}
        for to, other in enumerate(right):
            waiting.setdefault(other.text, []).append(to)
        for at, token in enumerate(left):
            if found := waiting.get(token.text):
                mine[at] = theirs[found.pop(0)] = FULL
    # Kin are few: only words of the alias table have any.
    for at, token in enumerate(left):
        if token.sort != "same" or at in mine:
            continue
        for to, other in enumerate(right):
            if to not in theirs and other.sort == "same" and _kin(token, other):
                mine[at] = theirs[to] = _KIN
                break
    return _Match(mine, theirs)


def _credited(name: Sequence[Token], found: dict[int, int], rarity: Rarity) -> int:
    credits = set(found.values())
    return sum(
        rarity.total(name, {at for at, given in found.items() if given == credit}) * credit // FULL
        for credit in credits
    )


def names_more(names: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether some of the tokens name a thing of which the other side has not a character."""
    # A single character (参 of 参与商户) names nothing of its own.
    own = [
        token
        for token in names
        if token.sort in _SPECIFIC and (token.sort == "same" or len(token.text) > 1) and token.text != _ANYONE
    ]
    if not own:
        return False
    said = {char for token in others for char in token.text}
    return any(not (said & set(token.text) if token.sort == "plain" else _known(token, others)) for token in own)


def _known(token: Token, others: Sequence[Token]) -> bool:
    return any(token.text == other.text or _kin(token, other) for other in others)


def _kin(one: Token, other: Token) -> bool:
    return other.text in one.broader or one.text in other.broader


def head(name: Sequence[Token]) -> str | None:
    """What a name measures (满意度, 到岗率), None where it does not say."""
    return next((token.text for token in reversed(name) if token.sort == "head"), None)


def _heads(left: Sequence[Token], right: Sequence[Token], beside: Sequence[Token]) -> int:
    mine = head(left) or head(beside)
    theirs = head(right)
    if mine is None or theirs is None:
        return 0
    return 1 if mine == theirs else -1
