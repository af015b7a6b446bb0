"""Finding precedents: the own one first, different ones after it, each with its reason, none where nothing is like."""

from __future__ import annotations

from decimal import Decimal
from statistics import fmean
from typing import Any

import pytest
from benchmarks.retrieval import measure, ours, published

from drafter.brief import Brief
from drafter.corpus import Corpus, Query, Record, RetrieverEntry, search
from drafter.corpus.builtin import all_retrievers, retrieve
from drafter.corpus.source import MemorySource, candidate
from drafter.corpus.starter import similar, starter_records, starter_source
from drafter.plugins import PluginRegistry, hookimpl


def record(name: str, office: str, year: int, goal: str = "", kind: Any = "filing") -> Record:
    data = {"project_name": name, "implementer": office, "year": year, "annual_goal": goal}
    return Record(id=f"{office}-{name}-{year}", kind=kind, data=data)


def source(*records: Record) -> MemorySource:
    return MemorySource("test", [candidate(one) for one in records])


def names(query: Query, *records: Record, k: int = 5) -> list[str]:
    return [hit.record.id for hit in search(query, [source(*records)], k)]


CORPUS = (
    record("便民服务宣传", "甲中心", 2024, "印制宣传册并发放到户。"),
    record("便民服务宣传", "甲中心", 2025, "印制宣传册、举办讲座。"),
    record("便民服务宣传活动", "乙中心", 2026, "印制宣传册7000份，举办便民讲座12场，居民知晓服务事项。"),
    record("道路保洁", "甲中心", 2026, "清扫道路120公里。"),
)


def test_the_offices_own_last_year_comes_first_and_its_older_years_are_left_out() -> None:
    query = Query(
        "便民服务宣传活动", "印制宣传册7000份，举办便民讲座12场，居民知晓服务事项。", office="甲中心", year=2026
    )
    hits = search(query, [source(*CORPUS)], 5)
    assert [(hit.record.id, hit.own) for hit in hits][:2] == [
        ("甲中心-便民服务宣传-2025", True),
        ("乙中心-便民服务宣传活动-2026", False),
    ]
    assert "甲中心-便民服务宣传-2024" not in [hit.record.id for hit in hits]
    assert hits[1].score > hits[0].score


def test_for_2025_the_own_filing_of_2024_is_last_years() -> None:
    first = names(Query("便民服务宣传", office="甲中心", year=2025), *CORPUS)[0]
    assert (
        first == "甲中心-便民服务宣传-2025"
    )  # what is being drafted may be there already: shown, but not as last year
    (own,) = [
        hit for hit in search(Query("便民服务宣传", office="甲中心", year=2025), [source(*CORPUS[:1])]) if hit.own
    ]
    assert own.record.year == 2024


def test_a_nearer_year_wins_among_equals() -> None:
    records = [record("道路保洁", f"{year}中心", year, "清扫道路。") for year in (2019, 2025, 2022)]
    assert names(Query("道路保洁", year=2026), *records)[0] == "2025中心-道路保洁-2025"


def test_near_copies_are_shown_once() -> None:
    copies = [record("道路保洁", f"第{at}中心", 2026, "清扫全部道路并冲洗人行道，保持整洁。") for at in range(6)]
    assert len(names(Query("道路保洁", "清扫道路"), *copies)) == 1


def test_a_model_is_never_the_offices_own_and_says_what_it_is() -> None:
    model = record("便民服务宣传", "甲中心", 2025, "印制宣传册。", kind="model")
    (hit,) = search(Query("便民服务宣传", office="甲中心", year=2026), [source(model)])
    assert not hit.own
    assert "不是往年申报表" in hit.why[-1].zh and all("同一单位" not in reason.zh for reason in hit.why)


def test_nothing_like_it_is_no_precedent() -> None:
    assert names(Query("卫星发射", "把卫星送入轨道"), *CORPUS) == []
    assert search(Query("卫星发射", "把卫星送入轨道"), [starter_source()]) == []


