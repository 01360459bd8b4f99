"""A site is built beside the old one, looked through, and takes its place only when it is right."""
