"""Settings of a check: `drafter.toml` or `[tool.drafter]` of pyproject.toml, for all files and for some."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple, cast

from drafter.api import CheckOptions
from drafter.errors import InputError, os_reason, toml_place

_LISTS = ("select", "ignore")
_KEYS = (*_LISTS, "preview", "profile", "fail_on", "strict", "baseline", "waivers", "jobs", "cache", "per_file")
_PER_FILE_KEYS = (*_LISTS, "profile")
_FLAGS = ("preview", "strict", "cache")
_TEXTS = ("profile", "baseline", "waivers")


class Settings(NamedTuple):
    """What one configuration file says; the command line outranks it.

    Attributes:
        folder: Where the file lies; patterns and paths in it are relative to it.
        values: The keys of the `check` table.
        per_file: Pattern → select, ignore, profile for the documents that match.
    """

    folder: Path
    values: Mapping[str, Any]
    per_file: Mapping[str, Mapping[str, Any]]

    def path(self, key: str) -> Path | None:
        """A file named by the configuration, relative to where the configuration lies."""
        name: str | None = self.values.get(key)
        return self.folder / name if name else None

    def patterns_for(self, document: str) -> tuple[str, ...]:
        """The patterns of `per_file` that a document matches."""
        if not self.per_file:
            return ()
        path = Path(document)
        try:
            relative = path.resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            relative = path.as_posix()
        return tuple(
            pattern for pattern in self.per_file if fnmatchcase(relative, pattern) or fnmatchcase(path.name, pattern)
        )

    def options_for(self, patterns: Sequence[str], given: CheckOptions) -> CheckOptions:
        """The options for documents that match these patterns: the command line's, else theirs, else the table's."""
        select, profile = tuple(self.values.get("select", ())), self.values.get("profile")
        ignore = tuple(self.values.get("ignore", ()))
        for extra in (self.per_file[pattern] for pattern in patterns):
            # What some files select stands in place of the common selection; what is left out adds up.
            select = tuple(extra.get("select", select))
            ignore += tuple(extra.get("ignore", ()))
            profile = extra.get("profile", profile)
        return replace(
            given,
            select=given.select or select,
            # Who names rules on the command line wants to see just those.
            ignore=given.ignore if given.select else given.ignore + ignore,
            preview=given.preview or bool(self.values.get("preview", False)),
            profile=given.profile or profile,
        )


class Configuration:
    """The settings of a run. Which rules apply to a file, the configuration nearest to it says.

    What concerns a run as a whole (`fail_on`, `strict`, `baseline`, `waivers`, `jobs`, `cache`) is taken from the
    configuration nearest to the folder that all its files have in common. Files without a configuration above them
    follow that of the current folder.
    """

    def __init__(self, paths: Sequence[str | Path], current: Path | None = None) -> None:
        self._current = current or Path.cwd()
        self._found: dict[Path, Settings | None] = {}
        self._settings: dict[str, Settings] = {}
        self._options: dict[tuple[str, tuple[str, ...], CheckOptions], CheckOptions] = {}
        self.run = self._nearest(_common_folder(paths, self._current))

    def options_for(self, document: str, given: CheckOptions) -> CheckOptions:
        """The options for one document, by its path."""
        folder = os.path.dirname(document)  # noqa: PTH120  (asked for each file of a batch)
        if folder not in self._settings:
            self._settings[folder] = self._nearest(Path(folder).resolve())
        settings = self._settings[folder]
        known = folder, settings.patterns_for(document), given
        if known not in self._options:
            self._options[known] = settings.options_for(known[1], given)
        return self._options[known]

    def _nearest(self, folder: Path) -> Settings:
        return self._above(folder) or self._above(self._current.resolve()) or Settings(Path(), {}, {})

    def _above(self, folder: Path) -> Settings | None:
        if folder not in self._found:
            here = _settings_in(folder)
            self._found[folder] = here if here is not None or folder == folder.parent else self._above(folder.parent)
        return self._found[folder]


def _common_folder(paths: Sequence[str | Path], current: Path) -> Path:
    folders = [path if path.is_dir() else path.parent for path in (Path(one).resolve() for one in paths)]
    try:
        return Path(os.path.commonpath(folders)) if folders else current.resolve()
    except ValueError:
        return current.resolve()  # on several drives


def _settings_in(folder: Path) -> Settings | None:
    """The settings of `drafter.toml`, or of pyproject.toml with `[tool.drafter]`, in a folder.

    Raises:
        InputError: The file is no TOML, or has an unknown key or a value of the wrong type; the key is named.
    """
    own, project = folder / "drafter.toml", folder / "pyproject.toml"
    if own.is_file():
        return _settings(_toml(own), own)
    if project.is_file():
        table: Any = _toml(project).get("tool", {}).get("drafter")
        if table is not None:
            return _settings(table, project)
    return None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        zh = f"配置 {_shown(path)} 不是有效的 TOML：{toml_place(error)}"
        raise InputError(zh, f"{_shown(path)} is no valid TOML: {error}") from error
    except UnicodeDecodeError as error:
        zh = f"配置 {_shown(path)} 不是 UTF-8 编码，请另存为 UTF-8"
        raise InputError(zh, f"{_shown(path)} is not UTF-8; save it as UTF-8") from error
    except OSError as error:
        zh, en = os_reason(error)
        raise InputError(f"配置 {_shown(path)} 无法打开：{zh}", f"{_shown(path)} cannot be opened: {en}") from error


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
        raise InputError(f"{_shown(path)} 的 [{where}] 应是一个表", f"[{where}] of {_shown(path)} must be a table")
    for key in cast("dict[str, Any]", table):
        if key not in keys:
            close = difflib.get_close_matches(key, keys, n=1)
            zh = f"，是否指 {close[0]}？" if close else f"；可用：{' '.join(keys)}"
            en = f"; did you mean {close[0]}?" if close else f"; known: {' '.join(keys)}"
            raise InputError(f"{_shown(path)} 里没有 {key} 这一项{zh}", f"{_shown(path)} has an unknown key {key}{en}")


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
                f"{_shown(path)} 里 {key} 的值不对：{value!r}", f"bad value for {key} in {_shown(path)}: {value!r}"
            )


def _shown(path: Path) -> str:
    """A configuration as its user calls it: of several below the current folder the right one."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
