"""How far the properties are tried: the same examples on every run, few enough for a slow core."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("steady")
