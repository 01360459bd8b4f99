"""The publication in the order of time: dates of articles, and what their texts tell."""
