import os
import stat

import pytest

from drafter.errors import UsageError
from drafter.writing import write_bytes


def test_text_is_written_as_utf8_and_nothing_else_is_left(tmp_path):
    target = write_bytes(tmp_path / "表.txt", "绩效\n")
    assert target.read_bytes() == "绩效\n".encode()
    assert [file.name for file in tmp_path.iterdir()] == ["表.txt"]


def test_a_failure_in_mid_write_keeps_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def full_disk(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(UsageError, match="磁盘已满"):
        write_bytes(target, b"new content")
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.docx"]


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(UsageError) as caught:
        write_bytes(tmp_path / "none" / "a.txt", b"")
    assert "none" in caught.value.zh and "不存在" in caught.value.zh
    assert "does not exist" in caught.value.say("en")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UsageError, match="是文件夹"):
        write_bytes(tmp_path, b"")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder_is_said(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(UsageError, match="无法写入"):
        write_bytes(tmp_path / "a.txt", b"")


def test_an_input_is_never_overwritten_whatever_its_name(tmp_path):
    source = tmp_path / "in.docx"
    source.write_bytes(b"mine")
    (tmp_path / "sub").mkdir()
    link, hard = tmp_path / "link.docx", tmp_path / "hard.docx"
    link.symlink_to(source)
    hard.hardlink_to(source)
    for name in (source, tmp_path / "sub" / ".." / "in.docx", link, hard):
        with pytest.raises(UsageError, match="不能覆盖输入文件"):
            write_bytes(name, b"x", protect=[source])
    assert source.read_bytes() == b"mine"


def test_permissions_of_a_replaced_file_stay_and_a_new_one_follows_the_umask(tmp_path):
    old = tmp_path / "old.txt"
    old.write_bytes(b"")
    old.chmod(0o640)
    write_bytes(old, b"x")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    before = os.umask(0o027)
    try:
        new = write_bytes(tmp_path / "new.txt", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


def test_a_symbolic_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_bytes(link, b"new")
    assert link.is_symlink() and real.read_bytes() == b"new"
