"""Numbers of a goal that bind little or nothing: manners of speaking, rates of pay, what another number says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from drafter.checking.words.clauses import CLAUSE, SENTENCE, said_before
from drafter.language import Mention
from drafter.language.patterns import lazy

_ALSO = lazy(r"[^\W\da-zA-Z_]{0,8}?(?:共计|合计|总计|共|总长度?|长度?|总面积|面积|里程)?约?")
_NO_NOUN = lazy(r"[^\W\da-zA-Z_]{0,2}、[ ]?")
_IN_ALL = lazy(r"[，,]?(?:共计?|合计|总计|累计|总长度?|全长|总面积)约?")
_OF = lazy(r"[^\W\da-zA-Z_]{1,12}(?<![目标])的")
_RATED = lazy(
    r"[^，,。；;：:、（(\d\n]{2,16}(?:率|比例)(?:均|都)?(?:要|应|须)?"
    r"(?:达到?|保持在?|为|实现|不低于|不少于|不得低于){0,2}[ ]?"
)
# 两项合计186万元: how many amounts are added up.
_ADDED = lazy(r"(?:补助|补贴|资金|经费|费用|支出|奖补)?(?:合计|共计|总计|小计|相加|共需)")
_ITEMS = frozenset(("项", "类", "部分", "笔", "块", "方面", "款"))
_OCCASIONS = frozenset(("期", "次", "场", "场次", "班", "轮", "批", "期次"))
_PEOPLE = frozenset(("count:人", "count:人次", "count:名"))
_CAME = lazy(r"[，,][^，,。；;：:\d、（(]{0,8}|(?:共计?|合计|总计)[^，,。；;：:\d、（(]{0,6}")
_COUNTING = lazy(r"^[，,]|共计?|合计|累计|参加|参与|人数|人员|达到?|不少于|约")
_SORTS = frozenset(("种", "类", "项", "者", "个"))
_AGAIN = ("", "以上", "上述", "这", "前述")
_EACH = lazy(r"[^，,。；;\d]{0,12}(?:分别|各自?)(?:控制|不|按|为|达|在|是)")
# 占三年任务的60%, 由3个标段组成: the same work told once more.
_SHARE = lazy(r"(?:任务|总数|总量|总面积|总长度|规模)的$")
_MADE_OF = lazy(r"[^，,。；;\d]{0,8}(?:组成|构成)")
_PAID_BEFORE = lazy(
    r"(?:增发|加发|上浮|下浮|计提|提取|预付|首付|预留|自筹|个人承担|(?:补助|补贴|资助|奖补|分担|配套|报销|支付|给付)(?:比例|标准)|(?:贴息|贴现|担保|费|利|税)率)"
    r"(?:比例)?(?:为|按|不超过|最高|最高不超过|约)?[ ]?$"
)
# 按省60%、市40%分担
_LEVEL_BEFORE = lazy(r"(?:中央|地方|[省市区县镇]级?)(?:财政)?[ ]?$")
_SHARED_AFTER = lazy(r"[^。；;\n]{0,20}(?:分担|承担|负担)")
_BY = lazy(r"按照?|依照?|根据|以")
_PAID_AFTER = lazy(
    r"(?:的?(?:比例|标准|额度))?(?:进行|予以|给予|发放|分别)?"
    r"(?:计取|计提|计算|计收|提取|收取|支付|补助|补贴|资助|奖补|奖励|报销|分担|承担|负担|配套|预留|预拨|拨付|缴纳|兑付|兑现|结算|核定|核算|贴息|配比|发放)"
)


_LISTED = 2
_TOTAL_OF = lazy(r"[^\W\da-zA-Z_]{0,6}[，,](?:全年)?(?:共计?|合计|总计)[^，,。；;、\d]{0,6}")
_BESIDE = lazy(r"[^，,。；;、\d]{0,6}[、和及与][^，,。；;、\d]{1,12}")
# 100平方米以上的公厕: the bound of a class.
_BOUND = lazy(r"及?以[上下内]的?")
# 株距6米, 管径不小于300毫米: what one of them is like.
_SIZE = lazy(
    r"(?:[株行间桩孔排]距|层高|苗高|坝高|[胸地直管口孔]径|壁?厚度?|[净路桥]?宽度?|冠幅|埋?深度?)"
    r"(?:约|为|达到?|各|均|不[小低少]于|不超过|控制在|≥|=)*[ ]?$"
)


def hardly_binds(text: str, mention: Mention) -> bool:
    """约80万字, 参考率60%左右 describe the work more than they bind; 1 套 says only that it is done."""
    sized = mention.dimension == "length" and _SIZE.search(text, max(0, mention.start - 12), mention.start)
    described = (
        sized or _SHARE.search(text, max(0, mention.start - 8), mention.start) or _MADE_OF.match(text, mention.end)
    )
    return bool(mention.comparator == "~" or _single(mention) or _counts_its_list(text, mention) or described)


def measured_by(goal: str, mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The number that says how much there is of what this one counts: 6条航道共计86.5公里, 260家企业的1840辆车辆.

    Or how good it is: 12台锅炉年检合格率100%. Or who was there: 培训2期126人次. What has no noun of its own is another
    measure of what stands before it: 改造小区14个、96栋.
    """
    beside = next((one for one in reversed(mentions) if one.end <= mention.start), None)
    if beside is not None and _counted_otherwise(goal, beside, mention):
        return beside
    behind = next((one for one in mentions if one.start >= mention.end), None)
    if behind is not None and _came(goal, mention, behind):
        return behind
    if behind is None or mention.kind != "count" or behind.kind not in ("count", "measure", "percent"):
        return None
    if behind.kind == "percent":
        return behind if _RATED.fullmatch(goal, mention.end, behind.start) else None
    if mention.end == behind.start and mention.dimension != behind.dimension:
        return behind
    if _OF.fullmatch(goal, mention.end, behind.start):
        return behind
    return behind if behind.kind == "measure" and _ALSO.fullmatch(goal, mention.end, behind.start) else None