def test_every_hit_says_why_in_both_languages() -> None:
    for one in starter_records():
        for hit in search(Query(one.name, (one.filing.annual_goal or "")[:60]), [starter_source()]):
            assert hit.why and all(reason.zh and reason.en for reason in hit.why)
            assert Decimal(0) < hit.score <= 1


def test_a_reason_is_no_half_of_two_words() -> None:
    with Corpus(["starter"]) as corpus:
        (hit, *_) = corpus.search(Query("路灯更新"), 1)
    assert [one.zh for one in hit.why] == ["名称中都有：路灯", "范本，不是往年申报表"]


def test_several_corpora_are_one_and_a_filing_in_two_of_them_is_shown_once() -> None:
    other = MemorySource("other", [candidate(one) for one in CORPUS])
    hits = search(Query("便民服务宣传", "印制宣传册"), [source(*CORPUS), other])
    assert len({hit.record.id for hit in hits}) == len(hits)


def test_an_empty_query_and_an_empty_corpus_find_nothing() -> None:
    assert names(Query(""), *CORPUS) == []
    assert names(Query("道路保洁")) == []


@pytest.mark.parametrize(("cross", "least"), [(False, 0.9), (True, 0.9)])
def test_on_the_published_filings_the_first_kin_is_near_the_top(cross: bool, least: float) -> None:
    memory = MemorySource("39", [one.candidate for one in published()])
    ranks, _ = measure(ours(memory), wide=False, cross=cross)
    assert fmean(ranks) >= least


def test_a_starter_record_read_by_line_has_the_words_of_the_parsed_one() -> None:
    for one in starter_records():
        parsed = candidate(one.record)
        quick = one.candidate
        assert (quick.project, quick.office, quick.year) == (parsed.project, parsed.office, parsed.year), one.id
        assert quick.wording.grams == parsed.wording.grams, one.id


def test_a_brief_finds_its_precedents_in_the_starter_corpus() -> None:
    brief = Brief(project_name="政府购买辅助服务（保安）", year=2027, tasks=["大厅秩序维护"])
    (best, score), *_ = similar(starter_records(), brief)
    assert "保安" in best.name and score > Decimal("0.5")


def test_a_plugin_may_offer_another_way_of_retrieval() -> None:
    class Plugin:
        @hookimpl
        def retrievers(self, register: Any) -> None:
            register(RetrieverEntry("none", "不找", "finds nothing", lambda query, sources, k: []))

    registry = PluginRegistry(third_party=False)
    registry.register(Plugin(), "plugin")
    assert [one.name for one in all_retrievers(registry)] == ["words", "none"]


def test_a_plugins_retriever_that_fails_is_said_and_ours_is_used(caplog: pytest.LogCaptureFixture) -> None:
    def fails(query: Query, sources: Any, k: int) -> list[Any]:
        raise RuntimeError("no vectors")

    class Plugin:
        @hookimpl
        def retrievers(self, register: Any) -> None:
            register(RetrieverEntry("vectors", "向量", "vectors", fails))

    registry = PluginRegistry(third_party=False)
    registry.register(Plugin(), "plugin")
    query = Query("法律顾问费")
    with Corpus(["starter"]) as corpus:
        hits = retrieve(query, corpus.sources, 3, registry)
        assert [hit.record.id for hit in hits] == [hit.record.id for hit in corpus.search(query, 3)]
    assert "检索插件 vectors 出错（RuntimeError: no vectors）" in caplog.text


def test_the_words_retriever_is_the_plain_function() -> None:
    entry = all_retrievers(PluginRegistry(third_party=False))[0]
    query = Query("法律顾问费")
    with Corpus(["starter"]) as corpus:
        hits = entry.retrieve(query, corpus.sources, 3)
        assert [hit.record.id for hit in hits] == [hit.record.id for hit in corpus.search(query, 3)]


def test_a_project_name_is_a_query() -> None:
    with Corpus("starter") as corpus:
        assert corpus.search("路灯更新", 3) == corpus.search(Query("路灯更新"), 3) != []
