"""Lists of counts with a price each, and what they come to: 省级6名、每名1.2万元，市级10名、每名0.8万元，共15.2万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

from drafter.checking.emit import Agrees, Hit, Ref, Unsure
from drafter.checking.lines import agree
from drafter.checking.price_sentences import EACH, is_of
from drafter.checking.show import counted, equation, middle, money
from drafter.language import Interval, Mention
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

# 6名、每名1.2万元, 100份，每份200元, 10户（每户300元）: the price follows its count at once.
_BESIDE = lazy(r"[^\W\da-zA-Z_]{0,8}[、，,（(]?(?:按照?|各)?每[^，,。；;、\d]{1,8}|[^\W\da-zA-Z_]{0,8}[、，,（(]")
# 分别按每件50元、150元、500元: the prices of what was counted before, in that order.
_IN_TURN = lazy(
    r"[^。；;\n]{0,12}分别[^，,。；;\d]{0,10}每(?:个|一)?(?P<unit>[^\W\da-zA-Z_]{1,3}?)(?:[补发给奖][^\W\da-zA-Z_]{0,3})?"
)
_NEXT_PRICE = lazy(r"[、，,和及与]")
_NEXT_COUNT = lazy(r"[、，,和及与][^，,。；;、\d]{0,14}")
_PERIOD = lazy(r"[月日天周季]")
_SENTENCE = lazy(r"[。！!？?\n]")
_CLOSES = lazy(r"(?:共|共计|合计|总计|总额|支出|经费|资金|需|费用?)[^，,。；;\d]{0,6}$")
_OPENS = lazy(r"[^。；;\n\d]{0,12}(?:其中|包括|分为|分别|[：:（(])")
_LIST_CLOSES = lazy(r"(?:共|合计|总计|总额)[^，,。；;\d]{0,6}$")
# More is paid than the list says, or others pay a part of it.
_BESIDES = lazy(r"另|其他|等|分担|[负承]担|一半|自[付筹缴负理]|配套|(?<![\d十])[两二三四五2-5]年(?![级制度初])")
_FAR = 80
"""Characters between a list and its total."""

Item = tuple[Mention, Mention]


class PricedList(NamedTuple):
    """Counts with a price each.

    Attributes:
        items: Each count with its price.
        total: The amount the text gives for all of them.
        product: What they come to, in yuan.
        verdict: `open` where the total may hold more than the list says (其中).
    """

    items: tuple[Item, ...]
    total: Mention
    product: Interval
    verdict: Literal["agrees", "contradicts", "unsure", "open"]


def priced_lists(text: str, mentions: Sequence[Mention], whole: Set[frozenset[int]] = frozenset()) -> list[PricedList]:
    """The priced lists of a text that have one total.

    Args:
        text: The text.
        mentions: Its numbers.
        whole: Where the parts of each of its complete sums begin: a list that has all of them leaves none out.
    """
    if "每" not in text:
        return []
    found: list[PricedList] = []
    for first, last, items in (*_beside(text, mentions), *_in_turn(text, mentions)):
        product = _come_to(items)
        total, opened = _total(text, mentions, first, last)
        if product is None or total is None or total.interval is None:
            continue
        complete = not opened or frozenset(count.start for count, _ in items) in whole
        verdict: Literal["agrees", "contradicts", "unsure", "open"] = "contradicts"
        if agree(product, total.interval):
            # 每名0.1万元 may be rounded: only as it is printed does it agree for sure.
            verdict = "agrees" if agree(_as_printed(items), total.interval) else "unsure"
        elif not complete and product.before(total.interval):
            verdict = "open"
        elif total.comparator != "=" or _BESIDES.search(text, items[0][0].start, max(total.end, items[-1][1].end)):
            verdict = "unsure"
        found.append(PricedList(tuple(items), total, product, verdict))
    return found


def priced_counts(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The counts of each list whose prices stand beside them, whether or not it has a total."""
    if "每" in text:
        yield from ([count for count, _ in items] for _, _, items in _beside(text, mentions))


def _beside(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, list[Item]]]:
    """Lists whose prices stand beside their counts, with the positions of their first and last number."""
    items: list[Item] = []
    begin = at = 0
    while at < len(mentions):
        pair = _pair(text, mentions, at)
        apart = bool(items) and _SENTENCE.search(text, items[-1][1].end, mentions[at].start) is not None
        if pair is not None and not apart:
            begin = begin if items else at
            items.append(pair)
            at += 2
            continue
        if len(items) > 1:
            yield begin, at - 1, items
        items = []
        # A number that begins no pair ends the list; one that does may begin the next.
        at += 0 if apart and pair is not None else 1
    if len(items) > 1:
        yield begin, at - 1, items


