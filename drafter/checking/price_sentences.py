"""The sentences of a text that give prices: what is paid for, how much comes to be paid, and who pays it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, islice

from drafter.checking.words.clauses import SENTENCE, WORDS
from drafter.language import Mention, lookup, same_dimension
from drafter.language.patterns import lazy

EACH = lazy(
    r"(?:每(?:个|一)?(?P<unit>[^\W\da-zA-Z_]{1,3}?)(?P<period>每?[年月日天次季])?|(?P<mean>[人户亩生])均)"
    r"(?P<said>[^，,。；;\d每]{0,8})$"
)
_TOTAL = lazy(r"(?:全年|共|合计|总计|总额|总共|计|预算|经费|资金|需|安排|支出)[^，,。；;\d]{0,8}$")
_LOOK = 24
"""Characters before a number that the patterns above reach back at most."""
_THINGS = 50
"""Things that the prices of one sentence are per; a sentence with more is none of prose."""
# What one level of government pays is not all that is paid.
_LEVEL = lazy(r"(?:中央|[省市区县镇]级?|本级|上级|地方)(?:财政)?(?:资金)?(?:安排|承担|负担|分担|配套|补助)")
_BORNE = lazy(r"分担|[各共同](?:负担|承担)|一半|[负承]担比例|自[付筹缴负理]|个人(?:承担|负担|缴费)")
# 另购书架20个，共15万元, 全年工资及社保共105万元, 两年共120万元: more is paid than the price comes to.
_BESIDES = lazy(
    r"另|其他|(?<![\d十])[两二三四五2-5]年(?![级制度初])|(?:[及和与、加含]|以及)[^，,。；;：:、（(\d]{1,10}$"
)
_BETWEEN = 200
"""Characters between a price and its amount; what lies farther apart is not looked through."""
# 甲类每人100元；乙类每人60元，全年共45.6万元: the last amount of a list may be that of all of it.
_CLOSING = lazy(r"(?:共|合计|总计|总额)[^，,。；;\d]{0,8}$")
# Nothing that says whose price it is: 按每户补助…, 户均补助….
_ANY = lazy(r"(?:按照?|平均|标准|给予|予以|统一|均|发放|补助|补贴|每)*")
_OPEN, _CLOSED = lazy(r"[（(]"), lazy(r"[）)]")
_PAID = lazy(r"(?:的?标准)?(?:拨付|发放|支付|兑付|给予|补助|补贴|安排|落实|核拨)[^，,。；;：:、（(\d\n]{0,10}")
_MORE = lazy(r"[、和及与加][^，,。；;：:（(\d\n]{0,10}")
_FEW = 6
"""Counts of a sentence that may stand for what is paid for each time."""
_PEOPLE = frozenset({"人", "名", "位", "人员", "党员", "学生", "学员", "老人", "对象"})


class PriceSentence:
    """The numbers of one sentence, looked through once, however many prices it has."""

    def __init__(self, text: str, start: int, mentions: Sequence[Mention], parts: AbstractSet[int]) -> None:
        self.mentions, self._parts = mentions, parts
        self._text, self._start = text, start
        self._counts = [one for one in mentions if one.kind == "count" and one.comparator == "="]
        self._of: dict[str, list[Mention]] = {}
        self.months = [
            one for one in mentions if one.kind == "duration" and one.dimension == "duration:month" and "月" in one.text
        ]
        self.days = [
            one for one in mentions if one.kind == "duration" and one.unit in ("天", "日") and one.comparator == "="
        ]
        self._amounts = [one for one in mentions if one.kind == "money" and _TOTAL.search(self.before(one))]
        self._borne = bool(mentions) and _BORNE.search(text, start, mentions[-1].end) is not None
        self.goes_on = text[max(0, start - 1) : start] in ("；", ";")
        # Where 全年 stands last before an amount; more than two amounts are no single one to any price.
        self._year = {one.start: text.rfind("全年", start, one.start) for one in self._amounts[:2]}

    @property
    def unpaid(self) -> bool:
        """Whether it says a price and no amount."""
        return not self._amounts and any(one.kind == "money" and EACH.search(self.before(one)) for one in self.mentions)

    def close(self) -> None:
        """Take no amount that closes a list for that of its last item."""
        self._amounts = [one for one in self._amounts if not _CLOSING.search(self.before(one))]

    def before(self, mention: Mention) -> str:
        """What stands before a number, as far as the patterns of this module look."""
        return self._text[max(self._start, mention.start - _LOOK) : mention.start]

    def counts(self, per: str) -> Sequence[Mention]:
        """The counts of what a price is per; of very many such things the first ones only."""
        if per not in self._of:
            if len(self._of) >= _THINGS:
                return ()
            self._of[per] = [one for one in self._counts if is_of(self._text, one, per)]
            if len(self._of[per]) > 1:
                # 9座处理站，每座监测12次，共108次，每次2000元: what is paid for is the total and not the rate.
                self._of[per] = [one for one in self._of[per] if not self._is_rate(one)] or self._of[per]
            if not self._of[per]:
                self._of[per] = [one for one in self.mentions if one.kind == "measure" and one.unit == per]
        return self._of[per]

    def _is_rate(self, count: Mention) -> bool:
        return "每" in WORDS.split(self.before(count))[-1]

    def of_all(self, counts: Sequence[Mention], price: Mention, per: int) -> Sequence[Mention]:
        """The total alone of counts whose others are its parts, where the price is said to be that of no part.

        Args:
            counts: The counts of what the price is per.
            price: The price.
            per: Where the words begin that say what it is per.
        """
        if len(counts) > _THINGS:
            return counts
        wholes = [one for one in counts if one.start not in self._parts]
        before = self._text[max(self._start, price.start - _LOOK) : per]
        said = WORDS.split(before)[-1]
        # 600户（每户奖补1500元）is what each of the part is paid; 其他户90户、每户1500元 as well.
        led = before.removesuffix(said)[-1:] in ("（", "(", "、")
        if len(wholes) != 1 or led or not _ANY.fullmatch(said):
            return counts
        parts = [one for one in counts if one.start in self._parts]
        return wholes if self._are_all(parts, wholes[0], price) else counts

    def _are_all(self, parts: Sequence[Mention], whole: Mention, price: Mention) -> bool:
        """Whether parts are told for their total's sake: in a bracket, before it, or several before the only price.

        300人，其中党员100人，每人200元 may be what each 党员 gets.
        """
        first, last = parts[0], parts[-1]
        if last.end > price.start or whole.end > price.start:
            return False
        if _OPEN.search(self._text, whole.end, first.start) and _CLOSED.search(self._text, last.end, price.start):
            return True
        if whole.start < first.start and (len(parts) == 1 or _OPEN.search(self._text, whole.end, price.start)):
            return False
        between = islice(self.mentions, bisect_right(self.mentions, min(first.start, whole.start), key=_start), None)
        return next(one for one in between if one.kind == "money") is price

    def things(self, price: Mention, count: Mention) -> Sequence[Mention]:
        """What may be paid for each time: the other counts before a price per time."""
        return [one for one in self._counts[:_FEW] if one is not count and one.start < price.start]

    def amount(self, price: Mention) -> Mention | None:
        """The one amount besides a price, or that which it is paid out as (按每吨100元拨付保管费250万元)."""
        at = bisect_right(self.mentions, price.start, key=_start)
        paid = self.mentions[at] if at < len(self.mentions) else None
        if paid is not None and paid.kind == "money" and _PAID.fullmatch(self._text, price.end, paid.start):
            return paid
        others = [one for one in self._amounts[:3] if one is not price]
        more = paid is not None and paid.kind == "money" and _MORE.fullmatch(self._text, price.end, paid.start)
        if len(others) != 1 or (more and paid is not others[0]):
            # 每吨运费70元、补贴50元，计72万元: what comes to the amount is not this price alone.
            return None
        return others[0]

    def shares(self, price: Mention, amount: Mention | None) -> bool:
        """Whether an amount may be another than the price comes to: others pay a part of it, or it pays for more."""
        if amount is None or self._borne:
            return self._borne
        if _LEVEL.search(WORDS.split(self.before(amount))[-1]) is not None:
            return True
        between = self._text[max(price.end, amount.start - _BETWEEN) : amount.start]
        at = bisect_right(self.mentions, price.start, key=_start)
        others = [one for one in self.mentions[at : at + _FEW] if one.start < amount.start and one.kind == "money"]
        return any(not EACH.search(self.before(one)) for one in others) or _BESIDES.search(between) is not None

    def whole_year(self, price: Mention, amount: Mention | None) -> bool:
        """Whether 全年 stands between a price and its amount."""
        if amount is None:
            return False
        year = self._year.get(amount.start)
        return "全年" in self._text[price.end : amount.start] if year is None else year >= price.end


def _start(mention: Mention) -> int:
    return mention.start


def price_sentences(text: str, mentions: Sequence[Mention], parts: AbstractSet[int]) -> Iterator[PriceSentence]:
    """The sentences that hold numbers, in order; a semicolon ends one.

    Args:
        text: The text.
        mentions: Its numbers.
        parts: Where the parts of its sums begin, which are paid for within their totals.
    """
    ends = [match.end() for match in SENTENCE.finditer(text)]
    for sentence, group in groupby(mentions, key=lambda one: bisect_right(ends, one.start)):
        yield PriceSentence(text, ends[sentence - 1] if sentence else 0, list(group), parts)


def is_of(text: str, count: Mention, per: str) -> bool:
    """Whether this is the count of what the price is per: 每名党员 with 50 名, 每册 with 7000 册."""
    unit = count.unit or ""
    if same_dimension(per, unit) or unit == per or (lookup(per) is None and text.startswith(per, count.end)):
        return True
    if len(per) == 1 and lookup(per) is None and text.startswith(per, count.end + 1):
        # 9800名学生 and 每生, 42所学校 and 每校.
        return True
    person = lookup(unit)
    return person is not None and person.dimension == "count:人" and any(per.startswith(word) for word in _PEOPLE)
