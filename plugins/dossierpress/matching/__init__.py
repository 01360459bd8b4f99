"""Finds entities in articles, and says for each link and each abstention which rule decided."""
