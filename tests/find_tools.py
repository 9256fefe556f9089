"""Gets the programs that judge pages and downloads and serve the site, of Debian as root and of npm; else tests say what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

PACKAGES = {
    "pdftotext": "poppler-utils",
    "java": "default-jre-headless",
    "nginx": "nginx-light",
    "npm": "npm",
}
NPM = Path(__file__).parent  # the folder of package.json
NOT_STARTED = {"SYSTEMD_OFFLINE": "1", "RUNLEVEL": "1"}  # the tests start the servers; nothing else shall


def is_old(folder: Path) -> bool:
    """Whether what is installed in a folder is not what its lock file says now."""
    installed = folder / "node_modules/.package-lock.json"
    return not installed.exists() or installed.stat().st_mtime < (folder / "package-lock.json").stat().st_mtime


if __name__ == "__main__":
    missing = [
        package for program, package in PACKAGES.items() if not (shutil.which(program) or Path(program).exists())
    ]
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", *missing],
            stdout=subprocess.DEVNULL,
            check=False,
            env={**os.environ, **NOT_STARTED},
        )
    if shutil.which("npm") and is_old(NPM):
        command = ["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]  # scripts would fetch a Java
        subprocess.run(command, cwd=NPM, check=False)
