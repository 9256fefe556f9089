"""Asks PyPI's advisory service whether a pinned dependency has a known vulnerability; exits 1 if one has.

    python scripts/audit.py requirements/*.txt

Where the service cannot be reached, or does not know a package, that is said and the exit status is 0: it is no fault of
the project's, and no proof of anything either.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys

COMMAND = "-m pip_audit --require-hashes --disable-pip --format json --progress-spinner off --timeout 15 --requirement"
NO_ANSWER = re.compile(
    r"could not connect|ConnectionError|ProxyError|SSLError|Timeout|HTTPError|ServiceError", re.IGNORECASE
)


def main(files: list[str]) -> int:
    """The exit status for some lock files: the worst of them."""
    return max(map(audit, files), default=0)


def audit(file: str) -> int:
    """Ask about one lock file and say what was found."""
    done = subprocess.run([sys.executable, *COMMAND.split(), file], capture_output=True, encoding="utf-8")
    status, said = verdict(done.stdout, done.stderr)
    print(*(f"{file}: {line}" for line in said), sep="\n")
    return status


def verdict(stdout: str, stderr: str) -> tuple[int, list[str]]:
    """The exit status and what to say of one run of pip-audit, whose own status does not tell a vulnerability from a lost
    connection: 0, 1 for a vulnerability, 2 for a lock file that it cannot read."""
    if not stdout.strip():
        reason = (stderr.strip().splitlines() or ["no answer"])[-1]
        if NO_ANSWER.search(stderr):
            return 0, [f"NOT AUDITED, the advisory service could not be reached ({reason:.120}…)"]
        return 2, [f"pip-audit failed: {reason}"]
    return judged(json.loads(stdout)["dependencies"])


def judged(dependencies: list[dict]) -> tuple[int, list[str]]:
    """The exit status and what to say of an answer."""
    vulnerable = [(one, found) for one in dependencies for found in one.get("vulns", ())]
    unknown = [one["name"] for one in dependencies if "skip_reason" in one]
    said = [
        f"{one['name']} {one['version']}: {found['id']}; fixed in {', '.join(found['fix_versions']) or 'no version yet'}"
        for one, found in vulnerable
    ]
    if unknown:
        which = ": " + ", ".join(unknown) if len(unknown) < len(dependencies) else ""
        said.append(
            f"NOT AUDITED, the advisory service knows nothing of {len(unknown)} of {len(dependencies)} packages{which}"
        )
    elif not vulnerable:
        said.append(f"no known vulnerability in {len(dependencies)} packages")
    return int(bool(vulnerable)), said


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
