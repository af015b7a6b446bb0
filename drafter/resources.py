"""Data beside the code: `prompts/` and `corpus/`, at the top of a checkout or packed into the wheel; lists of words."""

from __future__ import annotations

from pathlib import Path


def resource_folder(name: str) -> Path:
    """The folder `name` ("prompts" or "corpus") of this installation.

    Raises:
        FileNotFoundError: The installation is damaged: neither the wheel nor a checkout holds the folder.
    """
    package = Path(__file__).parent
    for folder in (package / "_data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"drafter installation lacks its {name}/ folder; reinstall the package")


def word_lists(file: Path) -> dict[str, dict[str, list[str]]]:
    """The lists of a data file: section → key → words. Lists above the first section have the section "".

    The file has lines `[section]`, `key = word word word` and comments. The labels of forms are some thousand words,
    which as TOML took a fiftieth of a short run.
    """
    lists: dict[str, dict[str, list[str]]] = {}
    section = lists.setdefault("", {})
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = lists.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            key, _, words = line.partition(" = ")
            section[key] = words.split()
    return lists
