"""Write a file whole or not at all: a reader of the old name never sees half of the new content."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from drafter.errors import UsageError, os_reason


def write_bytes(path: str | Path, data: bytes | str | Iterable[str], *, protect: Iterable[str | Path] = ()) -> Path:
    """Write `data` to `path` through a temporary file in the same folder.

    Args:
        path: The file to write; an existing one is replaced (a symbolic link stays, its target is replaced).
        data: Bytes, or text that is written as UTF-8 with the line breaks it has; text may come in pieces.
        protect: Input files that must never be overwritten, under whatever name they are reached.

    Returns:
        The path written.

    Raises:
        UsageError: The folder is missing or not writable, the path is a folder or a protected input.
    """
    target = Path(path)
    if target.is_dir():
        raise UsageError(f"{target} 是文件夹，请给出文件名", f"{target} is a folder; name a file")
    _refuse_inputs(target, protect)
    real = target.resolve()
    folder = real.parent
    if not folder.is_dir():
        raise UsageError(
            f"无法写入 {target}：文件夹 {folder} 不存在，请先建立",
            f"cannot write {target}: the folder {folder} does not exist; create it first",
        )
    try:
        _replace(real, [data] if isinstance(data, (bytes, str)) else data)
    except OSError as error:
        zh, en = os_reason(error)
        raise UsageError(f"无法写入 {target}：{zh}", f"cannot write {target}: {en}") from error
    return target


def _refuse_inputs(target: Path, protect: Iterable[str | Path]) -> None:
    mine, real = _stat(target), target.resolve()
    for name in protect:
        # Two names may be one file: ../a.docx, a hard link, another case on a case-insensitive disk. Of two that are
        # not there the names decide; a batch has thousands that are.
        source = _stat(name)
        same = os.path.samestat(mine, source) if mine and source else not (mine or source) and real == _real(name)
        if same:
            raise UsageError(
                f"不能覆盖输入文件 {Path(name)}；请用 -o 指定另一个文件名",
                f"refusing to overwrite the input file {Path(name)}; choose another name with -o",
            )


def _stat(path: str | Path) -> os.stat_result | None:
    try:
        return Path(path).stat()
    except (OSError, ValueError):
        return None


def _real(path: str | Path) -> Path:
    return Path(path).resolve()


def _replace(target: Path, pieces: Iterable[bytes | str]) -> None:
    import tempfile  # a check that prints writes no file

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            for piece in pieces:
                stream.write(piece.encode("utf-8") if isinstance(piece, str) else piece)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions of the file replaced, or what the umask gives a new one (a temporary file is 0600)."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
