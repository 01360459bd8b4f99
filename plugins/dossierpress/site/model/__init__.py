"""What the templates see: one typed context for each kind of page, made of the parts above it.

Invariants: every text is plain (the templates escape it); every `url` is relative to the site's
root, or an http(s) address of another site; a text that an article's rights keep back is nowhere
in here.
"""

from dossierpress.site.model.article import ArticlePage, Caption, Named, NamedKind
from dossierpress.site.model.bars import Bars
from dossierpress.site.model.context import Citation, Copy, Form, Related, Story
from dossierpress.site.model.correction import Corrected, CorrectionsPage, Notice
from dossierpress.site.model.entity import (
    EntityPage,
    EntityYearPage,
    OtherName,
    RelationRow,
    Relations,
    Sighting,
    Sightings,
    Together,
)
from dossierpress.site.model.map import Drawing, MapPage, Marker, Spot
from dossierpress.site.model.network import Edge, Network, Node
from dossierpress.site.model.overview import (
    ArticlesPage,
    DossierPage,
    DossiersPage,
    EntitiesPage,
    HomePage,
    TopicPage,
    TopicsPage,
    TopicYearPage,
)
from dossierpress.site.model.page import Context, Page
from dossierpress.site.model.parts import (
    ArticleRow,
    Card,
    Counted,
    CountedKind,
    Fact,
    Link,
    Part,
    Quote,
    Reason,
    Rows,
    Run,
    Value,
)
from dossierpress.site.model.place import Place
from dossierpress.site.model.reference import (
    Gap,
    GapsPage,
    Initial,
    NameRow,
    NamesPage,
    OpenName,
    SharedOrigin,
    SourceRow,
    SourcesPage,
)
from dossierpress.site.model.timeline import (
    Entry,
    Mark,
    Tick,
    Timeline,
    TimelineDrawing,
    TimelinePage,
)

__all__ = [
    "ArticlePage",
    "ArticleRow",
    "ArticlesPage",
    "Bars",
    "Caption",
    "Card",
    "Citation",
    "Context",
    "Copy",
    "Corrected",
    "CorrectionsPage",
    "Counted",
    "CountedKind",
    "DossierPage",
    "DossiersPage",
    "Drawing",
    "Edge",
    "EntitiesPage",
    "EntityPage",
    "EntityYearPage",
    "Entry",
    "Fact",
    "Form",
    "Gap",
    "GapsPage",
    "HomePage",
    "Initial",
    "Link",
    "MapPage",
    "Mark",
    "Marker",
    "NameRow",
    "Named",
    "NamedKind",
    "NamesPage",
    "Network",
    "Node",
    "Notice",
    "OpenName",
    "OtherName",
    "Page",
    "Part",
    "Place",
    "Quote",
    "Reason",
    "Related",
    "RelationRow",
    "Relations",
    "Rows",
    "Run",
    "SharedOrigin",
    "Sighting",
    "Sightings",
    "SourceRow",
    "SourcesPage",
    "Spot",
    "Story",
    "Tick",
    "Timeline",
    "TimelineDrawing",
    "TimelinePage",
    "Together",
    "TopicPage",
    "TopicYearPage",
    "TopicsPage",
    "Value",
]
