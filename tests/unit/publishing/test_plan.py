"""A plan keeps to the limit where that can be done, and never touches the newest version."""

from hypothesis import given
from hypothesis import strategies as st

from dossierpress.publishing.plan import PAGE, make_plan
from dossierpress.publishing.versions import Version

DAYS = st.integers(1, 28).map(lambda day: f"2026-01-{day:02}")
VERSIONS = st.lists(
    st.builds(
        Version,
        name=st.integers(0, 40).map(str),
        released=DAYS,
        bytes=st.integers(PAGE, 50_000),
        whole=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda version: version.name,
)


@given(VERSIONS, DAYS, st.integers(1, 5), st.integers(10_000, 400_000))
def test_what_is_kept_is_the_newest_and_fits(
    published: list[Version], day: str, keep: int, limit: int
) -> None:
    new = Version("new", day, bytes=20_000)
    plan = make_plan(published, new, keep=keep, limit=limit)
    assert {version.name for version in plan.versions} == {"new", *(v.name for v in published)}
    days = [version.released for version in plan.versions]
    assert days == sorted(days, reverse=True)
    total = sum(v.bytes if v.whole else PAGE for v in plan.versions) + plan.latest.bytes
    assert plan.bytes == total
    assert plan.fits == (total <= limit)
    whole = [version for version in plan.versions[1:] if version.whole]
    assert len(whole) < keep
    if not plan.fits:
        assert whole == []
    before = {version.name: version for version in (*published, new)}
    assert plan.latest.whole == before[plan.latest.name].whole
    for version in plan.versions:
        gave_way = before[version.name].whole and not version.whole
        assert gave_way == (version.name in plan.reduced)


@given(VERSIONS, DAYS)
def test_the_same_version_again_is_the_same_plan(published: list[Version], day: str) -> None:
    new = Version("new", day, bytes=20_000)
    once = make_plan(published, new, keep=3, limit=100_000)
    stored = next(version for version in once.versions if version.name == "new")
    again = make_plan(once.versions, stored, keep=3, limit=100_000)
    assert (again.versions, again.reduced) == (once.versions, ())


def test_a_new_version_of_the_same_day_comes_first() -> None:
    plan = make_plan([Version("1", "2026-01-01")], Version("2", "2026-01-01"))
    assert [version.name for version in plan.versions] == ["2", "1"]


def test_a_plan_is_told_a_version_a_line() -> None:
    old = Version("1", "2026-01-01", bytes=3_000_000)
    plan = make_plan([old], Version("2", "2026-02-01", bytes=4_000_000), keep=1, limit=10_000_000)
    assert plan.lines() == (
        "2: site, 4.0 MB, latest, new",
        "1: page that leads to the bundle, from now on",
        "8.0 MB of 10.0 MB",
    )
