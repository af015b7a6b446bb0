"""`drafter corpus` as a user sees it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from corpus.made import made
from typer.testing import CliRunner, Result

from drafter.cli.main import app
from drafter.corpus import CorpusError, Hit, Query, Reason, RetrieverEntry, Store
from drafter.corpus.exporting import plain_cell
from drafter.corpus.index import Index
from drafter.corpus.source import Source
from drafter.langchain import CorpusRetriever
from drafter.plugins import PluginRegistry, hookimpl


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own corpus stands in the test's folder."""
    path = tmp_path / "own" / "corpus.sqlite"
    monkeypatch.setenv("DRAFTER_CORPUS", str(path))
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["corpus", *arguments])


def said(*arguments: str) -> Any:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def filings(folder: Path, name: str = "往年.json", first: int = 0, count: int = 3) -> str:
    data = {"schema": "drafter.filing/1", "filings": [made(number).data for number in range(first, first + count)]}
    for at, one in enumerate(data["filings"]):
        one["index"] = at
    path = folder / name
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return str(path)


def test_add_reports_what_is_new_known_and_a_new_version(tmp_path: Path) -> None:
    file = filings(tmp_path)
    assert "新增 3 份（其中新版本 0 份），已有 0 份" in run("add", file).stdout
    assert "新增 0 份（其中新版本 0 份），已有 3 份" in run("add", file).stdout
    text = Path(file).read_text(encoding="utf-8").replace("全年完成1次", "全年完成100次")
    Path(file).write_text(text, encoding="utf-8")
    result = run("add", file, "--lang", "en")
    assert "1 added (1 new versions), 2 known" in result.stdout
    assert "1 new version" in result.stderr
    assert [one["version"] for one in said("list", "--corpus", str(tmp_path / "own"))] == [1, 1, 2]
    assert len(said("list", "--versions", "--corpus", str(tmp_path / "own"))) == 4


def test_a_folder_is_added_whole_and_a_bad_file_is_said_and_stops_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "往年"
    folder.mkdir()
    filings(folder, "a.json")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.jsonl").write_text('{"filing": {"year": "soon"}}\n', encoding="utf-8")
    filings(folder, "d.json", first=10)
    result = run("add", str(folder))
    assert result.exit_code == 2
    assert "新增 6 份" in result.stdout and "不能读取 2 个文件" in result.stdout
    assert "b.txt" in result.stderr and "c.jsonl" in result.stderr


