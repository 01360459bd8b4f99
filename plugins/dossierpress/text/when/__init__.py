"""Dates inside texts: "On Wednesday", "in September", "last year", resolved to EDTF.

Pure: words and the article's date in, datings out. The clock of this machine is never asked.
"""
