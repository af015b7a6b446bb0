"""The filings of a long run in a temporary database, so that ten thousand of them take no more memory than one."""

from __future__ import annotations

import marshal
import pickle
import sqlite3
from array import array
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, cast

from drafter.checking.past import PastPrice
from drafter.checking.past_digest import Digest, Levelled, digest
from drafter.checking.past_parts import TOGETHER, Parts, gathered
from drafter.checking.past_records import MOST
from drafter.errors import ScratchError
from drafter.filing import Filing

PRICES = 500
"""So many prices of one item are told, the latest of them, and as many of the office that asks."""
_AT_ONCE = 500
_ROUND = 50
"""Questions are asked of so many numbers or a multiple of them, the last one repeated: SQLite keeps the last 128 that
were put differently, 20 KB each, and to put one takes longer than to ask it of some numbers twice."""
_READS = 100
"""So many different questions of rules are told apart in what is written down."""
_SETTINGS = ("journal_mode=OFF", "synchronous=OFF", "temp_store=FILE", "cache_size=-1000")
_REASONS = {
    "database or disk is full": ("磁盘已满", "the disk is full"),
    "unable to open database file": ("临时文件夹不存在或没有权限", "no temporary folder, or no permission"),
    "query aborted": ("磁盘已满或读写出错", "the disk is full or failed"),
    "disk I/O error": ("磁盘读写出错", "the disk failed"),
}
Facts = dict[Callable[[Filing], Any], Any]
"""What was found out about a filing, by the function that found it out."""
_TABLES = """
CREATE TABLE filing (number INTEGER PRIMARY KEY, source TEXT, digest BLOB, features BLOB, filing BLOB);
CREATE TABLE fact (number INTEGER PRIMARY KEY, facts BLOB);
CREATE TABLE told (part INTEGER, features BLOB, numbers BLOB);
CREATE INDEX parts ON told (part);
CREATE TABLE feature (feature INTEGER PRIMARY KEY, holders INTEGER, numbers BLOB);
CREATE TABLE price (key TEXT, number INTEGER, source TEXT, item TEXT, unit TEXT, price TEXT, year INTEGER,
                    office TEXT, project TEXT);
CREATE INDEX priced ON price (key, year);
CREATE INDEX paid ON price (key, office, year);
"""
_HOLDERS = "SELECT holders, feature, CASE WHEN holders <= 250 THEN numbers END FROM feature WHERE feature IN"
"""Lists of filings up to this length come with the question, longer ones when they are looked at."""
_PRICE = "SELECT number, source, item, unit, price, year, office, project FROM price WHERE key = ? AND year < ?"
_LATEST = f"ORDER BY year DESC, number LIMIT {PRICES}"
_KNOWN = "SELECT number, source, digest, facts FROM filing LEFT JOIN fact USING (number) WHERE number IN"


