"""The run log is off until asked for, says what a draft cost, and holds no word of it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from drafter.cli.main import app
from drafter.drafting import draft, load_brief, run_record
from drafter.errors import ModelError

from .scripted import GOOD, GUARDS, changed, scripted

# Invented.
NAME, MOBILE = "欧阳晓芳", "138" + "0" * 8


def test_a_record_tells_model_prompt_tokens_attempts_and_findings():
    lie = changed(1, target="=8人")
    fix = {"indicators": [{"index": 1, "indicator": GOOD["indicators"][1]}]}
    brief = load_brief(GUARDS, ".yaml")
    record = run_record(draft(brief, model=scripted(lie, fix), top_k=0), brief)
    assert (record["status"], record["input_tokens"], record["output_tokens"]) == ("passed", 200, 100)
    assert [one["outcome"] for one in record["attempts"]] == ["answered", "answered"]
    assert "DRF001" in record["attempts"][0]["findings"]
    assert all("draft-system/" in one["prompt_version"] for one in record["attempts"])


def test_a_record_holds_no_word_no_key_and_nobodys_name(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-notakeybutlikeone")

    class Broken:
        name = "broken"
        repairs = True

        def answer(self, request):
            raise ModelError(f"密钥 sk-notakeybutlikeone 无效：{request.messages()[1]['content']}", "no")

    brief = load_brief(GUARDS, ".yaml").model_copy(update={"notes": f"联系人：{NAME}，电话{MOBILE}"})
    text = json.dumps(run_record(draft(brief, model=Broken()), brief), ensure_ascii=False)
    for private in ("sk-", NAME, MOBILE, "保安", "行政服务中心", "66000"):
        assert private not in text, private


def test_nothing_is_logged_until_asked_for_and_lines_are_appended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("b.yaml").write_text(GUARDS, encoding="utf-8")
    assert CliRunner().invoke(app, ["draft", "b.yaml"]).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["b.yaml"]
    assert CliRunner().invoke(app, ["draft", "b.yaml", "--log", "run.jsonl"]).exit_code == 0
    assert CliRunner().invoke(app, ["draft", "b.yaml"], env={"DRAFTER_LOG": "run.jsonl"}).exit_code == 0
    lines = [json.loads(line) for line in Path("run.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["schema"] for line in lines] == ["drafter.run/1"] * 2
    assert lines[0]["brief"] == lines[1]["brief"]
    refused = CliRunner().invoke(app, ["draft", "b.yaml", "--log", "missing/run.jsonl"])
    assert refused.exit_code == 2 and "无法写入运行记录" in refused.stderr