def test_personal_data_removed_is_counted(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    data = {**made(1).data, "narrative": "联系人：钱小某，电话61234567。"}
    file.write_text(json.dumps({"schema": "drafter.filing/1", "filings": [data]}, ensure_ascii=False), encoding="utf-8")
    result = run("add", str(file))
    assert "姓名 1" in result.stdout and "电话 1" in result.stdout
    (one,) = said("list", "--corpus", str(tmp_path / "own"))
    shown = said("show", one["id"])
    assert shown["filing"]["narrative"] == "联系人：〔姓名〕，电话〔电话〕。"
    assert shown["removed"] == {"name": 1, "telephone": 1}
    assert said("stats", "--corpus", str(tmp_path / "own"))["removed"] == {"name": 1, "telephone": 1}


def test_what_stands_in_fields_for_people_is_counted_too(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        "财政项目支出绩效目标申报表（2026年度）\n\n| 项目名称 | 社区保洁服务 | 实施单位 | 某区环卫中心 |\n"
        "| --- | --- | --- | --- |\n"
        "| 项目负责人 | 钱小某 | 联系电话 | 61234567 |\n| 单位地址 | 东湖路8号 | 邮箱 | qian@example.com |\n"
        "| 年度资金申请总额（元） | 96,000.00 | | |\n| 年度总体目标 | 由钱小某保洁公厕8座。 | | |\n",
        encoding="utf-8",
    )
    said = run("add", str(file)).stdout.rpartition("去除个人信息：")[2].strip()
    # The name once in its field and once in the goal; an address is nothing that is removed from texts.
    assert sorted(said.split("、")) == ["姓名 2", "电话 1", "邮箱 1"]


def test_adding_a_few_leaves_the_index_to_the_next_search_and_adding_many_makes_it(tmp_path: Path, own: Path) -> None:
    run("add", filings(tmp_path, "多.json", count=40))
    with Store(own) as store:
        made_by_adding = Index(store).revision
        assert made_by_adding == store.revision() == 40
        for number in range(100, 140):
            run("add", filings(tmp_path, f"{number}.json", first=number, count=1))
        assert Index(store).revision == made_by_adding and Index(store).behind == 40
        run("search", "道路保洁")
        assert Index(store).behind == 0


@pytest.mark.parametrize("format", ["jsonl", "yaml"])
def test_an_export_can_be_added_again_and_is_the_same(tmp_path: Path, format: str) -> None:
    run("add", filings(tmp_path, count=12))
    exported = tmp_path / f"all.{format}"
    assert run("export", "--format", format, "-o", str(exported), "--corpus", str(tmp_path / "own")).exit_code == 0
    again = tmp_path / "again.sqlite"
    assert "新增 12 份" in run("add", str(exported), "--corpus", str(again)).stdout
    mine, theirs = (said("list", "--corpus", str(path)) for path in (tmp_path / "own", again))
    assert [one["id"] for one in mine] == [one["id"] for one in theirs]
    assert [one["document"] for one in mine] == [one["document"] for one in theirs]


def test_the_starter_corpus_exported_and_added_again_keeps_models_models(tmp_path: Path) -> None:
    exported = tmp_path / "starter.jsonl"
    run("export", "--corpus", "starter", "-o", str(exported))
    run("add", str(exported))
    counts = said("stats", "--corpus", str(tmp_path / "own"))
    assert (counts["filings"], counts["models"]) == (39, 40)
    assert said("stats", "--corpus", "starter")["filings"] == 39


def test_a_folder_of_record_files_is_a_corpus_without_any_build(tmp_path: Path) -> None:
    folder = tmp_path / "记录"
    folder.mkdir()
    (folder / "all.jsonl").write_text(run("export", "--corpus", "starter").stdout, encoding="utf-8")
    (hit, *_) = said("search", "法律顾问费", "--corpus", str(folder))
    assert (hit["project_name"], hit["corpus"]) == ("法律顾问费", str(folder))


def test_search_gives_score_and_reasons_and_models_no_office(tmp_path: Path) -> None:
    run("add", filings(tmp_path))
    hits = said("search", "道路保洁", "--office", "东湖区第0中心", "--year", "2027")
    assert hits[0]["own"] and hits[0]["year"] == 2000 and "本单位 2000 年申报的同一项目" in hits[0]["why"]
    models = [hit for hit in hits if hit["kind"] == "model"]
    assert models and all(hit["office"] is None for hit in models)
    text = run("search", "道路保洁").stdout
    assert "范本" in text and "某区" not in text
    english = run("search", "道路保洁", "--lang", "en").stdout
    assert "model" in english and "both names say" in english


def test_search_with_nothing_alike_says_so(tmp_path: Path) -> None:
    result = run("search", "卫星发射")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "没有找到足够相近的申报表" in result.stderr


def test_prices_in_words_and_json() -> None:
    assert "66,000.00" in run("prices", "保安").stdout
    (one,) = said("prices", "保安")
    assert (one["median"], one["prices"][0]["year"]) == ("66000.00", 2020)
    result = run("prices", "火箭")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "没有找到“火箭”的单价" in result.stderr


def test_a_list_of_no_filing_says_so() -> None:
    result = run("list", "--year", "1950")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "没有找到申报表" in result.stderr


@pytest.mark.parametrize("command", ["search", "prices"])
@pytest.mark.parametrize("words", ["", "  ", "？"])
def test_a_question_for_nothing_is_refused(command: str, words: str) -> None:
    result = run(command, words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "没有写" in result.stderr
    assert run(command, words, "--format", "json").exit_code == 2


def test_remove_takes_the_beginning_of_an_id_and_nothing_else(tmp_path: Path) -> None:
    run("add", filings(tmp_path))
    first, *rest = said("list", "--corpus", str(tmp_path / "own"))
    assert run("remove", first["id"][:6]).exit_code == 0
    assert [one["id"] for one in said("list", "--corpus", str(tmp_path / "own"))] == [one["id"] for one in rest]
    missing = run("remove", first["id"])
    assert missing.exit_code == 2 and first["id"] in missing.stderr


def test_a_missing_corpus_is_one_sentence_that_says_what_to_do(tmp_path: Path) -> None:
    for arguments in (
        ["list"],
        ["search", "a"],
        ["stats"],
        ["prices", "a"],
        ["export"],
        ["show", "abcd"],
        ["remove", "a"],
    ):
        result = run(*arguments, "--corpus", str(tmp_path / "none.sqlite"))
        assert result.exit_code == 2
        assert "corpus add" in result.stderr and len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("corpus", ["starter", "all.jsonl", "all.yaml"])
def test_the_starter_corpus_and_record_files_are_not_changed(tmp_path: Path, corpus: str) -> None:
    for arguments in (["add", filings(tmp_path)], ["remove", "abcd"]):
        result = run(*arguments, "--corpus", corpus)
        assert result.exit_code == 2 and "不能修改" in result.stderr
    assert not Path(corpus).exists()


def test_no_cell_of_a_csv_export_is_a_formula(tmp_path: Path) -> None:
    record = {**made(1).data, "project_name": '=HYPERLINK("http://example.cn")', "implementer": "\t@SUM(A1)"}
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"schema": "drafter.filing/1", "filings": [record]}), encoding="utf-8")
    run("add", str(file))
    text = run("export", "--format", "csv", "--corpus", str(tmp_path / "own")).stdout
    rows = list(csv.reader(io.StringIO(text.lstrip("﻿"))))
    assert rows[1][-1] == "'=2(次)"
    assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", " =1", "\t=1", "＝1", "\r=1", "﻿=1"])
