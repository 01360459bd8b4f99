"""What a page read of the publication while it was made: by that it is known when to make it anew.

No list says which page depends on what. The index that pages are made from notes each thing that is
read of it; a page is still right as long as each of these things is what it was.
"""
