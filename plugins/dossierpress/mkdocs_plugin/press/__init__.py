"""Our pages made by ourselves: on all processors, and only where they differ from the last build's.

The host gives each page to every plugin and writes it. Where no other plugin looks into our pages,
that is nothing but cost, so a page of ours is then a file that is there already when the host comes
to copy it. A page is made of its content, its body and the theme's frame; the digest of these and
of all that makes a page of them is its key. Where the last build's file of the same key still lies
as that build left it, it stays.

Invariant: the site is byte for byte what the host alone would have built, whatever was reused.
"""
