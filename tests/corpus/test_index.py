"""The index: found with it as without it; damaged, missing, half made or locked it costs time and no record."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from corpus.made import made

from drafter.corpus import Query, Store, search
from drafter.corpus.index import Index
from drafter.corpus.paths import index_folder
from drafter.corpus.store_source import StoreSource

COUNT = 150
QUERIES = [Query("东湖道路保洁"), Query("河道巡查", "开展河道巡查"), Query("疫苗接种", year=2026), Query("送餐")]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "c.sqlite", create=True)
    for _ in store.add(map(made, range(COUNT))):
        pass
    return store


def found(store: Store, notices: list[str] | None = None) -> list[list[str]]:
    source = StoreSource(store, None if notices is None else lambda zh, en: notices.append(en))
    return [[hit.record.id for hit in search(query, [source], 5)] for query in QUERIES]


def test_an_index_is_made_when_enough_was_added_and_finds_what_comparing_all_finds(store: Store) -> None:
    source = StoreSource(store)
    source.index.forget()
    without = [[hit.record.id for hit in search(query, [source], 5)] for query in QUERIES]
    assert not index_folder(store.path).exists()
    with_index = found(store)
    assert index_folder(store.path).exists()
    # The index proposes 50 of 150, so that the tail of a list may differ; the best do not.
    assert [ids[0] for ids in with_index] == [ids[0] for ids in without]


def test_records_newer_than_the_index_are_found(store: Store) -> None:
    found(store)
    seen = Index(store).revision
    for _ in store.add([made(9999)]):
        pass
    (hit, *_) = search(Query("图书采购", "全年完成10000次", office="长岭区第9999中心"), [StoreSource(store)])
    assert hit.record.index == 9999
    assert Index(store).revision == seen, "one more record is no reason for a commit"


def test_removed_and_replaced_records_are_not_found(store: Store) -> None:
    found(store)
    gone = [one.id for one in store.records() if "河道巡查" in one.project]
    store.remove(gone)
    assert all(not set(ids) & set(gone) for ids in found(store))
    Index(store, tail=0).refresh()
    assert Index(store).documents() == len(store) == COUNT - len(gone)


def _truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _zero(file: Path) -> None:
    file.write_bytes(b"\0" * file.stat().st_size)


def _scramble(file: Path) -> None:
    file.write_bytes(bytes(255 - byte for byte in file.read_bytes()))


DAMAGE: list[Callable[[Path], None]] = [Path.unlink, _truncate, _zero, _scramble]


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda one: one.__name__)
def test_an_index_damaged_in_any_file_gives_the_same_answers(store: Store, damage: Callable[[Path], None]) -> None:
    before = found(store)
    root = index_folder(store.path)
    kept = root.with_name("kept")
    shutil.copytree(root, kept)
    names = [file.relative_to(root) for file in root.rglob("*") if file.is_file() and file.stat().st_size]
    assert len(names) > 5
    for name in names:
        shutil.rmtree(root)
        shutil.copytree(kept, root)
        damage(root / name)
        assert found(store, []) == before, name


def test_a_lost_index_is_made_again(store: Store) -> None:
    before = found(store)
    shutil.rmtree(index_folder(store.path))
    assert found(store) == before
    assert Index(store).documents() == COUNT


def test_a_corpus_put_back_from_a_backup_does_not_trust_the_newer_index(store: Store, tmp_path: Path) -> None:
    store.close()
    backup = tmp_path / "backup.sqlite"
    shutil.copy(store.path, backup)
    with Store(store.path) as ahead:
        for _ in ahead.add(made(number) for number in range(COUNT, 400)):
            pass
        found(ahead)
    for file in tmp_path.glob("c.sqlite*"):
        if file.is_file():
            file.unlink()
    shutil.copy(backup, store.path)
    with Store(store.path) as back:
        for _ in back.add(made(number) for number in range(1000, 1500)):
            pass
        answers = found(back)
        assert Index(back).documents() == len(back) == COUNT + 500
        known = {one.id for one in back.records()}
        assert all(set(ids) <= known for ids in answers)


def test_an_index_that_cannot_be_made_is_said_and_nothing_is_missed(store: Store) -> None:
    # A file where the folder should be: no process, not even root, can make the index.
    index_folder(store.path).write_bytes(b"")
    notices: list[str] = []
    answers = found(store, notices)
    assert all(answers) and "cannot be updated" in notices[0]


def test_another_process_at_work_on_the_index_delays_nobody(store: Store) -> None:
    with Index(store)._lock(0) as mine:
        assert mine
        assert all(found(store))
        assert Index(store).revision == 0
