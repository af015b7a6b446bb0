"""Which direction of an indicator is good, where its name leaves no doubt. In doubt a name is neither."""

from __future__ import annotations

import re

from drafter.checking.words.names import bare, is_rate, is_satisfaction

# fmt: off
_HARMS = (
    "投诉", "故障", "流失", "差错", "错误", "失误", "出错", "误差", "偏差", "误报", "漏报", "瞒报", "漏检", "漏损", "损耗", "损坏",
    "破损", "毁损", "丢失", "遗失", "返工", "退货", "退件", "事故", "死亡", "伤亡", "病死", "发病", "患病", "感染", "疫情", "发案",
    "违规", "违法", "违纪", "违约", "违章", "超标", "超载", "超时", "超期", "逾期", "延误", "延期", "滞后", "失败", "信访", "上访",
    "纠纷", "火灾", "火情", "灾情", "险情", "溺水", "泄漏", "泄密", "泄露", "中断", "宕机", "瘫痪", "停机", "丢包", "掉线", "舆情",
    "返贫", "辍学", "缺勤", "旷工", "迟到", "空置", "闲置", "抛荒", "撂荒", "积压", "拖欠", "欠薪", "坏账", "不良", "不合格", "不满意",
    "复发", "再犯", "重新犯罪", "失业", "贫困发生", "跌倒", "压疮", "污染", "黑臭", "内涝", "积水", "渗漏", "盗窃", "诈骗", "安全事件",
    "突发事件", "群体性事件", "入侵", "隐患", "违建", "疏漏", "遗漏", "缺陷", "裂缝", "扰民", "死机", "误诊", "漏诊", "并发症",
)
# What is done about a harm is not harmful: 投诉处置率, 隐患整改率, 火灾扑救次数, 失业人员培训人数.
_REMEDIES = (
    "处置", "处理", "办结", "解决", "整改", "修复", "排除", "化解", "回复", "响应", "查处", "恢复", "降低", "下降", "减少", "避免",
    "控制", "赔付", "查办", "侦破", "破案", "排查", "检查", "巡查", "核查", "抽查", "监测", "监管", "防控", "防治", "预防", "预警",
    "演练", "救援", "救治", "救助", "治疗", "治理", "整治", "清理", "清除", "消除", "拆除", "打击", "惩处", "处罚", "调解", "受理",
    "接待", "解答", "培训", "宣传", "教育", "保险", "赔偿", "普查", "调查", "统计", "登记", "报告", "分析", "研判", "研究", "评估",
    "鉴定", "检测", "筛查", "随访", "消杀", "扑救", "扑灭", "追回", "追缴", "挽回", "清收", "盘活", "出租", "帮扶", "援助", "就业",
    "安置", "维修", "抢修", "修缮", "改造", "更新", "更换", "回收", "投保", "参保", "覆盖", "满意", "缩短", "压降", "遏制", "杜绝",
)
_GOODS = (
    "满意", "知晓", "合格", "达标", "完成", "通过", "准确", "正确", "及时", "准时", "准点", "按时", "按期", "覆盖", "到岗", "在岗",
    "上岗", "持证", "办结", "好评", "出勤", "送达", "到达", "使用", "利用", "就业", "参保", "入学", "升学", "成活", "存活", "畅通",
    "优良", "优秀", "良好", "完好", "验收", "到位", "兑现", "采纳", "普及", "应用", "发放", "足额", "可用", "在线", "亮灯", "完整",
    "参与", "留用", "结业", "毕业", "取证", "履约", "资源化", "无害化", "受益", "受援", "公开", "公示", "尽保", "尽补", "尽享", "成功",
    "接通", "回访", "免疫", "接种", "治愈", "建档", "巩固", "转化", "推广", "节能", "节水", "节电", "绿化", "结案", "上架", "到课",
    "开课", "开出", "纯净", "有效", "认可", "配备", "规范", "开工", "竣工", "归档", "安全利用", "正常运行", "开机", "修复", "整改",
)
# fmt: on
_HARM = re.compile(rf"({'|'.join(_HARMS)})[^，。]{{0,6}}$")
# 污染物排放达标率 and 隐患点完好率 end in something good, 不合格率 does not.
_GOOD_END = re.compile(r"(?<![不未非失误])(合格|达标|完好|优良|及时|准确|正确|完成|通过|有效)(率|度|比例)$")
# The remedy follows its harm (投诉处置率) or governs it (减少投诉); in 调查数据差错率 the survey is no remedy of the error.
_REMEDY = re.compile(
    rf"({'|'.join(_HARMS)})[^，。]{{0,12}}({'|'.join(_REMEDIES)})"
    rf"|(降低|减少|避免|杜绝|遏制|预防|防止|防范|化解|解决|消除|打击|查处|整治|治理|防治|防控|压降|控制|处理|处置)[^，。]{{0,8}}({'|'.join(_HARMS)})"
)
_GOOD = re.compile(rf"(?<![不未非失误])({'|'.join(_GOODS)})[^，。]{{0,3}}(率|度)$")
_GOOD_SHARE = re.compile(r"(?<![不未非失误])(满意|知晓|合格|达标|优良|优秀|完好)[^，。]{0,4}(比例|占比|比重)$")
# Load is no achievement: CPU使用率 ≤70%, 农药利用率 is one but 抗菌药物使用率 is not.
_LOAD = re.compile(
    r"(CPU|cpu|内存|磁盘|存储|带宽|链路|端口|处理器|服务器|云资源|系统资源|床位|病床|负荷|药物|药品|抗生素|输液|农药|化肥|塑料|一次性|编制|额度)"
    r"[^，。]{0,4}(使用|利用|占用)率$"
)
_WAIT = re.compile(
    r"(响应|处理|处置|修复|到场|到达|到岗|办理|办结|审核|审批|审查|受理|等待|等候|反馈|答复|回复|送达|出具|上架|清理|打捞|排除|恢复"
    r"|发放|流转|整改|抢修|出警|救援|交付|出库|配送|报修|赔付|理赔|查勘)[^，。]{0,6}(时间|时限|时长|周期|期限)$|(延迟|时延|耗时)$"
)


def is_harmful(name: str) -> bool:
    """High values are bad: 投诉率, 故障率, 安全事故情况. What is done about a harm (投诉处置率) is not harmful."""
    text = bare(name)
    return bool(_HARM.search(text)) and not _REMEDY.search(text) and not _GOOD_END.search(text)


def mentions_harm(name: str) -> bool:
    """Some harm is named, whatever is done about it; a zero may be the best value there."""
    return any(harm in name for harm in _HARMS)


def is_beneficial(name: str) -> bool:
    """High values are good beyond doubt: 满意度, 知晓率, 合格率, 处置率."""
    text = bare(name)
    if is_harmful(text) or _LOAD.search(text):
        return False
    remedied = is_rate(text) and _REMEDY.search(text)
    return bool(is_satisfaction(text) or _GOOD.search(text) or _GOOD_SHARE.search(text) or remedied)


def is_wait(name: str) -> bool:
    """Short is good: 响应时间, 办理时限, 故障修复时长; not 保修期限 or 培训时长."""
    return bool(_WAIT.search(bare(name)))