def _pair(text: str, mentions: Sequence[Mention], at: int) -> Item | None:
    if at + 1 >= len(mentions):
        return None
    count, price = mentions[at], mentions[at + 1]
    if count.kind != "count" or price.kind != "money" or {count.comparator, price.comparator} - {"=", "<="}:
        return None
    if not _BESIDE.fullmatch(text, count.end, price.start):
        return None
    per = (price.unit or "").partition("/")[2]
    if not per:
        each = EACH.search(text, max(count.end, price.start - 24), price.start)
        if each is None or each["mean"] or each["period"] or _PERIOD.search(each["said"]):
            return None
        per = each["unit"]
    return (count, price) if not _PERIOD.match(per) and is_of(text, count, per) else None


def _in_turn(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, list[Item]]]:
    """甲1600件、乙450件，分别按每件50元、150元: as many prices as there are counts before them."""
    if "分别" not in text:
        return
    for at in range(2, len(mentions) - 1):
        if mentions[at].kind != "money" or mentions[at - 1].kind != "count":
            continue
        said = _IN_TURN.fullmatch(text, mentions[at - 1].end, mentions[at].start)
        if said is None:
            continue
        last = at
        while last + 1 < len(mentions) and _NEXT_PRICE.fullmatch(text, mentions[last].end, mentions[last + 1].start):
            last += 1
        prices = mentions[at : last + 1]
        counts = mentions[max(0, at - len(prices)) : at]
        alike = all(one.kind == "money" for one in prices) and all(is_of(text, one, said["unit"]) for one in counts)
        joined = all(_NEXT_COUNT.fullmatch(text, one.end, other.start) for one, other in pairwise(counts))
        if len(counts) == len(prices) > 1 and alike and joined:
            yield at - len(counts), last, list(zip(counts, prices, strict=True))


def _come_to(items: Sequence[Item]) -> Interval | None:
    reached: Interval | None = None
    for count, price in items:
        if count.interval is None or price.interval is None or "~" in count.number + price.number:
            # 每人600至800元: what a list comes to has no one value.
            return None
        # 每个5万元 is a standard; only what has several decimals may be a rounding of one.
        plain = len(price.digits.partition(".")[2]) <= 1
        paid = Interval.point(Decimal(price.number)) if plain else price.interval
        product = count.interval * paid
        reached = product if reached is None else reached + product
    return reached


def _as_printed(items: Sequence[Item]) -> Interval:
    products = [exact_product(Decimal(count.number), Decimal(price.number)) for count, price in items]
    return Interval.point(sum(products, Decimal(0)))


def _total(text: str, mentions: Sequence[Mention], first: int, last: int) -> tuple[Mention | None, bool]:
    """The amount of a list: the one before it that opens it, or the one that closes it; and whether it opens it."""
    begin, end = mentions[first].start, mentions[last].end
    if last + 1 < len(mentions):
        after = mentions[last + 1]
        between = text[end : min(after.start, end + _FAR)]
        stop = _SENTENCE.search(between)
        # A list whose items end with semicolons is closed by 共计 only; 补贴支出 may be that of its last item.
        closes = _LIST_CLOSES if "；" in text[begin:end] or "；" in between else _CLOSES
        if after.kind == "money" and stop is None and "每" not in between and closes.search(between):
            return after, False
    for before in reversed(mentions[max(0, first - 2) : first]):
        if before.kind == "money" and before.end >= begin - _FAR and _OPENS.match(text, before.end, begin):
            stated = _LIST_CLOSES.search(text, max(0, before.start - 12), before.start)
            return (before, True) if stated is not None else (None, False)
    return None, False


def list_work(path: str, found: PricedList) -> Iterator[Agrees | Hit | Unsure]:
    """What a priced list says of its total; nothing of one that may be a part of it."""
    if found.verdict == "open":
        return
    place = _ref(path, found.total)
    refs = tuple(_ref(path, one) for item in found.items for one in item)
    terms = [
        f"{money(middle(price.interval))} × {counted(count.interval.low):,f}"
        for count, price in found.items
        if price.interval is not None and count.interval is not None
    ]
    written = f"{' + '.join(terms)} = {money(middle(found.product))}"
    if found.verdict == "agrees":
        yield Agrees(place, refs, equation(written, found.total.text, True))
    elif found.verdict == "unsure":
        yield Unsure(place, refs, f"{written} ? {found.total.text}")
    elif found.total.interval is not None:
        product = middle(found.product)
        yield Hit(
            place,
            refs,
            arguments={
                "written": written,
                "amount": found.total.text,
                "difference": abs(product - middle(found.total.interval)),
            },
            arithmetic=equation(written, found.total.text, False),
            variant="list",
            group=None,
            reconcile=True,
        )


def _ref(path: str, mention: Mention) -> Ref:
    return Ref(path, (mention.start, mention.end))
