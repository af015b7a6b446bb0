"""The store: what was added is there, versions and duplicates are told apart, removing brings the old version back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drafter.corpus import Query, Record, Store, search
from drafter.corpus.store_source import StoreSource
from drafter.corpus.wording import wording


def record(
    name: str = "窗口服务", year: int | None = 2026, goal: str = "受理窗口业务", at: int = 0, **more: Any
) -> Record:
    data = {"project_name": name, "year": year, "implementer": "某区服务中心", "annual_goal": goal, **more}
    return Record(id="", kind="filing", data=data, document="a.docx", index=at)


def add(store: Store, *records: Record) -> list[str]:
    return [one.status for batch in store.add(records) for one in batch]


def test_the_same_content_is_added_once(tmp_path: Path) -> None:
    with Store(tmp_path / "c.sqlite", create=True) as store:
        assert add(store, record()) == ["added"]
        assert add(store, record(form="另一种表")) == ["duplicate"]
        assert len(store) == 1


def test_two_filings_of_one_name_in_one_document_are_two_filings(tmp_path: Path) -> None:
    with Store(tmp_path / "c.sqlite", create=True) as store:
        assert add(store, record(), record(goal="受理窗口业务，全年不断", at=1)) == ["added", "added"]
        assert add(store, record(goal="受理窗口业务，全年不断，有改动", at=1)) == ["version"]


def test_versions_follow_office_project_and_year(tmp_path: Path) -> None:
    with Store(tmp_path / "c.sqlite", create=True) as store:
        add(store, record())
        assert add(store, record(goal="改过的目标")) == ["version"]
        assert add(store, record(year=2027)) == ["added"]
        assert add(store, record(implementer="另一中心")) == ["added"]
        current = [one for one in store.records() if one.year == 2026 and one.office == "某区服务中心"]
        assert [one.version for one in current] == [2]
        assert [one.version for one in store.records(versions=True) if one.lineage == current[0].lineage] == [1, 2, 1]


def test_removing_a_version_makes_the_one_before_current_again(tmp_path: Path) -> None:
    with Store(tmp_path / "c.sqlite", create=True) as store:
        add(store, record())
        add(store, record(goal="改过的目标"))
        (newest,) = store.records()
        assert [one.id for one in store.remove([newest.id])] == [newest.id]
        (left,) = store.records()
        assert (left.version, left.data["annual_goal"]) == (1, "受理窗口业务")


def test_pair_counts_equal_a_fresh_count_whatever_was_added_and_removed(tmp_path: Path) -> None:
    with Store(tmp_path / "c.sqlite", create=True) as store:
        add(store, record(), record("道路保洁", goal="清扫道路"), record("道路保洁", 2025))
        add(store, record(goal="改过的目标"))
        store.remove([next(one.id for one in store.records() if one.project == "道路保洁")])
        pairs = {pair for one in store.records(versions=True) for pair in wording(one.data).grams}
        counted = {pair: sum(pair in wording(one.data).grams for one in store.records()) for pair in pairs}
        assert {pair: store.frequencies([pair]).get(pair, 0) for pair in pairs} == counted
        assert len(store) == 2


def test_a_filing_is_found_right_after_it_was_added(tmp_path: Path) -> None:
    with Store(tmp_path / "c.sqlite", create=True) as store:
        add(store, record("道路保洁", goal="清扫道路"), record())
        (hit, *_) = search(Query("窗口服务"), [StoreSource(store)])
        assert hit.record.project == "窗口服务"
        assert not (tmp_path / "c.sqlite.index").exists(), "a small corpus needs no index"
