"""Pages over the network: only when asked, only from public addresses, only so much and so long.

A server that a page points to may be the user's own router or a cloud's metadata service. So a
name is resolved once, every address it has must be public, and the connection is made to the very
address that was checked; a redirect is a new address and is checked in the same way.
"""
