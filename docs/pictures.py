"""Make docs/pictures/: a report and a drafted form, as the README's own examples come out.

    python docs/pictures.py [FOLDER]     # needs chromium, LibreOffice (soffice) and a Chinese font

The report is drawn by headless chromium from the HTML page of `drafter check`, the form by LibreOffice from the Word
file of `drafter draft`. Both inputs are the files printed in README.md.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

DOCS = Path(__file__).parent
README = DOCS.parent / "README.md"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MARGIN = 24
COLOURS = 64


def main() -> int:
    """Draw both pictures; the exit code says whether all tools were there."""
    missing = lacking()
    if missing:
        sys.stderr.write(f"not drawn, for lack of: {', '.join(missing)}\n")
        return 1
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        save(report(work), folder / "report.png")
        save(form(work), folder / "form.png")
    return 0


def lacking() -> list[str]:
    """The programs and fonts this machine does not have."""
    missing = [] if browser() else ["chromium"]
    missing += [] if shutil.which("soffice") else ["soffice"]
    fonts = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True) if shutil.which("fc-list") else None
    if fonts is None or not fonts.stdout.strip():
        missing.append("a Chinese font")
    return missing


def browser() -> str | None:
    """The browser to draw with."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def report(work: Path) -> Image.Image:
    """The HTML report on the README's faulty form."""
    printed("有问题.md", work)
    drafter(work, "check", "有问题.md", "--format", "html", "-o", "report.html")
    shot = work / "report.png"
    # Without a sandbox only because a container's root has none; the page is our own.
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1000,2400"]
    options += [f"--user-data-dir={work / 'profile'}", f"--screenshot={shot}", (work / "report.html").as_uri()]
    run([str(browser()), *options], work)
    return Image.open(shot).convert("RGB")


def form(work: Path) -> Image.Image:
    """The first page of the Word form drafted from the README's brief."""
    printed("简述.yaml", work)
    drafter(work, "draft", "简述.yaml", "-o", "form.docx")
    run(["soffice", f"-env:UserInstallation={(work / 'office').as_uri()}", "--headless", "--convert-to", "pdf",
         "form.docx"], work)  # fmt: skip
    document = pypdfium2.PdfDocument(work / "form.pdf")
    try:
        return document[0].render(scale=1.5).to_pil().convert("RGB")
    finally:
        document.close()


def printed(name: str, work: Path) -> None:
    """Write a file as the README prints it."""
    block = re.search(rf"<!-- file: {re.escape(name)} -->\n```\w*\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    if block is None:
        raise SystemExit(f"README.md prints no file {name}")
    (work / name).write_text(block[1], encoding="utf-8")


def drafter(work: Path, *arguments: str) -> None:
    """Run the program in a folder; findings are no failure here."""
    command = [sys.executable, "-c", "from drafter.cli.main import main; main()", *arguments]
    paths = [str(README.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=work, env=environment, capture_output=True, encoding="utf-8")
    if done.returncode > 1:
        raise SystemExit(done.stderr)


def run(command: list[str], work: Path) -> None:
    """Run a program that draws."""
    subprocess.run(command, cwd=work, check=True, capture_output=True, timeout=120)


def save(picture: Image.Image, path: Path) -> None:
    """Cut the empty margins off and write few colours: small files."""
    empty = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
    left, top, right, bottom = ImageChops.difference(picture, empty).getbbox() or (0, 0, *picture.size)
    width, height = picture.size
    box = (max(0, left - MARGIN), max(0, top - MARGIN), min(width, right + MARGIN), min(height, bottom + MARGIN))
    picture.crop(box).quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