def paced_by(goal: str, mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The number behind one with a pace (3至5场/月、全年50场) that is of the same things and of all the year."""
    base, _, per = (mention.unit or "").partition("/")
    if not per or mention.kind != "count":
        return None
    behind = next((one for one in mentions if one.start >= mention.end), None)
    if behind is None or behind.unit != base or SENTENCE.search(goal, mention.end, behind.start) is not None:
        return None
    return behind


def _came(goal: str, mention: Mention, behind: Mention) -> bool:
    """举办扑火技能培训4期，培训400人次; 适应性培训3期，共210人: how often, and who came to it."""
    between = goal[mention.end : behind.start]
    if mention.unit not in _OCCASIONS or behind.dimension not in _PEOPLE or _CAME.fullmatch(between) is None:
        return False
    said = _COUNTING.sub("", between)
    clause = said_before(goal, mention.start, CLAUSE, 30)
    return not said or said in clause


def _counted_otherwise(goal: str, before: Mention, mention: Mention) -> bool:
    if before.kind not in ("count", "measure") or mention.kind not in ("count", "measure"):
        return False
    if before.dimension == mention.dimension:
        return False
    # 健身步道3条共计5.4公里: what has no noun of its own measures the same.
    same = mention.kind == "measure" and mention.entity in (None, before.entity)
    same = same and _IN_ALL.fullmatch(goal, before.end, mention.start) is not None
    return same or _NO_NOUN.fullmatch(goal, before.end, mention.start) is not None


def manner_of_speaking(mention: Mention) -> bool:
    """A step in percentage points has no level to be an indicator; 一次验收 and 一批 count nothing."""
    return mention.dimension == "percentage_point" or mention.text.startswith("一")


def of_a_class(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """改造100平方米以上公厕6座, 千人以上12处: how big the things are that the next number counts."""
    bound = _BOUND.match(text, mention.end) if mention.kind in ("count", "measure") else None
    if bound is None:
        return False
    behind = mentions[bisect_left(mentions, bound.end(), key=_start) :][:1]
    noun = text[bound.end() : behind[0].start] if behind and behind[0].kind == "count" else None
    return noun is not None and noun in ("", behind[0].entity)


def closes_a_list(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """12所学校各配备校医2名、保安4名，共72名: so many of all that the list names, and not of the last."""
    at = bisect_left(mentions, mention.start, key=_start)
    if at < _LISTED or not _TOTAL_OF.fullmatch(text, mentions[at - 1].end, mention.start):
        return False
    first, last = mentions[at - _LISTED : at]
    beside = _BESIDE.fullmatch(text, first.end, last.start) is not None
    # 讲座4场、演出2场，共演出30场 names one of them.
    named = last.entity is not None and last.entity in text[last.end : mention.start]
    return beside and not named and first.dimension == last.dimension == mention.dimension


def _start(mention: Mention) -> int:
    return mention.start


def adds_up(text: str, mention: Mention) -> bool:
    """两项合计186万元: the items were named before, and their number promises nothing."""
    return mention.kind == "count" and mention.unit in _ITEMS and _ADDED.match(text, mention.end) is not None


def points_back(text: str, mention: Mention) -> bool:
    """两种疫苗单价分别控制在38元、180元: the kinds were named before, and a number is given for each."""
    clause = said_before(text, mention.start, CLAUSE, 30)
    sorts = mention.kind == "count" and mention.unit in _SORTS and re.match(r"[两二三四五六]", mention.text)
    return bool(sorts) and clause in _AGAIN and _EACH.match(text, mention.end) is not None


def rate_of_pay(text: str, mention: Mention) -> bool:
    """效益费按核减额的4%计取, 对其中27户增发50%: how much is paid for what, and nothing to be attained."""
    if mention.kind != "percent":
        return False
    clause = said_before(text, mention.start, CLAUSE, 30)
    if _LEVEL_BEFORE.search(clause) and _SHARED_AFTER.match(text, mention.end):
        return True
    return bool(_PAID_BEFORE.search(clause) or (_BY.search(clause) and _PAID_AFTER.match(text, mention.end)))


def _counts_its_list(text: str, mention: Mention) -> bool:
    """电工、焊工、叉车三个工种: the things are named, and how many they are is seen."""
    if mention.kind != "count" or len(mention.number) > 1 or mention.comparator != "=":
        return False
    named = said_before(text, mention.start, CLAUSE, 60)
    return len(re.split(r"[、和及与]", named)) == int(mention.number) > 1


def _single(mention: Mention) -> bool:
    return mention.kind == "count" and mention.number == "1"
