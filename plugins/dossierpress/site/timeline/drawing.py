"""A timeline as a drawing: a day is a point, everything less exact a bar of its own length.

Marks that would cover each other stand in lanes, each in the first that is free; on a short
timeline a mark keeps room for its words beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dossierpress.edtf import When
from dossierpress.language.words import Words
from dossierpress.model import Kind
from dossierpress.site.dates import day, month_name
from dossierpress.site.model import Mark, Tick, TimelineDrawing
from dossierpress.site.timeline.occasions import Occasion

_WIDTH, _LANE, _TOP, _RADIUS = 960, 14, 22, 4
_EDGE = 6
"""What stays free at either end, so that no point is cut."""
_CHARACTER = 6.2
"""The room that a character of a label takes, on the wide side."""
_LANES = 60
"""What finds no free lane stands in the last."""
_LABELLED = 40
"""A timeline of more entries has no labels; its table is close by."""
_LEAST = timedelta(days=20)
_TICKS = 12


@dataclass(frozen=True)
class Drawn:
    """An occasion to be drawn, with its words and the kinds of entity that it names."""

    occasion: Occasion
    words: str
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class Window:
    """The days that are drawn."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def x(self, day: date) -> int:
        """Return where a day begins."""
        inside = min(max(day, self.first), self.last + timedelta(days=1))
        return _EDGE + round((inside - self.first).days * self.scale)

    @property
    def scale(self) -> float:
        """How wide a day is."""
        return (_WIDTH - 2 * _EDGE) / self.days


def draw(words: Words, items: Sequence[Drawn]) -> TimelineDrawing | None:
    """Return the drawing of what is in the order of time; None for fewer than two dates."""
    if len({item.occasion.when.text for item in items}) < 2:
        return None
    window = _window([item.occasion.when for item in items])
    labelled = len(items) <= _LABELLED
    free: list[float] = []
    marks = tuple(_mark(words, item, window, free, labelled=labelled) for item in items)
    return TimelineDrawing(_WIDTH, _TOP + len(free) * _LANE + 4, _ticks(words, window), marks)


def _mark(words: Words, item: Drawn, window: Window, free: list[float], *, labelled: bool) -> Mark:
    """Return a mark, in the first lane that is free for it and its label."""
    when = item.occasion.when
    x, width = _place(when, window)
    end = x + max(width, _RADIUS) + 2
    room = end + 4 + _CHARACTER * len(item.words)
    label = item.words if labelled and room <= _WIDTH else ""
    lane = _lane(free, x - (0 if width else _RADIUS), room if label else end)
    return Mark(
        x=x,
        y=_TOP + lane * _LANE + _LANE // 2,
        width=width,
        told=bool(item.occasion.field),
        doubtful=any(sign in when.text for sign in "?~%"),
        kinds=item.kinds,
        title=words.gettext("{date}: {text}", date=day(words, when).text, text=item.words),
        label=label,
    )


def _lane(free: list[float], start: float, end: float) -> int:
    """Return the first lane that is free at `start`, and take it as far as `end`."""
    for number, until in enumerate(free):
        if until <= start:
            free[number] = end
            return number
    if len(free) < _LANES:
        free.append(end)
        return len(free) - 1
    free[-1] = max(free[-1], end)
    return len(free) - 1


def _place(when: When, window: Window) -> tuple[int, int]:
    """Return where a mark stands, and how wide it is; 0 for a point."""
    if when.earliest == when.latest:
        return window.x(when.earliest) + round(window.scale / 2), 0
    start = 0 if when.earliest < window.first else window.x(when.earliest)
    stop = _WIDTH if when.latest > window.last else window.x(when.latest + timedelta(days=1))
    return min(start, _WIDTH - 3), max(3, stop - start)


def _window(whens: Sequence[When]) -> Window:
    """Return the days from the first to the last, as the entries of at most a year tell them."""
    near = [when for when in whens if (when.latest - when.earliest).days <= 366] or [
        when for when in whens if when.earliest != date.min and when.latest != date.max
    ]
    if not near:
        return Window(date(1, 1, 1), date(9999, 12, 30))
    first, last = min(when.earliest for when in near), max(when.latest for when in near)
    missing = max(timedelta(0), _LEAST - (last - first)) / 2
    return Window(max(first - missing, date(1, 1, 1)), min(last + missing, date(9999, 12, 30)))


def _ticks(words: Words, window: Window) -> tuple[Tick, ...]:
    """Return the months or years of the axis, as many as there is room for."""
    months = [
        (year, month)
        for year in range(window.first.year, window.last.year + 1)
        for month in range(1, 13)
        if window.first <= date(year, month, 1) <= window.last
    ] if window.days < 366 * 12 else []  # fmt: skip
    if 0 < len(months) <= 2 * _TICKS:
        step = -(-len(months) // _TICKS)
        return tuple(
            Tick(window.x(date(year, month, 1)), month_name(words, year, month))
            for year, month in months[::step]
        )
    years = [
        year
        for year in range(window.first.year, window.last.year + 1)
        if date(year, 1, 1) >= window.first
    ]
    step = max(1, -(-len(years) // _TICKS))
    return tuple(Tick(window.x(date(year, 1, 1)), str(year)) for year in years[::step])
