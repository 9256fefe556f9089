"""Formats the citations once a build, before any page, and writes them as files into the finished site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority

from edition.citing.files import files
from edition.citing.formatted import citations
from edition.citing.items import citables
from edition.model.records import Both
from edition.model.site_address import Site, check_address


def on_config(config):
    """Templates find `config.extra.site` and `config.extra.citations`. The first language to be built is Chinese; the
    English one, built inside it, finds them there (by then the name of the site is English)."""
    if "site" in config.extra:
        return
    check_address("SITE_URL", config.site_url or "")
    english = next(language for language in config.plugins["i18n"].config.languages if language.locale == "en")
    site = Site(Both(zh=config.site_name, en=english.site_name), config.site_url)
    config.extra["site"] = site
    config.extra["citables"] = citables(config.extra["edition"].paper, site)
    config.extra["citations"] = citations(config.extra["citables"])


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built."""
    if config.plugins["i18n"].building:
        return
    for path, text in files(config.extra["citables"]):
        target = Path(config.site_dir) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
