"""The edition as a library: reads the corpus and the facts, ties them together, checks them, derives what is published.

Nothing in here knows MkDocs. Each module is one idea; ARCHITECTURE.md describes the packages, which are layers.
"""
