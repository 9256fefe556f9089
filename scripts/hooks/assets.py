"""Keeps the single files of our assets, and the theme's, out of the site; write.py sends ours joined."""

from __future__ import annotations

from mkdocs.plugins import event_priority


@event_priority(-200)  # after mkdocs-static-i18n, which works at -100
def on_files(files, config):
    """Remove both kinds from the files that MkDocs copies."""
    for file in [file for file in files if file.src_uri.startswith("assets/")]:
        files.remove(file)
    return files
