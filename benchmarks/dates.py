"""How long the dates in texts take to find: CPU seconds for 10,000 articles of 3,000 characters.

The articles are those of `news` with a time told in every fourth sentence, as news have it.
"""

import random
import time
from dataclasses import replace

from news import News

from dossierpress.edtf import parse_when
from dossierpress.text.when.find import datings_of

ARTICLES = 500
COUNT = 10_000
TIMES = (
    *("on Wednesday", "in September", "last year", "over the summer", "on 5 December 2019"),
    *("since 2014", "two weeks ago", "yesterday", "earlier this month", "the previous day"),
)


def main() -> None:
    """Find the dates of some articles and print what all would take."""
    draw, news = random.Random(3), News()
    registry = news.registry(1_000)
    articles = [
        replace(
            article,
            published=parse_when("2019-12-05"),
            body=". ".join(
                f"{sentence} {draw.choice(TIMES)}" if draw.random() < 0.25 else sentence
                for sentence in article.body.split(". ")
            ),
        )
        for article in (news.article(number, registry) for number in range(ARTICLES))
    ]
    begin = time.process_time()
    found = sum(len(datings_of(article)) for article in articles)
    seconds = time.process_time() - begin
    print(
        f"dates in texts: {seconds / ARTICLES * COUNT:.1f} s for {COUNT:,} articles"
        f" ({found / ARTICLES:.1f} times each)"
    )


if __name__ == "__main__":
    main()
