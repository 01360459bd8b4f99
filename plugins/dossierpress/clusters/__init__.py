"""Copies of one story, and where they come from: articles in, clusters with evidence out.

Nothing is deleted and no file is changed. The curator's `duplicate_of` outranks every rule.
"""
