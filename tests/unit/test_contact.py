"""security.txt, read by the grammar of RFC 9116, and the setting that it takes its contact from."""

import datetime
import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from edition.addresses import Site
from edition.contact import check_contact, security_txt
from edition.faults import WrongSetting
from edition.html import Renderer
from edition.records import Both

BUILT = datetime.datetime(2026, 2, 28, 12, 0, tzinfo=datetime.timezone.utc)
SITE = Site(Both(zh="读本", en="An edition"), "https://example.org/paper/")


def fields(text):
    """Fields of a security.txt by name; a line that is neither a field, a comment nor empty is refused (section 4)."""
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, value = re.fullmatch(r"([A-Za-z-]+): (\S.*)", line).groups()
            found.setdefault(name.lower(), []).append(value)
    return found


@pytest.mark.parametrize("contact", ["", "mailto:errors@example.org", "https://example.org/issues"])
def test_security_txt(contact):
    """2.5: a Contact by URI; one Expires, ahead by less than a year; one list of languages; its own address, by https."""
    read = fields(security_txt(SITE, contact, BUILT))
    assert read["contact"] == [contact or "https://example.org/paper/about/#corrections"]
    [expires] = [datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%S%z") for value in read["expires"]]
    assert BUILT < expires < BUILT.replace(year=2027)
    assert read["preferred-languages"] == ["zh, en"]
    assert read["canonical"] == ["https://example.org/paper/.well-known/security.txt"]
    assert all(
        urlsplit(value).scheme in ("https", "mailto") for name in ("contact", "canonical") for value in read[name]
    )


@pytest.mark.parametrize(
    "contact", ["errors@example.org", "http://example.org/", "mailto:nobody", "javascript:alert(1)", "https://a b"]
)
def test_no_address_is_refused(contact):
    """What a mail program or a browser could not use is said, with what would be right."""
    with pytest.raises(WrongSetting, match="mailto:name@host or https://"):
        check_contact(contact)


@pytest.mark.parametrize("contact", ["", "mailto:errors@example.org", "https://example.org/issues"])
def test_an_address_is_accepted(contact):
    """No contact is one too: the site says how to report an error."""
    check_contact(contact)


@pytest.mark.parametrize(
    "contact, said", [("mailto:errors@example.org", "errors@example.org"), ("https://example.org/i", None)]
)
def test_the_about_page_names_the_contact(edition, contact, said):
    """A link to the contact, said as people write it."""
    page = BeautifulSoup(Renderer(edition, "en", str, "").page("contact", contact=contact), "html.parser")
    assert (page.a["href"], page.a.text) == (contact, said or contact)


def test_without_a_contact_nothing_is_named(edition):
    """No empty sentence."""
    assert not Renderer(edition, "zh", str, "").page("contact", contact="").strip()
