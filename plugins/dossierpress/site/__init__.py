"""A publication as pages: typed contexts, rendered by our own templates, for any host to frame."""