def test_what_a_spreadsheet_would_run_is_quoted(text: str) -> None:
    assert plain_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "≥90(%)", "保安", "1=1"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain_cell(text) == text


def test_an_export_never_overwrites_half(tmp_path: Path, own: Path) -> None:
    run("add", filings(tmp_path))
    target = tmp_path / "gone" / "all.jsonl"
    assert run("export", "-o", str(target)).exit_code == 2
    assert not target.parent.exists()
    with Store(own) as store:
        assert len(store) == 3


def test_an_export_to_a_file_is_never_whole_in_memory_and_never_replaces_the_corpus(
    tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", filings(tmp_path))
    target = tmp_path / "all.jsonl"
    assert run("export", "-o", str(target)).exit_code == 0
    assert target.read_text(encoding="utf-8") == run("export").stdout
    before = own.read_bytes()
    refused = run("export", "-o", str(own))
    assert refused.exit_code == 2 and "不能覆盖" in refused.output and own.read_bytes() == before

    def breaks(records: Any, format: str) -> Iterator[str]:
        next(iter(records))
        yield "new\n" * 100_000
        (part,) = tmp_path.glob(".all.jsonl.*")
        assert part.stat().st_size > 0, "a piece is on the disk before the next is made"
        raise CorpusError("坏", "broken")

    monkeypatch.setattr("drafter.corpus.exporting.export", breaks)
    assert run("export", "-o", str(target)).exit_code == 2
    assert "new" not in target.read_text(encoding="utf-8") and list(tmp_path.glob(".all*")) == []


def test_search_asks_a_plugins_retriever_before_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def last(query: Query, sources: Sequence[Source], k: int) -> list[Hit]:
        record = list(sources[0].records())[-1]
        return [Hit(record, Decimal(1), (Reason(f"{query.name} {k}", "last"),), sources[0].label)] * (k + 1)

    class Plugin:
        @hookimpl
        def retrievers(self, register: Any) -> None:
            register(RetrieverEntry("last", "末份", "the last", last))

    registry = PluginRegistry(third_party=False)
    registry.register(Plugin(), "plugin")
    monkeypatch.setattr("drafter.corpus.builtin.default_registry", lambda: registry)
    found = said("search", "保安", "--top-k", "2", "--corpus", "starter")
    assert [one["why"] for one in found] == [["保安 2"]] * 2
    documents = CorpusRetriever(paths=("starter",), k=1).invoke("保安")
    assert [one.metadata["why"] for one in documents] == [["保安 1"]]


def test_hits_of_several_corpora_come_by_score(tmp_path: Path, own: Path) -> None:
    run("add", filings(tmp_path))
    for name in ("政府购买辅助服务", "信息系统运维", "东湖道路保洁"):
        scores = [one["score"] for one in said("search", name, "--corpus", "starter", "--corpus", str(own))]
        assert len(scores) > 1 and scores == sorted(scores, reverse=True)


def test_searching_the_starter_corpus_loads_neither_tantivy_nor_rjieba_nor_documents() -> None:
    script = (
        "import sys\nfrom drafter.cli.main import main\n"
        "try:\n    main(['corpus', 'search', '法律顾问费', '--corpus', 'starter'])\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.rsplit("LOADED", 1)[1].split())
    heavy = {"tantivy", "rjieba", "docx", "pdfplumber", "openpyxl", "openai", "langchain_core", "drafter.checking"}
    assert not loaded & heavy
