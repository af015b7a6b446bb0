"""The cache of what was read: found again by content only, and never in the way."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.api import CheckOptions
from drafter.batch import check_files
from drafter.errors import UnreadableError
from drafter.filing import FilingDocument, LocatedFiling, ReadDocument
from drafter.plugins import PluginRegistry
from drafter.reading import Content, Paragraph, Reader, cache, carriers, read, read_all
from drafter.reading.cache import ReadCache, user_cache
from drafter.writing.writer import write_filing

EXAMPLE = Path(__file__).parents[2] / "drafter" / "examples" / "filing_with_defects.json"
HAMMER = """
import sys
from pathlib import Path
from drafter.reading import read_all
from drafter.reading.cache import ReadCache
folder, docs = sys.argv[1:]
store = ReadCache(Path(folder), limit=3000)
for _ in range(15):
    for one in read_all([docs], cache=store):
        assert one.status == "read" and len(one.filings) == 1, one
    store.trim()
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    filing = FilingDocument.model_validate_json(EXAMPLE.read_text(encoding="utf-8")).filings[0]
    return write_filing(filing, tmp_path / "申报表.docx")


@pytest.fixture
def store(tmp_path: Path) -> ReadCache:
    return ReadCache(tmp_path / "cache")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that were really read."""
    seen: list[str] = []
    original = ReadCache.recall

    def counted(self: ReadCache, data: bytes, document: str, read: Callable[[], ReadDocument]) -> ReadDocument:
        def told() -> ReadDocument:
            seen.append(document)
            return read()

        return original(self, data, document, told)

    monkeypatch.setattr(ReadCache, "recall", counted)
    return seen


def test_what_comes_back_is_what_was_read_places_and_all(document: Path, store: ReadCache, reads: list[str]) -> None:
    plain, first, second = read(document), read(document, cache=store), read(document, cache=store)
    assert plain == first == second
    assert second.filings[0].places
    assert reads == [str(document)]


def test_nothing_of_a_filing_is_lost_on_the_way(store: ReadCache, document: Path) -> None:
    filing = read(document).filings[0]
    full = ReadDocument(
        "a.pdf",
        "read",
        None,
        (LocatedFiling(filing.filing, filing.places, frozenset({"某联系人"}), {"phone": 2}),),
        (("一页是图片", "a page is a picture"),),
    )
    store.recall(b"1", "a.pdf", lambda: full)
    assert store.recall(b"1", "a.pdf", pytest.fail) == full


def test_the_same_content_under_another_name_carries_that_name(
    document: Path, store: ReadCache, reads: list[str]
) -> None:
    other = document.with_name("另一份.docx")
    other.write_bytes(document.read_bytes())
    assert [one.document for one in read_all([document, other], cache=store)] == [str(document), str(other)]
    assert reads == [str(document)]


def test_other_bytes_another_suffix_and_another_reader_are_read_anew(
    document: Path, store: ReadCache, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(document, cache=store)
    renamed = document.with_suffix(".docm")
    renamed.write_bytes(document.read_bytes())
    read(renamed, cache=store)
    document.write_bytes(document.read_bytes() + b"\0")
    read(document, cache=store)
    assert len(reads) == 3
    monkeypatch.setattr(cache, "reader_version", lambda: "another")
    read(document, cache=store)
    assert len(reads) == 4


def test_the_reader_is_another_with_another_release_profile_or_source(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    version = cache.reader_version.__wrapped__
    known = version()
    assert version() == known
    with monkeypatch.context() as patch:
        patch.setattr(cache, "_version", str.upper)
        assert version() != known
    with monkeypatch.context() as patch:
        patch.setattr("drafter.profiles.all_profiles", dict)
        assert version() != known
    with monkeypatch.context() as patch:
        patch.setattr(cache, "_sources", lambda: iter(()))
        assert version() != known


@pytest.mark.parametrize("damage", [b"", b"\x00" * 40, b"half"])
def test_a_damaged_entry_is_read_over(document: Path, store: ReadCache, reads: list[str], damage: bytes) -> None:
    plain = read(document, cache=store)
    (entry,) = store.folder.iterdir()
    entry.write_bytes(entry.read_bytes()[: len(entry.read_bytes()) // 2] if damage == b"half" else damage)
    assert read(document, cache=store) == plain
    assert len(reads) == 2
    assert read(document, cache=store) == plain
    assert len(reads) == 2


def test_an_entry_of_another_shape_is_read_over(document: Path, store: ReadCache, reads: list[str]) -> None:
    import zlib

    read(document, cache=store)
    (entry,) = store.folder.iterdir()
    data = json.loads(zlib.decompress(entry.read_bytes()))
    data["filings"][0]["filing"]["removed_since"] = 1
    entry.write_bytes(zlib.compress(json.dumps(data).encode()))
    assert read(document, cache=store).status == "read"
    assert len(reads) == 2


def test_what_could_not_be_read_is_tried_again(
    tmp_path: Path, store: ReadCache, monkeypatch: pytest.MonkeyPatch, document: Path
) -> None:
    old = tmp_path / "旧.doc"
    old.write_bytes(b"{\\rtf1 }")
    monkeypatch.setattr("drafter.reading.office.find_office", lambda: None)
    assert read(old, cache=store).status == "unreadable"
    assert store.size() == (0, 0)

    def failing() -> ReadDocument:
        raise UnreadableError("坏", "bad")

    with pytest.raises(UnreadableError):
        store.recall(b"x", "x.pdf", failing)
    assert store.size() == (0, 0)


def test_text_json_and_the_files_of_a_plugin_are_not_kept(tmp_path: Path, store: ReadCache) -> None:
    plugin = Reader("own", (".own",), lambda head: head == b"own", lambda _data, _name: Content((Paragraph("x"),), ""))
    registry = PluginRegistry(third_party=False)

    class Plugin:
        @staticmethod
        def readers(register: Callable[[Reader], None]) -> None:
            register(plugin)

    from drafter.plugins import hookimpl

    Plugin.readers = staticmethod(hookimpl(Plugin.readers))
    registry.register(Plugin, "own")
    own, text = tmp_path / "a.own", tmp_path / "a.txt"
    own.write_bytes(b"own")
    text.write_text("财政项目支出绩效目标申报表", encoding="utf-8")
    list(read_all([own, text, EXAMPLE], registry=registry, cache=store))
    assert store.size() == (0, 0)
    assert plugin not in carriers.CARRIERS


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_entries_are_for_their_owner_only(document: Path, store: ReadCache) -> None:
    read(document, cache=store)
    (entry,) = store.folder.iterdir()
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_what_was_not_used_for_longest_goes_first(document: Path, tmp_path: Path) -> None:
    found = read(document)
    sized = ReadCache(tmp_path / "sized")
    for number in range(4):
        sized.recall(bytes([number]), "a.pdf", lambda: found)
    entries = sorted(sized.folder.iterdir())
    for age, entry in enumerate(entries):
        os.utime(entry, (time.time() - age * 100, time.time() - age * 100))
    size = entries[0].stat().st_size
    unfinished = sized.folder / "left.part"
    unfinished.write_bytes(b"x")
    os.utime(unfinished, (0, 0))
    ReadCache(sized.folder, limit=2 * size + 2).trim()
    assert sorted(sized.folder.iterdir()) == entries[:2]
    assert sized.clear() == 2
    assert sized.size() == (0, 0)


def test_a_folder_that_cannot_be_written_stops_nothing(document: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_bytes(b"")
    store = ReadCache(blocked / "cache")
    assert read(document, cache=store).status == "read"
    store.trim()
    assert store.size() == (0, 0)


def test_two_processes_share_it_while_it_is_trimmed(document: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    data = document.read_bytes()
    for number in range(4):
        (docs / f"{number}.docx").write_bytes(data + b"\0" * number)
    command = [sys.executable, "-c", HAMMER, str(tmp_path / "shared"), str(docs)]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    for process in running:
        _, error = process.communicate(timeout=120)
        assert process.returncode == 0, error.decode()
    assert not list((tmp_path / "shared").glob("*.part"))


def test_a_run_over_text_documents_does_not_even_look_where_the_cache_is(tmp_path: Path, monkeypatch) -> None:
    file = tmp_path / "filing.txt"
    file.write_text("财政项目支出绩效目标申报表\n（2026年度）\n项目名称\t试验\n", encoding="utf-8")
    kept = tmp_path / "cache"
    monkeypatch.setenv("DRAFTER_CACHE", str(kept))
    unused = user_cache()
    list(check_files([file], lambda _: CheckOptions(), cache=unused))
    assert not unused.used
    assert not kept.exists()
    page = tmp_path / "filing.docx"
    page.write_bytes(b"PK no document")
    assert unused.recall(page.read_bytes(), str(page), lambda: ReadDocument(str(page), "no_form")).status == "no_form"
    assert unused.used
    assert unused.folder == kept
    assert unused.size()[0] == 1
