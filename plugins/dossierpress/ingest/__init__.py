"""From clipping to article: sniff, decode, split, read, date, compare, write.

Each stage takes values and returns values; only `existing`, `writer` and `intake` touch the disk.
"""
