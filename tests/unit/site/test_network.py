"""The network of what is named together."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dossierpress.model import EntityId
from dossierpress.site.index import Index
from dossierpress.site.network import FEWEST, network
from harness.making import IRAN, article, mention, publication

ENTITIES = tuple(replace(IRAN, id=EntityId(f"e{n}"), name=f"E{n}") for n in range(6))


def index_of(named: list[set[int]]) -> Index:
    items = [article(f"a{n:02}", body="Iran.") for n in range(len(named))]
    mentions = tuple(
        mention(items[n], "Iran", entity=ENTITIES[e].id) for n, es in enumerate(named) for e in es
    )
    return Index(publication(*items, mentions=mentions, entities=ENTITIES), True)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sets(st.integers(0, 5)), max_size=10))
def test_each_line_says_how_many_articles_name_both(named: list[set[int]]) -> None:
    index = index_of(named)
    drawn = network(index, index.articles)
    everybody = set().union(*named) if named else set()
    if len(everybody) < FEWEST:
        assert drawn is None
        return
    assert drawn is not None
    assert {node.label for node in drawn.nodes} == {f"E{n}" for n in everybody}
    assert {node.label: node.count for node in drawn.nodes} == {
        f"E{n}": sum(n in es for es in named) for n in everybody
    }
    told = {frozenset((e.one.label, e.other.label)): e.count for e in drawn.edges}
    assert told == {
        frozenset((f"E{one}", f"E{other}")): count
        for one in everybody
        for other in everybody
        if one < other and (count := sum({one, other} <= es for es in named))
    }


def test_an_entity_stands_in_the_middle_of_its_own_network() -> None:
    index = index_of([{0, 1, 2, 3}, {0, 1, 2}, {0, 3}])
    drawn = network(index, index.articles, EntityId("e0"))
    assert drawn is not None
    middle = drawn.nodes[-1]
    assert (middle.label, middle.x, middle.y) == ("E0", drawn.width // 2, drawn.height // 2)
    places = {(node.x, node.y) for node in drawn.nodes}
    assert len(places) == 4
    assert [edge.count for edge in drawn.edges if edge.one is middle] == [2, 2, 2]
