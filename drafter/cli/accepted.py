"""Waivers and the baseline file of a check: loaded before, applied after, written back when the baseline shrank."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafter.checking.report import DocumentReport, WaiverUse
from drafter.checking.selection import find_rule
from drafter.checking.suppress import Suppressions, dump_baseline, load_baseline, load_waivers, make_baseline
from drafter.cli.options import read_text, say


class Accepted:
    """What people accepted before this run."""

    def __init__(
        self,
        suppressions: Suppressions,
        baseline: Path | None = None,
        protect: Sequence[str | Path] = (),
        made: dict[str, dict[str, object]] | None = None,
    ) -> None:
        self.suppressions, self.baseline, self.protect = suppressions, baseline, protect
        self._made = made

    @classmethod
    def load(cls, baseline: Path | None, waivers: Path | None, protect: Sequence[str | Path] = ()) -> Accepted:
        """Read the files named. A baseline that does not exist yet is made by this run.

        Raises:
            InputError: A file cannot be used.
            UsageError: A waiver names a rule that does not exist.
        """
        accepted = load_waivers(read_text(str(waivers)), str(waivers)) if waivers else []
        for waiver in accepted:
            # One that names no rule would be "unused" for ever, and the finding would come back unexplained.
            find_rule(waiver.rule)
        known = None
        if baseline is not None and baseline.exists():
            known = load_baseline(read_text(str(baseline)), str(baseline))
        made: dict[str, dict[str, object]] | None = {} if baseline is not None and known is None else None
        return cls(Suppressions(accepted, known), baseline, protect, made)

    def apply(self, report: DocumentReport) -> None:
        """Take accepted findings out of a document's report; the first run with a baseline accepts all there are."""
        self.suppressions.apply(report)
        if self._made is not None:
            # Waivers come first: what one of them covers must come back when it expires.
            found = make_baseline([report])
            self._made |= found
            Suppressions(baseline=found).apply(report)

    def finish(self, lang: str, *, waivers: bool = True) -> None:
        """Write the baseline, new or what is left of it, and say which `waivers` did nothing unless the report does."""
        if self._made is not None:
            self._write(self._made)
            count = len(self._made)
            say(
                lang,
                f"已建立基线 {self.baseline}，接受现有 {count} 个问题",
                f"made baseline {self.baseline}: {count} findings accepted",
            )
        elif self.suppressions.baseline is not None:
            left = self.suppressions.shrunk_baseline()
            gone = len(self.suppressions.baseline) - len(left)
            if gone:
                self._write(left)
                say(
                    lang,
                    f"基线减少 {gone} 个已解决的问题，余 {len(left)} 个",
                    f"{gone} findings of the baseline are gone, {len(left)} left",
                )
        for use in self.waiver_uses() if waivers else ():
            if use.status == "unused":
                say(lang, f"豁免未用到，可删除：{use.rule} {use.project}", f"unused waiver: {use.rule} {use.project}")
            elif use.status == "expired":
                say(
                    lang,
                    f"豁免已于 {use.expires} 到期：{use.rule} {use.project}",
                    f"waiver expired on {use.expires}: {use.rule} {use.project}",
                )

    def waiver_uses(self) -> list[WaiverUse]:
        """What became of each waiver."""
        return self.suppressions.waiver_uses()

    def _write(self, entries: dict[str, dict[str, object]]) -> None:
        from drafter.writing.atomic import write_bytes

        if self.baseline is not None:
            write_bytes(self.baseline, dump_baseline(entries).encode(), protect=self.protect)
