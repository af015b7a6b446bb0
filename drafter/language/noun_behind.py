"""The noun phrase that begins behind a quantity: 定点医疗机构 behind 86家."""

from __future__ import annotations

from functools import lru_cache

from drafter.language.data import words
from drafter.language.patterns import lazy

_HAN = r"一-鿿"
_STOP_HEAD = lazy(
    r"[和及与、且于到因若约近较把则也又至还是都每已即]|并(?![网发])|或(?!然)|由(?!于)|对(?![讲口比外照接])|从(?!业)|向(?!日)|将(?!军)|按(?!摩)|经(?![营济典纪理贸])|均(?!衡)"
    r"|达(?!标)|全(?![科景自民国日封套程员面彩媒职屋数流域要链])|共(?![享建有用同])|等(?![级离])|不(?![锈动])|未(?!成年)|需(?!求)|应(?![急用届聘征对])|可(?![燃视研再移降回穿])"
    r"|使(?![用馆])|被(?![服褥子装])|后(?![勤备续期台厨])|前(?![端置哨台])|内(?![部科镜设刊河窥容涝])|其(?!他)|以(?!工)|各(?!类)|再(?![生就])|如(?!厕)|超(?![声市高算薄滤低标细级])"
    r"|比(?![赛例选对])|进(?![口修])|参(?![保赛考展训建股])|用(?![人地水电户品药房工火气])|给(?!水)|在(?![线编职建校读册岗训押])|为(?!民)|占(?!地)"
    r"|年(?:[底末内前]|初(?!结[转余]|预算))|月[底末初内]|[今明当本次]年|[上下]半年|分别|开展|进行|完成|负责|提供|实现|确保|同比|环比|累计|组织|举办|发放|建成|投入|获得|通过|覆盖|包括|包含|平均|免费(?![^\W\da-zA-Z_]{1,4}(?:点|站|车|位|场|课程|班|线路|厕|巴士|座椅|书屋|充电桩))|及时|顺利|正常|逐步"
    r"|有效|成功|初步|如期|受理|办结|办理|完工|竣工|交付|验收|考核|启动(?!仪式|资金|区)|提交|上线|响应|到达|修复|解决|支付|结算|办妥|审结|更新|更换"
    rf"|(?:{'|'.join(words('change'))})[至到为]|(?:增[加长]|减少|提[高升]|下降|上升|降低|压[减缩]|缩短)(?![值额量率幅泵机])"
)
_STOP_INSIDE = lazy(
    r"(?<![案事理缘])由|[二三四五六七八九两的和及与、并或以将均每达需且使各]|于(?![都田洪])|(?<!红)十|改[造建]?为|变更?为|升级为|调整为|为(?<![行作人有无认]为)(?!民)|(?<![棉巾蚕羽绒])被|(?<!公)共$|不少于|不低于|超过|进行|用于|全覆盖|提供|实现|负责|参加|参与|参保(?![人企单职居群对率费])|完成|建立|设立|成立|出台|建成|达到|分别|开展|总计|合计|共计|考核|覆盖|占|[平户人年月日亩]均|中有|购买|购置|添置|更换|加装|配[备发]|全部|承接|接受|领取|享受|未(?!成年|婚)|已(?!婚)|仍|尚|[惠普]及(?!率)|可(?![燃视研再移降回穿持])|在(?![线编职建校读册岗训押院])|所(?=发生|产生|需)|不(?=同程度|[再得能会应少])|赴(?=..)|发放(?![点站室率量])"
)
_ATTRIBUTED = lazy(
    r"(?:覆盖|面向|服务|针对|用于|适合|符合|具有|具备|带有|位于|来自|涉及|参与|参加|完成|通过|获得|提供|负责|实现)"
    r"[^\W\da-zA-Z_的]{1,8}的([^\W\da-zA-Z_的]{2,8})$"
)
# 地级及以上城市, 百亩以上示范园, 新建、改扩建幼儿园: of what kind stands before what is counted.
_DESCRIBED = lazy(r"(?:[^\W\da-zA-Z_]{1,3}级[及或]?|[十百千万亿]{1,2}[^\W\da-zA-Z_])以[上下]的?(?=[^\W\da-zA-Z_]{2})")
_AFTER = lazy(
    rf"[ ]?(的)?(?:[{_HAN}]{{1,2}}建[、和及])*"
    rf"((?:[0-9]型|[0-9]{{2,4}}强|[1-5]A级(?:[（(]含[)）])?(?:[及或]?以上)?|[A-Z]{{1,3}}-?[0-9]{{1,4}}(?=[{_HAN}]))?[{_HAN}A-Za-z·]{{1,14}}(?:“[^“”]{{1,10}}”[{_HAN}]{{0,6}})?|“[^“”]{{1,10}}”[{_HAN}]{{0,6}})"
)
# No noun begins with these; nothing at all stands at the end of the text.
CLOSING = frozenset("，。；、,;.：:）)！!？?\n/") | {""}
_TITLED_AFTER = lazy(r"[ ]?《([^《》]{1,20})》")
_HAVING = lazy(rf"有(?![机线害轨色关效序形限声奖偿氧])[^，。；：,;\n的]{{1,30}}的([{_HAN}]{{2,10}})")
_PLACES = "村社区乡镇街道县市州旗站所科室院校园局委馆"
_NAMED_TWICE = lazy(
    rf"((?:[{_HAN}]{{1,6}})??[{_PLACES}][（(](?:居|社区|街道|中心|场|办|点|[{_PLACES}、]{{1,5}})[)）])([{_HAN}]{{0,10}})"
)
_OPENS = frozenset("（(")
_SHORT_FORM, _REACH = 9, 32
_SHORT = frozenset(words("short"))
_STATES = frozenset("在" + state for state in "建编职校岗训押读册线用")


def noun_after(text: str, end: int) -> str | None:
    """Return the noun phrase that begins at an offset (定点医疗机构 behind 86家), or None."""
    first = text[end : end + 1]
    if first in CLOSING:
        return None
    if first == "有" and "的" in text[end : end + _REACH] and (having := _HAVING.match(text, end)) is not None:
        # 3家有资质、有场地的检测机构
        return noun_in(having[1], True)
    if not _OPENS.isdisjoint(text[end + 1 : end + _SHORT_FORM]) and (named := _NAMED_TWICE.match(text, end)):
        # 28名村（居）法律顾问, 14个乡（镇）
        rest = named[2]
        stop = 0 if _STOP_HEAD.match(rest) else _STOP_INSIDE.search(rest, 1)
        return named[1] + (rest[: stop.start()] if stop else "" if stop == 0 else rest)
    match = _AFTER.match(text, end)
    if match is None:
        title = _TITLED_AFTER.match(text, end)
        return title[1] if title else None
    of, run = match.groups()
    return noun_in(run, of is not None)


@lru_cache(maxsize=8192)
def noun_in(run: str, of: bool) -> str | None:
    """Return the noun phrase a run of words behind a unit begins with, or None.

    Args:
        run: the words; not empty.
        of: whether 的 stands before them.
    """
    attributed = _ATTRIBUTED.match(run) if "的" in run else None
    if attributed is not None:
        # 五个覆盖全区的站点: the noun stands behind its attribute.
        return attributed[1]
    described = _DESCRIBED.match(run)
    if described is not None:
        run = run[described.end() :]
    if (not of or run[0] == "每") and _STOP_HEAD.match(run):
        return None
    stop = _STOP_INSIDE.search(run, 1)
    noun = run[: stop.start()] if stop else run
    return noun if (len(noun) > 1 and noun not in _STATES) or noun in _SHORT else None
