"""From a web page to a story: decode, thin, parse, read what it states, find its text.

`charset` and `thinning` work on the source, `page` parses it once, and everything behind works on
the parsed `Page`. Nothing here reaches the network, the disk or the clock, and no call leaves
anything behind for the next.
"""
