"""Settings of a check: `drafter.toml` or `[tool.drafter]` of pyproject.toml, for all files and for some."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, cast

from drafter.api import CheckOptions
from drafter.errors import InputError

_LISTS = ("select", "ignore")
_KEYS = (*_LISTS, "preview", "profile", "fail_on", "strict", "baseline", "waivers", "jobs", "per_file")
_PER_FILE_KEYS = (*_LISTS, "profile")
_FLAGS = ("preview", "strict")
_TEXTS = ("profile", "baseline", "waivers")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration file says; the command line outranks it.

    Attributes:
        folder: Where the file lies; patterns and paths in it are relative to it.
        values: The keys of the `check` table.
        per_file: Pattern → select, ignore, profile for the documents that match.
    """

    folder: Path = field(default_factory=Path)
    values: Mapping[str, Any] = field(default_factory=dict[str, Any])
    per_file: Mapping[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])

    def path(self, key: str) -> Path | None:
        """A file named by the configuration, relative to where the configuration lies."""
        name: str | None = self.values.get(key)
        return self.folder / name if name else None

    def options_for(self, document: str, base: CheckOptions) -> CheckOptions:
        """The options for one document: the run's own, and those of the patterns it matches."""
        path = Path(document)
        try:
            relative = path.resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            relative = path.as_posix()
        for pattern, extra in self.per_file.items():
            if fnmatchcase(relative, pattern) or fnmatchcase(path.name, pattern):
                base = replace(
                    base,
                    select=base.select + tuple(extra.get("select", ())),
                    ignore=base.ignore + tuple(extra.get("ignore", ())),
                    profile=extra.get("profile", base.profile),
                )
        return base


def load_settings(start: Path) -> Settings:
    """The settings of the nearest `drafter.toml`, or pyproject.toml with `[tool.drafter]`, at or above `start`.

    Raises:
        InputError: The file is no TOML, or has an unknown key or a value of the wrong type; the key is named.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        own, project = folder / "drafter.toml", folder / "pyproject.toml"
        if own.is_file():
            return _settings(_toml(own), own)
        if project.is_file():
            table: Any = _toml(project).get("tool", {}).get("drafter")
            if table is not None:
                return _settings(table, project)
    return Settings()


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise InputError(f"配置 {path.name} 无法读取：{error}", f"{path.name} cannot be read: {error}") from error


def _settings(data: dict[str, Any], path: Path) -> Settings:
    _known(data, ("check",), path, "")
    check = cast("dict[str, Any]", data.get("check", {}))
    _known(check, _KEYS, path, "check")
    _typed(check, path)
    per_file = cast("dict[str, dict[str, Any]]", check.get("per_file", {}))
    for pattern, table in per_file.items():
        _known(table, _PER_FILE_KEYS, path, f'check.per_file."{pattern}"')
        _typed(table, path)
    return Settings(path.parent, check, per_file)


def _known(table: Any, keys: tuple[str, ...], path: Path, where: str) -> None:
    if not isinstance(table, dict):
        raise InputError(f"{path.name} 的 [{where}] 应是一个表", f"[{where}] of {path.name} must be a table")
    for key in cast("dict[str, Any]", table):
        if key not in keys:
            close = difflib.get_close_matches(key, keys, n=1)
            zh = f"，是否指 {close[0]}？" if close else f"；可用：{' '.join(keys)}"
            en = f"; did you mean {close[0]}?" if close else f"; known: {' '.join(keys)}"
            raise InputError(f"{path.name} 里没有 {key} 这一项{zh}", f"{path.name} has an unknown key {key}{en}")


def _typed(table: Mapping[str, Any], path: Path) -> None:
    for key, value in table.items():
        good = (
            (
                key in _LISTS
                and isinstance(value, list)
                and all(isinstance(one, str) for one in cast("list[Any]", value))
            )
            or (key in _FLAGS and isinstance(value, bool))
            or (key in _TEXTS and isinstance(value, str))
            or (key == "fail_on" and value in ("error", "warning", "info", "never"))
            or (key == "jobs" and isinstance(value, int) and not isinstance(value, bool) and value >= 1)
            or (key == "per_file" and isinstance(value, dict))
        )
        if not good:
            raise InputError(
                f"{path.name} 里 {key} 的值不对：{value!r}", f"bad value for {key} in {path.name}: {value!r}"
            )
