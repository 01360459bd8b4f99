"""One reader a format: a clipping in, its stories and problems out.

A reader is a module with `read(clipping, publisher)`, which yields each `Story` of the clipping
in order, and a `Problem` for what it cannot use. It never raises for bad input, never touches the
disk or a network, and is found through the table in `formats`.
"""
