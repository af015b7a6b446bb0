"""What drafting costs beside the model's own call: `python tests/drafting/loop_cost.py`, the best of twenty each.

The scripted model answers at once, so that all that is measured is ours: prompts, parsing, rendering, lock, check.
"""

import time

from drafter.drafting import draft, load_brief

if __package__:
    from .scripted import GOOD, GUARDS, changed, scripted
else:
    from scripted import GOOD, GUARDS, changed, scripted


def best(run) -> float:
    """Milliseconds of processor time, the least of twenty."""
    taken = []
    for _ in range(20):
        started = time.process_time_ns()
        run()
        taken.append(time.process_time_ns() - started)
    return min(taken) / 1_000_000


def measure() -> dict[str, float]:
    """Milliseconds of a draft by the embedded model, by a scripted one, and with one repair."""
    brief = load_brief(GUARDS, ".yaml")
    fix = {"indicators": [{"index": 1, "indicator": GOOD["indicators"][1]}]}
    draft(brief), draft(brief, model=scripted(GOOD))
    return {
        "embedded": best(lambda: draft(brief)),
        "a model, passed at once": best(lambda: draft(brief, model=scripted(GOOD))),
        "a model, one repair": best(lambda: draft(brief, model=scripted(changed(1, target="=8人"), fix))),
    }


if __name__ == "__main__":
    for name, milliseconds in measure().items():
        print(f"{name:26}{milliseconds:6.1f} ms")
