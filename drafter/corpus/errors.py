"""What can go wrong with a corpus, each in one sentence that says what to do."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError

if TYPE_CHECKING:
    import sqlite3


class CorpusError(DrafterError):
    """A corpus that cannot be opened, read or written (exit code 2)."""


@contextlib.contextmanager
def spoken(path: Path) -> Generator[None]:
    """Turn what SQLite and the file system say about the corpus at `path` into a sentence."""
    import sqlite3

    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise _sentence(path, error) from error


def _sentence(path: Path, error: sqlite3.Error | OSError) -> CorpusError:
    said = str(error).lower()
    if "full" in said or (isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)):
        return CorpusError(
            f"磁盘已满，语料库 {path} 没有写入；已报告入库的没有丢失，腾出空间后重新添加其余的即可",
            f"the disk is full, nothing was written to corpus {path}; "
            "what was reported as added is safe: free some space and add the rest again",
        )
    if "locked" in said or "busy" in said:
        return CorpusError(
            f"另一个进程正在写入语料库 {path}，等候超时；请稍后重试",
            f"another process is writing to corpus {path} and did not finish in time; try again later",
        )
    if "not a database" in said or "malformed" in said:
        return CorpusError(
            f"语料库 {path} 不是语料库文件或已损坏；请换用备份，或删除后重新添加",
            f"{path} is not a corpus or is damaged; use a backup, or delete it and add the filings again",
        )
    if "readonly" in said or (isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EROFS, errno.EPERM)):
        return CorpusError(
            f"语料库 {path} 只读，不能写入；用 --corpus 指定可写的位置",
            f"corpus {path} is read-only; name a place you may write to with --corpus",
        )
    reason = str(error)
    return CorpusError(f"语料库 {path} 无法使用：{reason}", f"corpus {path} cannot be used: {reason}")
