"""A registry of any size, and news texts that name its entities, the same on every machine.

Statistics are those of English news: words by Zipf's law, 4.7 letters long on average; a sentence
of about 20 words; a name every ten words, a quarter of them in the registry and these by Zipf's
law. That gives about as many mentions as the entities of this repository have in government
briefings. An article is about 3,000 characters long.
"""

import random
from itertools import accumulate

from dossierpress.model import (
    Alias,
    Article,
    ArticleId,
    ArticleRef,
    CaseRule,
    DossierId,
    Entity,
    EntityId,
    Kind,
    Registry,
    Rights,
    Use,
)

FREQUENT = [
    "the",
    "of",
    "to",
    "in",
    "and",
    "a",
    "for",
    "on",
    "that",
    "is",
    "was",
    "said",
    "with",
    "it",
    "as",
    "by",
    "at",
    "from",
    "he",
    "be",
    "has",
    "are",
    "an",
    "have",
    "will",
    "not",
    "its",
    "but",
    "were",
    "which",
    "his",
    "their",
    "this",
    "they",
    "after",
    "who",
    "been",
    "had",
    "would",
    "more",
    "or",
    "we",
    "about",
    "one",
    "than",
    "up",
    "there",
    "us",
    "when",
    "all",
    "also",
    "last",
    "two",
    "first",
    "new",
    "over",
    "out",
    "no",
    "if",
    "other",
    "people",
    "could",
    "into",
    "years",
    "year",
    "time",
]
"""The words that news are mostly made of; "is" and "us" are acronyms as well."""
ONSETS = [
    "b",
    "bl",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
    "qu",
    "r",
    "s",
    "sh",
    "sl",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
CODAS = ["", "", "", "n", "r", "s", "l", "t", "nd", "st", "ck", "m"]
HEADS = [
    "Council",
    "Ministry",
    "Party",
    "Group",
    "Bank",
    "Front",
    "Agency",
    "Union",
    "Company",
    "Brigade",
]
ACRONYMS = ("IS", "US", "UN", "EU")


class News:
    """Makes the registry and the texts, from one seed."""

    def __init__(self, seed: int = 8) -> None:
        self.random = random.Random(seed)
        made = {self.word(self.random.choice((1, 2, 2, 3))) for _ in range(30_000)}
        self.words = [*FREQUENT, *sorted(made - set(FREQUENT))]
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def word(self, syllables: int) -> str:
        """Return a word that can be said."""
        choice = self.random.choice
        return "".join(choice(ONSETS) + choice(VOWELS) + choice(CODAS) for _ in range(syllables))

    def registry(self, aliases: int) -> Registry:
        """Return a registry with so many names and aliases, surnames not counted."""
        firsts = [self.word(2).title() for _ in range(max(40, aliases // 40))]
        entities, count = [], 0
        while count < aliases:
            entity = self.entity(len(entities), firsts)
            entities.append(entity)
            count += 1 + len(entity.aliases)
        return Registry(tuple(entities))

    def entity(self, number: int, firsts: list[str]) -> Entity:
        """Return a person, an organization or a place, with two aliases or three."""
        id_ = EntityId(f"entity-{number}")
        kind = self.random.choice((Kind.PERSON, Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE))
        if kind is Kind.PERSON:
            first = self.random.choice(firsts)
            surname = self.random.choice(
                (self.word(2), self.word(3), self.random.choice(self.words))
            )
            texts = [f"{first} {surname.title()}", f"{first} al-{surname.title()}"]
            return Entity(id_, texts[0], kind, "", 1, aliases=tuple(map(Alias, texts[1:])))
        name = self.word(self.random.choice((2, 3))).title()
        if kind is Kind.PLACE:
            people = Alias(f"{name}ian", use=Use.DEMONYM)
            return Entity(id_, name, kind, "", 1, aliases=(Alias(f"{name} Province"), people))
        full = f"{name} {self.random.choice(self.words).title()} {self.random.choice(HEADS)}"
        short = ACRONYMS[number] if number < len(ACRONYMS) else self.word(2)[:4].upper()
        acronym = Alias(short, case=CaseRule.ACRONYM)
        return Entity(id_, full, kind, "", 1, aliases=(acronym, Alias(f"the {full}")))

    def article(self, number: int, registry: Registry) -> Article:
        """Return an article of about 3,000 characters."""
        choices = self.random.choices
        weights = list(accumulate(1 / rank for rank in range(1, len(registry.entities) + 1)))
        cast = choices(registry.entities, cum_weights=weights, k=8)
        paragraphs = []
        for _ in range(12):
            sentences = [self.sentence(cast) for _ in range(self.random.choice((1, 2, 3)))]
            paragraphs.append(" ".join(sentences))
        ref = ArticleRef(DossierId("bench"), ArticleId(f"story-{number}"))
        body = "\n" + "\n\n".join(paragraphs) + "\n"
        return Article(ref, "", self.sentence(cast).rstrip("."), Rights.FULL, body)

    def sentence(self, cast: list[Entity]) -> str:
        """Return a sentence of about 20 words, two of them names: one known, one not."""
        words = self.random.choices(
            self.words, cum_weights=self.weights, k=self.random.randint(12, 28)
        )
        entity = self.random.choice(cast)
        name = self.random.choice((entity.name, *(alias.text for alias in entity.aliases)))
        if entity.kind is Kind.PERSON and self.random.random() < 0.5:
            name = name.split()[-1]
        if self.random.random() < 0.2:
            name += "’s"
        if self.random.random() < 0.5:
            name = f"{self.word(2)} {self.word(2)}".title()
        words.insert(self.random.randint(1, len(words)), name)
        words.insert(self.random.randint(1, len(words)), f"{self.word(2)} {self.word(2)}".title())
        if self.random.random() < 0.2:
            words[2:5] = ["“" + words[2], words[3], words[4] + ",”"]
        return " ".join([words[0].capitalize(), *words[1:]]) + "."
