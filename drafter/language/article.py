"""When 一 with its classifier is an article (建立一个机制) and when an amount (随访一次, 报告一份)."""

from __future__ import annotations

from drafter.language.counting import lets_count, of_thing
from drafter.language.data import words
from drafter.language.patterns import lazy

# 一杯水、一张凳; 一人当兵、全家光荣: said for the sound.
_ONE_AND_ONE = lazy(
    r"[^\W\da-zA-Z_][、，]一[^\W\da-zA-Z_]{2}|[^\W\da-zA-Z_]一(?![名位个人])[^\W\da-zA-Z_]{2}(?![^\W\da-zA-Z_])"
)
_ONE_BEFORE_ONE = lazy(r"一[^\W\da-zA-Z_]{2}[、，]$")
_ONE_BEFORE = frozenset("届统唯单专同某任之逐万划合归如不无此第其每另进新上下这那哪又再")
# 翻新一座 is one; 新一轮 the next.
_RENEWED = ("翻新", "更新", "创新", "焕新")
_RHYTHM = lazy(r"(?:超过|不少于|不低于|不超过|至少|约|近|只有|就有|要)?[0-9０-９一二三四五六七八九十]")
_RHYTHMS = frozenset(("年", "天", "周", "日", "个月", "个季度"))
_TIMES = frozenset(("年", "天", "日", "周", "个月"))
_COUNTED_IS = frozenset("就只还仅都不")
_MOMENTS = frozenset("前后内来")
_AMOUNTS = frozenset(words("amount-of-one"))
# 招募一支队伍, 建成一个平台: behind a verb that buys or builds one of these with a thing that can be counted.
_BUILT = frozenset(("支", "个", "套", "项", "条", "处", "家"))
_NEVER_ONE = frozenset(words("never-one"))
_WRITTEN = frozenset("封张本篇册部节堂")
_TITLE = lazy(
    r"[^\W\da-zA-Z_]{1,6}?[0-9一二两三四五六七八九十][0-9.,一二两三四五六七八九十百千万余]*[份册张本套封个只]"
    r"|[^\W\da-zA-Z_]{1,6}?(?:活动|评选|征集|行动|工程|计划|大赛|比赛|展播|展评)"
)
_LISTED = lazy(r"[^\W\da-zA-Z_]{2,12}[、和及](?:[2-9]|[两三四五六七八九十]|[1-9][0-9])个")
_CLAUSE_END = frozenset("，。；;、,！!？?）)\n ：:和及并与")
_TOGETHER = frozenset("在同共")
# 一次检查、全面体检: what is done once, and what for all that is worth.
_ONCE_FOR_ALL = lazy(
    r"[^\W\da-zA-Z_]{2}[、，](?:全[面程域网省市县区国年员]|终身|长期|综合|多[方部项次])[^\W\da-zA-Z_]{2}(?![^\W\da-zA-Z_])"
)
# 一户多宅, 一人多岗: no more than one, and many of something.
_MANY_OF = lazy(r"多[宅岗残证房机车能技用卖租址码卡孩职照田]")
_CASE = lazy(
    r"[^\W\da-zA-Z_]{0,8}(?:案|事故|纠纷|事件|火灾|火情|投诉|舆情|诉讼|违[法规]|行为|问题|警情|险情|疫情|灾)|以上|以下"
)


def is_one_of_many(text: str, unit: str, end: int) -> bool:
    """Return True if many of something follow one (一户多宅, 一人多岗): no amount, and no 多 that makes it vague."""
    return unit in "户人票卡证" and _MANY_OF.match(text, end) is not None


def is_article(text: str, start: int, unit: str, end: int) -> bool:
    """Return True if 一 with its classifier is an article (建立一个机制) and no amount (随访一次, 报告一份)."""
    previous = text[start - 1 : start]
    if previous in _ONE_BEFORE and previous and not text.endswith(_RENEWED, 0, start):
        return True
    if text.startswith(("是一" + unit, "成一" + unit, "算一" + unit), end) or (
        previous and previous in "是成算" and text.endswith("一" + unit, 0, start - 1)
    ):
        # 办一件成一件
        return True
    if previous == "是" and text[end : end + 1] >= "一" and text[start - 2 : start - 1] not in _COUNTED_IS:
        # 水库是一座以灌溉为主的工程; 其中一座是危桥 is another matter.
        return True
    if previous == "从" and unit == "起":
        # 从一起普通的案件入手
        return True
    if previous == "的" and unit in _TIMES and text[start - 2 : start - 1] not in _MOMENTS:
        # 最为严重的一年; 投产后的一年 lasts one.
        following = text[end : end + 1]
        return not following or following in _CLAUSE_END
    if unit in _NEVER_ONE:
        return True
    following = text[end : end + 1]
    if not lets_count(text, start) and (
        _ONE_AND_ONE.match(text, end) or (following >= "一" and _ONE_BEFORE_ONE.search(text, max(0, start - 4), start))
    ):
        return True
    if unit == "次" and following >= "一" and not lets_count(text, start) and _ONCE_FOR_ALL.match(text, end):
        return True
    if unit == "起" and following:
        # 一起推进 and 放在一起 are together; 发生一起火灾 is one case.
        return previous in _TOGETHER if following in _CLAUSE_END else _CASE.match(text, end) is None
    if text.startswith(("不落", "不漏", "不少", "不差"), end) or (unit == "期" and text.startswith("投资", end)):
        # 一户不落; 一期投资 is the first phase's.
        return True
    if not following or following in _CLAUSE_END:
        return False
    if unit in _WRITTEN and _TITLE.match(text, end):
        # 印制一封信两万份: twenty thousand copies of one name; 一封家书征集活动 is a name too.
        return True
    if unit == "个" and _LISTED.match(text, end) and lets_count(text, start):
        # 建成一个数据底座、两个应用门户: counted as what follows; 坚持一个中心、两个基本点 is a slogan.
        return False
    if following in "一两三四五六七八九十" or (unit in _RHYTHMS and _RHYTHM.match(text, end)):
        # 一年250天, 一年超过200天: a base.
        return True
    return unit not in _AMOUNTS and not (unit in _BUILT and lets_count(text, start) and of_thing(text, end))
