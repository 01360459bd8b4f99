"""Assigns articles to topics by rule, with the sentences that satisfied it."""
