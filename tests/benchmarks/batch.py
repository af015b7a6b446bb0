"""What checking many files costs: CPU seconds and peak memory of `drafter check` by number of files.

    PYTHONPATH=tests python tests/benchmarks/batch.py [--varied] [--format html] [--jobs 2] [COUNT ...]

Each count is one process of its own over so many JSON filings: made by mixing the starter corpus, so that each row
stands in dozens of them, or with `--varied` of parts that repeat as little as in real ones. What a filing more costs in
memory shows in the peaks of 300 and 3,000 files.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.synthetic import filings
from benchmarks.varied import varied


def main() -> None:
    """Print one line a count."""
    parser = argparse.ArgumentParser()
    parser.add_argument("counts", nargs="*", type=int, default=[300, 1000, 3000])
    parser.add_argument("--format", default="json")
    parser.add_argument("--jobs", default="1")
    parser.add_argument("--varied", action="store_true")
    chosen = parser.parse_args()
    for count in chosen.counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _write(folder, count, varied_=chosen.varied)
            options = ["--format", chosen.format, "--jobs", chosen.jobs, "--fail-on", "never"]
            cpu, wall, peak = measured([sys.executable, "-m", "drafter", "check", str(folder), *options])
        sys.stdout.write(f"{count:>6} files: {cpu:6.2f} s CPU, {wall:6.2f} s, peak {peak / 1024:7.1f} MB\n")
        sys.stdout.flush()


def _write(folder: Path, count: int, *, varied_: bool) -> None:
    made = varied(count) if varied_ else ({**record.data, "index": 0} for record in filings(count))
    for number, filing in enumerate(made):
        data = {"schema": "drafter.filing/1", "filings": [filing]}
        (folder / f"{number:05}.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def measured(command: list[str]) -> tuple[float, float, int]:
    """CPU seconds, wall seconds and peak memory in KB of a command and what it starts."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 2):
        raise SystemExit(f"exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss


if __name__ == "__main__":
    main()
