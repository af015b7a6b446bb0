"""LangChain's own tests of retrievers and tools, in an environment of their own.

    python tests/langchain/run_standard_tests.py [FOLDER]

langchain-tests needs vcrpy below 9, this project's cassettes need 9: they cannot share an environment. This makes one
in FOLDER (a temporary folder when none is named), installs this checkout and langchain-tests there, and runs
`standard_tests.py`. Exits with pytest's code.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent


def main() -> int:
    """Build the environment, run the tests."""
    if len(sys.argv) > 1:
        return run(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as folder:
        return run(Path(folder))


def run(folder: Path) -> int:
    """Install into `folder` what is missing there, and run the tests; pytest's exit code."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    wanted = (REPOSITORY, "langchain-tests", "hypothesis")  # the shared conftest sets hypothesis' profile
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted], check=True)
    environment = {**os.environ, "LANGSMITH_TRACING": "false", "LANGCHAIN_TRACING_V2": "false"}
    # Of the project's pytest settings only the strictness about warnings is taken along: xdist is not installed there.
    # pytest 9 takes no /dev/null for a configuration.
    settings = folder / "pytest.ini"
    settings.write_text("[pytest]\n", encoding="utf-8")
    tests = [
        python, "-m", "pytest", "-c", settings, "--rootdir", HERE, "-p", "no:cacheprovider", "-q", "-W", "error",
        "-o", "asyncio_mode=auto", "-o", "asyncio_default_fixture_loop_scope=function", HERE / "standard_tests.py",
    ]  # fmt: skip
    return subprocess.run(tests, env=environment, cwd=HERE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
