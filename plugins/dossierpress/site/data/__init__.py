"""The publication as data, beside its pages: records, the files they stand in, their schemas.

Only what `rights.published` allows is in a record; the texts themselves are in the bundles.
"""