class PastDisk:
    """Filings, what was found out about them, their features and prices, by the number of the filing.

    The database has no name: the system takes its file away with the process, however that ends. What is pickled in it
    was written and is read by this process alone.

    Attributes:
        failure: Why the temporary folder took no more, once it did not.

    Raises:
        ScratchError: The temporary folder takes no more. Every method raises it.
    """

    def __init__(self) -> None:
        self._sorted = True
        self._parts = Parts()
        self._reads: list[Callable[..., Any]] = []
        self.failure: ScratchError | None = None
        with self._told():
            # A run may be told of its filings in one thread and asked in the next; never in two at once.
            self._base = sqlite3.connect("", isolation_level=None, check_same_thread=False)
            for setting in _SETTINGS:
                self._base.execute(f"PRAGMA {setting}")
            self._base.executescript(_TABLES)
            self._base.execute("BEGIN")

    def add(self, number: int, source: str, compared: Digest, features: bytes, filing: Filing) -> None:
        """Keep a filing."""
        flat = marshal.dumps((*compared[:4], tuple(compared.goal), compared.goals))
        packed = pickle.dumps(filing, 5)
        with self._told():
            self._base.execute(
                "INSERT INTO filing VALUES (?, ?, ?, ?, ?)", (number, _text(source), flat, features, packed)
            )

    def filing(self, number: int) -> Filing:
        """A filing kept."""
        return cast("Filing", pickle.loads(self._ask("SELECT filing FROM filing WHERE number = ?", number)[0][0]))  # noqa: S301

    def features(self, number: int) -> bytes:
        """The features of a filing, as they were given."""
        return cast("bytes", self._ask("SELECT features FROM filing WHERE number = ?", number)[0][0])

    def known(self, numbers: Sequence[int]) -> Iterator[tuple[int, str, Facts]]:
        """Filings with what they are called, and what was found out about them and written down."""
        for number, source, flat, packed in self._of(_KNOWN, numbers):
            project, subject, rows, names, goal, goals = marshal.loads(flat)  # noqa: S302  (of `add`)
            facts: Facts = {digest: Digest(project, subject, rows, names, Levelled(*goal), goals)}
            found: list[tuple[int, Any]] = pickle.loads(packed) if packed else []  # noqa: S301
            facts.update((self._reads[place], fact) for place, fact in found)
            yield number, source, facts

    def write_facts(self, number: int, facts: Facts) -> None:
        """Write down what was found out about a filing beyond its digest."""
        try:
            # A function is written as its place: to find it again by its name would take longer than its answer.
            packed = pickle.dumps([(self._place(read), fact) for read, fact in facts.items() if read != digest], 5)
        except Exception:
            # What cannot be packed is found out again, and so are a plugin's questions when it has too many.
            return
        with self._told():
            self._base.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (number, packed))

    def _place(self, read: Callable[..., Any]) -> int:
        if read not in self._reads:
            if len(self._reads) == _READS:
                raise ValueError("too many questions")
            self._reads.append(read)
        return self._reads.index(read)

    def tell(self, features: Iterable[int], number: int) -> None:
        """Features of a filing, each as often as it holds it. Filings are told of in the order of their numbers."""
        self._sorted = False
        self._parts.add(features, number)
        if self._parts.held >= TOGETHER:
            self._write_parts()

    def _write_parts(self) -> None:
        with self._told():
            self._base.executemany("INSERT INTO told VALUES (?, ?, ?)", self._parts.taken())

    def holders(self, features: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
        """How many hold each feature and the first of them, the rarest first, of equally rare ones the smaller number.

        Who alone holds a feature is told of negative ones only: of others it is the one who asks.
        """
        if not self._sorted:
            self._sort()
        found: list[tuple[int, int, bytes | None]] = sorted(self._of(_HOLDERS, features))
        for holders, feature, numbers in found:
            if numbers is None:
                numbers = self._ask("SELECT numbers FROM feature WHERE feature = ?", feature)[0][0]
            yield holders, array("I", numbers)

    def _sort(self) -> None:
        self._write_parts()
        with self._told():
            self._base.execute("DELETE FROM feature")
            for (part,) in self._ask("SELECT DISTINCT part FROM told ORDER BY part"):
                index = gathered(self._ask("SELECT features, numbers FROM told WHERE part = ? ORDER BY rowid", part))
                # What no other filing holds is most of it, and leads nowhere.
                kept = sorted(feature for feature, of in index.items() if feature < 0 or not isinstance(of, int))
                rows = ((feature, _listed(index[feature])) for feature in kept)
                self._base.executemany(
                    "INSERT INTO feature VALUES (?, ?, ?)",
                    ((feature, len(of), array("I", of[:MOST]).tobytes()) for feature, of in rows),
                )
        self._sorted = True

    def add_prices(self, prices: Iterable[tuple[str, int, PastPrice]]) -> None:
        """Keep prices by what they are looked for under, and the filing."""
        rows = (
            (
                _text(key), number, _text(one.source), _text(one.item), one.unit and _text(one.unit), str(one.price),
                one.year, _text(one.office), _text(one.project),
            )
            for key, number, one in prices
        )  # fmt: skip
        with self._told():
            self._base.executemany("INSERT INTO price VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def prices(self, key: str, office: str, year: int) -> list[tuple[int, PastPrice]]:
        """Prices kept of years before, each with its filing: those of an office, and those of the others."""
        asked = _text(key), year, _text(office)
        found = [row for whose in ("=", "!=") for row in self._ask(f"{_PRICE} AND office {whose} ? {_LATEST}", *asked)]
        return [
            (number, PastPrice(source, item, unit, Decimal(price), of, office, project))
            for number, source, item, unit, price, of, office, project in found
        ]

    def _of(self, question: str, numbers: Sequence[int]) -> Iterator[Any]:
        """What is found of some numbers, some hundred of them at once and in no order."""
        for at in range(0, len(numbers), _AT_ONCE):
            asked = list(numbers[at : at + _AT_ONCE])
            asked += asked[-1:] * (-len(asked) % _ROUND)
            yield from self._ask(f"{question} ({','.join('?' * len(asked))})", *asked)

    def _ask(self, question: str, *arguments: int | str) -> list[Any]:
        try:
            return self._base.execute(question, arguments).fetchall()
        except sqlite3.Error as error:
            raise self._failed(error) from error

    @contextmanager
    def _told(self) -> Generator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _failed(self, error: sqlite3.Error) -> ScratchError:
        self.failure = self.failure or ScratchError(*_REASONS.get(str(error), (str(error),) * 2))
        return self.failure

    def close(self) -> None:
        """Give the temporary file back."""
        self._base.close()


def _text(text: str) -> str:
    """Text as it goes into a database: half a character, as a damaged file name may hold, is spelt out."""
    return text.encode("utf-8", "backslashreplace").decode()


def _listed(of: int | list[int]) -> list[int]:
    return [of] if isinstance(of, int) else of
