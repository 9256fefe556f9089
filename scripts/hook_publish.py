"""Writes what publishing adds to the finished site: security.txt and the licences."""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.utils import get_build_datetime

from edition.contact import SECURITY_TXT, check_contact, security_txt
from edition.licences import LICENCES, licence_texts


def on_config(config):
    """A wrong CONTACT or licence stops the build before anything is built."""
    check_contact(str(config.extra["contact"] or ""))  # YAML takes 123 for a number
    config.extra["licences"] = licence_texts(config.extra["edition"])


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built."""
    if config.plugins["i18n"].building:
        return
    site, extra = Path(config.site_dir), config.extra
    (site / SECURITY_TXT).parent.mkdir(exist_ok=True)
    text = security_txt(extra["site"], extra["contact"], get_build_datetime())
    (site / SECURITY_TXT).write_text(text, encoding="utf-8", newline="\n")
    (site / LICENCES).write_text(extra["licences"], encoding="utf-8", newline="\n")
