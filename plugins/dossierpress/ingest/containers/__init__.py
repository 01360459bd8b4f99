"""What holds clippings: folders, patterns, ZIP archives, web archives.

A container is a stream: it yields each `Clipping` in a fixed order, and a `Problem` for each
member that cannot be used, and it never raises for bad input. It holds one member at a time in
memory, writes no member to a place that the member's name says, and counts what it unpacks.
"""
