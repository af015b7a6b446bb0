"""The `Writer` type, and the choice of a writer by file suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from drafter.errors import DrafterError, UsageError
from drafter.filing import Filing
from drafter.plugins import PluginRegistry, default_registry
from drafter.profiles import Profile, all_profiles, generic_profile
from drafter.writing.atomic import write_bytes


class Writer(NamedTuple):
    """One document format, offered through the `writers` hook.

    Attributes:
        name: Format name ("docx").
        suffixes: File suffixes with dot, lower case.
        write: A filing and the profile whose labels and layout to use → the bytes of the file.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Filing, Profile], bytes]


def all_writers(registry: PluginRegistry | None = None) -> dict[str, Writer]:
    """Every writer known, by suffix; a plugin's writer replaces ours of the same suffix."""
    writers: list[Writer] = (registry or default_registry()).collect("writers")
    return {suffix: writer for writer in writers for suffix in writer.suffixes}


def profile_of(filing: Filing, registry: PluginRegistry | None = None) -> Profile:
    """The profile a filing names, or the generic one where it names none or one that is not installed."""
    return all_profiles(registry).get(filing.profile or "", generic_profile())


def writer_for(suffix: str, registry: PluginRegistry | None = None) -> Writer:
    """The writer of a suffix (".docx").

    Raises:
        UsageError: No writer knows the suffix; the message lists those there are.
    """
    writers = all_writers(registry)
    writer = writers.get(suffix.lower())
    if writer is None:
        known = " ".join(sorted(writers))
        raise UsageError(
            f"不能写成 {suffix} 文件；可用的后缀：{known}" if suffix else f"文件名没有后缀；可用的后缀：{known}",
            f"cannot write a {suffix} file; known suffixes: {known}"
            if suffix
            else f"the file name has no suffix; known suffixes: {known}",
        )
    return writer


def writer_to(path: Path, registry: PluginRegistry | None = None) -> Writer:
    """The writer of a file to be written.

    Raises:
        UsageError: The path is a folder, or has no suffix a writer knows; the message says what to write instead.
    """
    known = " ".join(sorted(all_writers(registry)))
    if path.is_dir():
        raise UsageError(
            f"{path} 是文件夹，请写明文件名，如 {path / '草稿.docx'}；可用的后缀：{known}",
            f"{path} is a folder; name a file in it, such as {path / 'draft.docx'}; known suffixes: {known}",
        )
    if not path.suffix:
        raise UsageError(
            f"{path} 没有后缀，不知道写成什么格式；请写成 {path.name}.docx 等，可用的后缀：{known}",
            f"{path} has no suffix to tell the format; write {path.name}.docx or another of: {known}",
        )
    return writer_for(path.suffix, registry)


def render_filing(
    filing: Filing, suffix: str, profile: Profile | None = None, *, registry: PluginRegistry | None = None
) -> bytes:
    """The bytes of a filing in the format of a suffix (".docx").

    Raises:
        UsageError: No writer knows the suffix; the message lists those there are.
        DrafterError: The writer of a plugin failed; the message names it.
    """
    writer = writer_for(suffix, registry)
    try:
        return writer.write(filing, profile or profile_of(filing, registry))
    except DrafterError:
        raise
    except Exception as error:
        said = f"{writer.name}, {suffix}: {type(error).__name__}: {error}"
        raise DrafterError(f"写出程序出错（{said}）", f"the writer failed ({said})") from error


def write_filing(
    filing: Filing,
    path: str | Path,
    profile: Profile | None = None,
    *,
    protect: Iterable[str | Path] = (),
    registry: PluginRegistry | None = None,
) -> Path:
    """Write a filing to `path` in the format its suffix names, whole or not at all.

    Args:
        filing: The filing.
        path: Where to write; its suffix chooses the format.
        profile: Labels and layout; by default the filing's own profile.
        protect: Input files that must not be overwritten.
        registry: Plugins to use instead of the installed ones.

    Returns:
        The path written.

    Raises:
        UsageError: A folder, unknown suffix, missing or read-only folder, or `path` is one of `protect`.
    """
    target = Path(path)
    writer_to(target, registry)
    data = render_filing(filing, target.suffix, profile, registry=registry)
    return write_bytes(target, data, protect=protect)
