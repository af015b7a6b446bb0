"""MAT005: the indicators are about something else, and fit another filing better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.naming import taken_apart, tokens
from drafter.checking.past import Past, PastFiling, project_key
from drafter.checking.past_digest import BETWEEN, between, digest, one_line
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
    没有其他项目可比、指标名称全是通用字眼的不适用。同一文件中相邻的、整批中共同之处最多的各取 20 份来比；一次检查几千份
    时共同之处一样多的很多，取到的是其中哪些，随整批文件而变：引用哪一份，偶尔连提示与否，都可能因此不同。

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
    said = _said(ledger.filing)
    others = _Others(past, ledger.filing)
    names = frozenset(ledger.filing.indicators[at].name for at in outputs)
    variant, best = "", _fitting(rows, said, others) if len(telling) >= _FEWEST else None
    if best is None:
        variant, best = "set", _copied(rows, names, said, others)
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


class _Others:
    """The filings to compare with, other projects only: those printed beside it, and those that share most with it."""

    def __init__(self, past: Past, filing: Filing) -> None:
        found = {one.source: one for one in past.siblings(filing)[:_SIMILAR]}
        found |= {one.source: one for one in past.similar(filing, _SIMILAR)}
        self._found = list(found.values())
        self._project = project_key(filing)

    def __iter__(self) -> Iterator[PastFiling]:
        return filter(self.another, self._found)

    def another(self, one: PastFiling) -> bool:
        """Whether one of them is of another project."""
        return one.fact(digest).project != self._project

    def printing(self, names: frozenset[str]) -> list[PastFiling]:
        """Those that print most of these indicators too."""
        asked = [between(one_line(name)) for name in names]
        return [one for one in self._found if _covered(asked, one.fact(digest).names) >= _SAME and self.another(one)]

    def saying(self, words: Sequence[str], least: int) -> list[tuple[int, PastFiling]]:
        """Those that say at least so many per cent of these words, and how many."""
        found = ((_covered(words, one.fact(_said)), one) for one in self._found)
        return [(share, one) for share, one in found if share >= least and self.another(one)]


def _fitting(rows: Sequence[frozenset[str]], said: str, others: _Others) -> PastFiling | None:
    """The filing the rows fit, if they do not fit their own."""
    words = _marked(rows)
    # Most fit their own, and no other is looked at.
    if _covered(words, said) >= _LITTLE:
        return None
    return _most(others.saying(words, _MORE))


def _copied(rows: Sequence[frozenset[str]], names: frozenset[str], said: str, others: _Others) -> PastFiling | None:
    """The filing whose set this is, if it is nearer to that filing than to its own."""
    printed = others.printing(names)
    if not printed:
        return None
    texts = [one.fact(_said) for one in others]
    every = {word for row in rows for word in row}
    if len(texts) >= _MANY:
        # What most projects of an office say (医保) tells none of them from the others.
        every -= {word for word in every if 2 * sum(between(word) in text for text in texts) > len(texts)}
    kept = _marked([row & every for row in rows])
    own = _covered(kept, said)
    if len(kept) < _FEWEST_WORDS or own >= _LITTLE:
        return None
    best = _most([(_covered(kept, one.fact(_said)), one) for one in printed])
    return best if best is not None and _covered(kept, best.fact(_said)) >= own + _CLOSER else None


def _most(found: Sequence[tuple[int, PastFiling]]) -> PastFiling | None:
    return max(found, key=lambda one: (one[0], one[1].source))[1] if found else None


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
    return [between(word) for row in rows for word in row]


def _said(filing: Filing) -> str:
    """The words of a filing's name and goals, and every pair of their characters: a clause hides where words end.

    One string, a tenth as large as a set of them, so that it can be kept of every filing of a run.
    """
    text = f"{filing.project_name or ''}。{filing.annual_goal or ''}。{filing.overall_goal or ''}"
    clauses = _PARTS.split(text[:_READ])
    words = {token.text for clause in clauses for token in taken_apart(clause)}
    words.update(clause[at : at + 2] for clause in clauses for at in range(len(clause) - 1))
    return between(BETWEEN.join(words))
