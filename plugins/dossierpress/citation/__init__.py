"""How an article, or a publication, is cited: one reference, in the forms that people paste."""
