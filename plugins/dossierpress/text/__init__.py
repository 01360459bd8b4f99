"""What every reader of text shares: folding, Markdown as prose, paragraphs and sentences."""
