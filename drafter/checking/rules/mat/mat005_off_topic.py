"""MAT005: the indicators are about something else, and fit another filing better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.naming import tokens
from drafter.checking.past import PastFiling, project_key
from drafter.checking.phase import mismatch
from drafter.checking.words import is_budget_execution, is_management
from drafter.filing import Filing
from drafter.language.patterns import lazy

_FEWEST = 3
"""Output rows with words of their own, below which nothing is said about the topic."""
_LITTLE = 15
_MORE = 40
"""Per cent of the rows' words found in their own filing, and in the other: far apart, so that chance does not do."""
_SAME = 80
"""Per cent of the output rows another filing prints too, above which they are its set."""
_CLOSER = 10
"""Points by which such a set must be nearer to the filing that prints it too: who copied from whom."""
_FEWEST_WORDS, _MANY = 2, 4
"""Words that tell, below which nothing is said; others to compare with, above which common words tell nothing."""
_SIMILAR = 20
_READ = 5000
"""Characters of a goal that are looked at for words."""
_BETWEEN = "\n"
"""Parts words; none holds it, for it parts clauses."""
_PARTS = lazy(r"[，,。；;、：:！!？?（）()\s]")


@rule(
    "MAT005",
    "off-topic",
    title_en="The indicators are about something else, and fit another filing better",
    severity="warning",
    status="stable",
    needs=("annual_goal", "indicators", "past"),
    message=(
        "产出指标（{names}）与本项目的名称和目标几乎没有共同字眼，却与“{project}”（{source}）相符，可能是照搬；"
        "请按本项目的内容设置指标",
        "the output indicators ({names}) share hardly a word with this project's name and goal, but fit “{project}” "
        "({source}): they may have been copied from there; set indicators for what this project delivers",
    ),
    variants={
        "set": (
            "产出指标（{names}）就是“{project}”（{source}）的那一套，与本项目的名称和目标几乎没有共同字眼，可能是照搬；"
            "请按本项目的内容设置指标",
            "the output indicators ({names}) are the set of “{project}” ({source}) and share hardly a word with this "
            "project's name and goal: they may have been copied; set indicators for what this project delivers",
        )
    },
)
def off_topic(ledger: Ledger) -> Iterator[Emission]:
    """指标与项目主题不符

    ## 检查什么
    把产出指标名称中的实义字眼与本项目名称、目标比较；几乎没有共同之处（不到 15%），而与同一文件或语料中的另一个
    项目明显相符（40% 以上）的，提示可能照搬。产出指标八成以上就是另一个项目的那一套（名称相同）的，只要与那个项目
    更近（多出 10 个百分点以上）就提示。完成率、及时性、管理、服务这类通用字眼不计；一个单位半数以上项目都写到的字眼
    （医保中心的“医保”）分不出项目，整套相同时也不计；说同一事物的不同叫法（残保金、残疾人保障金）算相同。
    没有其他项目可比、指标名称全是通用字眼的不适用。

    15%、40%、80%、10 个百分点都是本工具自定的界限，没有文件规定；在公开的 39 份申报表和测试用的申报表上没有误报。
    与本项目共用行业字眼的指标（都写“医疗救助”）、原项目自己也没有写到的指标，本规则看不出。

    ## 为什么
    照搬别的项目的指标，看起来齐全，考核的却不是这个项目。

    ## 依据
    指标应与项目内容高度相关（财预〔2015〕88号 审核要点“相关性”）。

    ## 错误示例
    ```yaml
    project_name: 社区图书借阅
    annual_goal: 采购图书、期刊，开展亲子阅读，方便读者借阅。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 【路灯灯杆检修完成率】, target: "=100(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 路灯线路验收合格率, target: "=100(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 路灯故障修复及时性, target: 及时}
    others:
      - project_name: 路灯设施维护
        annual_goal: 检修路灯灯杆和线路，及时修复路灯故障。
    ```
    整套指标与另一个项目同名：
    ```yaml
    project_name: 社区图书借阅
    annual_goal: 采购图书、期刊，开展亲子阅读，方便读者借阅。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 【灯杆检修完成率】, target: "=100(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 工作任务达标率, target: "=100(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 灯杆检修及时性, target: 及时}
    others:
      - project_name: 路灯设施维护
        annual_goal: 检修路灯灯杆。
        indicators:
          - {level1: 产出指标, level2: 数量指标, name: 灯杆检修完成率, target: "=100(%)"}
          - {level1: 产出指标, level2: 质量指标, name: 工作任务达标率, target: "=100(%)"}
          - {level1: 产出指标, level2: 时效指标, name: 灯杆检修及时性, target: 及时}
    ```

    ## 正确示例
    ```yaml
    project_name: 社区图书借阅
    annual_goal: 采购图书、期刊，开展亲子阅读，方便读者借阅。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 图书采购完成率, target: "=100(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 亲子阅读活动验收合格率, target: "=100(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 期刊上架及时性, target: 及时}
    others:
      - project_name: 路灯设施维护
        annual_goal: 检修路灯灯杆和线路，及时修复路灯故障。
    ```
    """
    past = ledger.past
    outputs = [at for at, kind in enumerate(ledger.kinds) if kind == "output"]
    words = {at: _words(ledger.filing.indicators[at].name) for at in outputs}
    telling = [at for at in outputs if words[at] and not _of_any_project(ledger.filing.indicators[at].name)]
    # Indicators of the other phase are MAT006's to speak of: they too fit another project better.
    if past is None or not telling or len(outputs) < _FEWEST or mismatch(ledger) is not None:
        yield NotApplicable()
        return
    rows = [words[at] for at in telling]
    others = {(one.source, one.fact(_index)): one for one in past.siblings(ledger.filing)[:_SIMILAR]}
    others |= {(one.source, one.fact(_index)): one for one in past.similar(ledger.filing, _SIMILAR)}
    mine = project_key(ledger.filing)
    compared = [one for one in others.values() if one.fact(project_key) != mine]
    names = frozenset(ledger.filing.indicators[at].name for at in outputs)
    own = _said(ledger.filing)
    variant, best = "", _fitting(rows, own, compared) if len(telling) >= _FEWEST else None
    if best is None:
        variant, best = "set", _copied(rows, names, own, compared)
    if best is None:
        return
    yield Hit(
        Ref(f"indicators[{telling[0]}].name"),
        (*(Ref(f"indicators[{at}].name") for at in telling[1:]), Ref("annual_goal")),
        arguments={
            "names": "、".join(ledger.filing.indicators[at].name for at in telling[:4]),
            "project": best.filing.project_name or "",
            "source": best.source,
        },
        variant=variant,
        group=None,
    )


