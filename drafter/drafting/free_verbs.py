"""The verbs of spoken briefs: what is bought, hired or held, and the work that belongs to the name of its object."""

from __future__ import annotations

from drafter.language.patterns import lazy


def _same(verbs: str) -> dict[str, str]:
    return {verb: verb for verb in verbs.split()}


# Buying, hiring, holding: the thing alone is named (购买服务器5台 → 服务器). An empty word is no verb for a form.
GETS = _same(
    "购买 购置 采购 添置 配备 配置 增配 订阅 征订 聘请 聘用 招聘 招录 邀请 委托 委派 选派 印制 印刷 编印 "
    "制作 举办 组织 开展 承办 发放 投放 提供 拍摄 录制 设置 布置 举行 新增 增设 储备 搭建 补贴 补助 资助 奖励 慰问 "
    "安排 招募 出具 撰写 讲授 查办"
) | {
    "采买": "采购",
    "增加": "新增",
    "买": "购买",
    "添": "添置",
    "购": "购买",
    "订": "征订",
    "聘": "聘用",
    "招": "招聘",
    "办": "举办",
    "印": "印制",
    "发": "发放",
    "拍": "拍摄",
    "送": "发放",
    "配": "配备",
    **dict.fromkeys(("开", "请", "找", "搞", "做", "给", "有", "用"), ""),
}
# Work done to a thing belongs to its name, in the word a form uses: 换路灯 is 路灯更换, 管护河道38条 is 河道管护.
WORKS = _same(
    "管护 养护 维护 维修 维保 修缮 检测 监测 检查 抽检 抽查 排查 巡查 巡护 普查 调查 测评 "
    "评估 鉴定 检验 更换 更新 改造 升级 清运 清理 清淤 清洗 疏浚 种植 栽植 补种 安装 加装 "
    "新建 扩建 改建 建设 硬化 铺设 粉刷 修剪 消毒 整理 扫描 租赁 租用 拆除 编制 修订 翻译 "
    "复壮 处理 处置 回收 运维 保养 保洁 审计 监理 培育 治理 修复 加固 接种 筛查 走访 救助 "
    "减免 配送 录入 审核 核查 放映 疏通 防治 整治 绿化 亮化 勘察 测绘 设计 研发 开发 检修 "
    "校准 收集 打捞 清扫 运营 评审 征收 收购 放流 维修改造 维修养护 维护保养 保护 巡检 布展 清障 消杀 补植 移栽 清除 "
    "收容 救护 救治 收容救护 修补 修整"
) | {"换": "更换", "换新": "更新", "修": "修缮", "修建": "建设", "租": "租赁", "种": "种植", "建": "建设", "装": "安装"}
_NOT_BEFORE = {
    "请": "柬假求示",
    "找": "平到准零回补矿水",
    "添": "加置附",
    "招": "牌标商待",
    "办": "公理事案证学税",
    "买": "单",
    "修": "复缮剪正订理建改",
    "换": "热装乘届",
    "租": "赁金",
    "印": "章泥制刷花",
    "发": "动放电展光票布明热现行言生",
    "给": "水排养",
    "做": "工",
    "用": "具品房车水电工户地人餐药",
    "建": "筑设档材",
    "装": "备修置饰",
    "种": "类子植苗",
    "拍": "摄",
    "订": "单",
    "购": "物买置",
    "有": "害机关线声",
    "开": "展发放学关",
    "聘": "请用",
    "送": "达检货电水气戏餐医教审别温清",
    "配": "件套电送合方料音乐偶种置备给网眼餐菜药制图比色重",
    "保护": "区伞膜站",
    "检查": "井口站室",
    "检测": "站器仪室线",
    "监测": "站点器仪室设",
    "安排": "表",
}
VERBS = GETS | WORKS
# 救助金, 监测站, 评审费 are things, not work.
_NO_VERB = r"(?!人员|费|金|款|(?:员|户|工|站|单位|车|师|者)(?:$|[\W\da-zA-Z_]))"


def _verb_pattern() -> str:
    longest = sorted(VERBS, key=len, reverse=True)
    kept = [f"{verb}(?![{_NOT_BEFORE[verb]}])" if verb in _NOT_BEFORE else verb for verb in longest]
    return f"(?:{'|'.join(kept)}){_NO_VERB}"


VERB = lazy(_verb_pattern())
