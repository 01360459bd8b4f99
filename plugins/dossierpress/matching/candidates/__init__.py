"""Names that the texts use and the registry lacks: spotted, settled, gathered, ranked."""
