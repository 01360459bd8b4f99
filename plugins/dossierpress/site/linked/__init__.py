"""What a page is about, for search engines and other programs: JSON-LD in the terms of schema.org.

Only what the page shows is in it. It is a block of data in the page's head and runs nothing.
"""
