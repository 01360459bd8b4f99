"""Changes that a curator orders: to the registry's files and to `decisions.yml`, byte by byte."""
