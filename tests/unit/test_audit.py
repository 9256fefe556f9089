"""What is made of the answers of pip-audit, in the form in which it gives them (2.10)."""

import json

import pytest

from audit import verdict

CLEAN = {"name": "mkdocs", "version": "1.6.1", "vulns": []}
VULNERABLE = {
    "name": "lxml",
    "version": "4.6.2",
    "vulns": [{"id": "PYSEC-2021-19", "fix_versions": ["4.6.3"], "aliases": []}],
}
UNKNOWN = {"name": "lxml", "skip_reason": "Dependency not found on PyPI and could not be audited: lxml (4.6.2)"}
LOST = "Traceback …\nrequests.exceptions.ConnectionError: Max retries exceeded with url: /pypi/lxml/4.6.2/json"
CAUGHT = "ERROR:pip_audit._cli:Could not connect to PyPI's vulnerability feed"
MALFORMED = "ERROR:pip_audit._cli:requirement foo==1 does not contain a hash"


def answer(*dependencies):
    """Standard output and standard error of a run that had an answer."""
    return json.dumps({"dependencies": dependencies, "fixes": []}), "No known vulnerabilities found"


@pytest.mark.parametrize(
    "run, status, said",
    [
        (answer(CLEAN), 0, "no known vulnerability in 1 packages"),
        (answer(CLEAN, VULNERABLE), 1, "lxml 4.6.2: PYSEC-2021-19; fixed in 4.6.3"),
        (answer(CLEAN, UNKNOWN), 0, "NOT AUDITED, the advisory service knows nothing of 1 of 2 packages: lxml"),
        (answer(VULNERABLE, UNKNOWN), 1, "NOT AUDITED"),
        (("", LOST), 0, "NOT AUDITED, the advisory service could not be reached"),
        (("", CAUGHT), 0, "NOT AUDITED, the advisory service could not be reached"),
        (("", MALFORMED), 2, "pip-audit failed"),
        (("", ""), 2, "no answer"),
    ],
)
def test_verdict(run, status, said):
    """Red for a vulnerability alone; nothing that was not audited passes for clean."""
    found, lines = verdict(*run)
    assert found == status and said in "\n".join(lines)
    assert ("no known" in "\n".join(lines)) == (said.startswith("no known"))