def _fitting(rows: Sequence[frozenset[str]], own: str, others: Sequence[PastFiling]) -> PastFiling | None:
    """The filing the rows fit, if they do not fit their own."""
    words = _marked(rows)
    if _covered(words, own) >= _LITTLE:
        return None
    found = [(_covered(words, one.fact(_said)), one) for one in others]
    share, best = max(found, key=lambda one: (one[0], one[1].source), default=(0, None))
    return best if share >= _MORE else None


def _copied(
    rows: Sequence[frozenset[str]], names: frozenset[str], said: str, others: Sequence[PastFiling]
) -> PastFiling | None:
    """The filing whose set this is, if it is nearer to that filing than to its own."""
    printed = [one for one in others if 100 * len(names & one.fact(_names)) >= _SAME * len(names)]
    if not printed:
        return None
    texts = [one.fact(_said) for one in others]
    every = {word for row in rows for word in row}
    if len(others) >= _MANY:
        # What most projects of an office say (医保) tells none of them from the others.
        every -= {word for word in every if 2 * sum(_mark(word) in text for text in texts) > len(texts)}
    kept = _marked([row & every for row in rows])
    own = _covered(kept, said)
    if len(kept) < _FEWEST_WORDS or own >= _LITTLE:
        return None
    share, best = max(
        ((_covered(kept, one.fact(_said)), one) for one in printed), key=lambda one: (one[0], one[1].source)
    )
    return best if share >= own + _CLOSER else None


def _of_any_project(name: str) -> bool:
    """预算执行率 and 制度健全性 fit every project and tell none: other rules speak of them."""
    return is_budget_execution(name) or is_management(name)


def _words(name: str) -> frozenset[str]:
    return frozenset(token.text for token in tokens(name) if token.sort in ("same", "plain") and len(token.text) > 1)


def _covered(words: Sequence[str], said: str) -> int:
    """Per cent of some words, marked as in `_said`, that a text says."""
    return 100 * sum(map(said.__contains__, words)) // max(1, len(words))


def _marked(rows: Iterable[frozenset[str]]) -> list[str]:
    """The words of the rows as they stand in `_said`."""
    return [_mark(word) for row in rows for word in row]


def _mark(word: str) -> str:
    return f"{_BETWEEN}{word}{_BETWEEN}"


def _names(filing: Filing) -> frozenset[str]:
    return frozenset(row.name for row in filing.indicators)


def _index(filing: Filing) -> int:
    return filing.index


def _said(filing: Filing) -> str:
    """The words of a filing's name and goals, and every pair of their characters: a clause hides where words end.

    One string, a tenth as large as a set of them, so that it can be kept of every filing of a run.
    """
    text = f"{filing.project_name or ''}。{filing.annual_goal or ''}。{filing.overall_goal or ''}"
    clauses = _PARTS.split(text[:_READ])
    words = {token.text for clause in clauses for token in tokens(clause)}
    words.update(clause[at : at + 2] for clause in clauses for at in range(len(clause) - 1))
    return _mark(_BETWEEN.join(words))
