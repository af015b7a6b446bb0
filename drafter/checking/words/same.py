"""When two indicator names mean one thing: written alike, or differing in words that stand for each other."""

from __future__ import annotations

from drafter.checking.words.names import bare
from drafter.language import normalise
from drafter.language.memory import NAMES, remembered
from drafter.language.patterns import lazy

# Money of a project under three names; the rest are words a clerk may exchange without meaning anything by it.
_MONEY = lazy(r"(项目预算|项目经费|项目资金|预算资金|财政资金|专项资金|专项经费)")
_EXCHANGED: tuple[tuple[str, str], ...] = (
    ("补贴", "补助"),
    ("印刷", "印制"),
    ("个数", "数量"),
    ("总数量", "数量"),
    ("总数", "数量"),
    ("人员", "人"),
    ("群众", "公众"),
    ("市民", "公众"),
    ("场数", "场次"),
    ("购置", "采购"),
    ("购买", "采购"),
    ("完成比例", "完成率"),
    ("知晓度", "知晓率"),
    ("满意率", "满意度"),
)
# 保障基金合理使用 and 基金合理使用 are one; 提高参保率 and 参保率 are not: a step is no level.
_LEAD = lazy(
    r"^(?:保障|确保|保证|实现|做好|促进)(?=[^\W\d_]{4})(?!率|度|数|性)",
    needs=("保障", "确保", "保证", "实现", "做好", "促进"),
)

# 教师对家长满意度 and 家长对教师满意度 are two things.
_TOWARDS = lazy(r"对(?!象)|向|到|至|给|由|从|比")


@remembered(NAMES)
def exact_key(name: str) -> str:
    """Equal for names that differ in width, spaces and punctuation only, and for 项目资金… and 预算资金…."""
    return _MONEY.sub("资金", normalise(bare(name)))


@remembered(NAMES)
def loose_key(name: str) -> str:
    """Equal also for names in which one word stands for another: 补助资金发放及时性, 补贴资金发放及时性."""
    key = exact_key(name).replace("的", "")
    for word, other in _EXCHANGED:
        key = key.replace(word, other)
    return key


@remembered(NAMES)
def deed_key(name: str) -> str:
    """Equal also where one promises it, or for any order of its characters: ask `one_deed` then."""
    key = _deed(name)
    return key if _TOWARDS.search(key) else "".join(sorted(key))


def one_deed(name: str, other: str) -> bool:
    """Whether two names of one `deed_key` say one thing: words in another order (教师培训人数, 培训教师人数).

    Two words may have changed places, each of two characters at least; the same characters in any order are no proof.
    """
    mine, theirs = _deed(name), _deed(other)
    while mine and theirs and mine[0] == theirs[0]:
        mine, theirs = mine[1:], theirs[1:]
    while mine and theirs and mine[-1] == theirs[-1]:
        mine, theirs = mine[:-1], theirs[:-1]
    if not mine and not theirs:
        return True
    at = (mine + mine).find(theirs) if len(mine) == len(theirs) else -1
    return 2 <= at <= len(mine) - 2


def _deed(name: str) -> str:
    return _LEAD.sub("", loose_key(name))
