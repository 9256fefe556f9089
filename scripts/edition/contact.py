"""Who is told of an error: the setting CONTACT, and /.well-known/security.txt (RFC 9116)."""

from __future__ import annotations

import datetime
import re

from .addresses import Site
from .faults import WrongSetting

SECURITY_TXT = ".well-known/security.txt"
ADDRESS = re.compile(r"mailto:[^\s@]+@[^\s@]+|https://\S+")
VALID = datetime.timedelta(days=364)  # RFC 9116, 2.5.5: less than a year is recommended


def check_contact(contact: str) -> None:
    """Raise WrongSetting where the setting is neither empty nor an address that RFC 9116, 2.5.3, allows."""
    if contact and not ADDRESS.fullmatch(contact):
        raise WrongSetting(f"CONTACT: “{contact}” is no address; it should be mailto:name@host or https://…")


def security_txt(site: Site, contact: str, built: datetime.datetime) -> str:
    """The text for a site that was built at a time (UTC); without a contact it leads to the page that says how to report
    an error. (A site under plain http, as on one's own machine, gives that address, which the RFC does not allow.)"""
    fields = {
        "Contact": contact or site.url("zh", "about/#corrections"),
        "Expires": f"{built + VALID:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages": "zh, en",
        "Canonical": site.url("zh", SECURITY_TXT),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())
