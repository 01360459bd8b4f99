"""Content files of older versions → of today's, line by line, once."""
