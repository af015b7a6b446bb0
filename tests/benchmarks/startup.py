"""How long short runs take: whole processes, wall and CPU time, median and least of several; by hand.

`python tests/benchmarks/startup.py DOCUMENT [--runs 9]`. The first run of each command, which may write bytecode, does
not count. The loop says how fast the machine is at the moment: compare runs of one speed.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

BRIEF = """
project_name: 政府购买辅助服务（保安）
year: 2027
items: [{name: 保安, quantity: 3, unit: 人, unit_price: 66000}]
"""


def loop() -> float:
    """Seconds that ten million turns of an empty loop take."""
    begun = time.perf_counter()
    for _ in range(10**7):
        pass
    return time.perf_counter() - begun


def once(arguments: list[str]) -> tuple[float, float]:
    """Wall and CPU seconds of one run."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-m", "drafter", *arguments], capture_output=True, env=environment, check=False)
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("document", help="a text document to check")
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        brief = Path(folder) / "brief.yaml"
        brief.write_text(BRIEF, encoding="utf-8")
        commands = {
            "drafter --help": ["--help"],
            "drafter check": ["check", given.document],
            "drafter draft --format json": ["draft", str(brief), "--format", "json"],
        }
        print(f"ten million turns of an empty loop: {loop():.2f} s; load {os.getloadavg()[0]:.1f}")
        print(f"{'':30}{'wall median':>14}{'least':>8}{'CPU median':>14}{'least':>8}")
        for name, arguments in commands.items():
            once(arguments)
            walls, cpus = zip(*(once(arguments) for _ in range(given.runs)), strict=True)
            print(f"{name:30}{median(walls):12.2f} s{min(walls):6.2f} s{median(cpus):12.2f} s{min(cpus):6.2f} s")
        print(f"the loop again: {loop():.2f} s")


if __name__ == "__main__":
    main()
