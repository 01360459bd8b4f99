"""How well the golden clippings are understood: the stories cut out of them, and their fields.

Segmentation is counted by stories under their headlines, over all clippings together; accuracy by
what the golden files tell of each story (title, dates, authors, dateline, body ...).
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from harness.clippings import agrees, common_stories, golden_clippings


def main() -> None:
    """Read every golden clipping and print the figures."""
    cases = list(golden_clippings())
    found = true = common = right = told = 0
    for case in cases:
        drafts, _ = case.understood()
        found, true = found + len(drafts), true + len(case.stories)
        common += common_stories(case, drafts)
        for story, draft in zip(case.stories, drafts, strict=False):
            verdicts = [agrees(draft, key, expected) for key, expected in story.items()]
            right, told = right + sum(verdicts), told + len(verdicts)
    layouts = len({case.layout for case in cases})
    print(f"text clippings: {len(cases)} golden ones in {layouts} layouts, {true} stories")
    print(f"  segmentation F1 {2 * common / (found + true):.4f}")
    print(f"  field accuracy {right / told:.4f} of {told} fields")


if __name__ == "__main__":
    main()
