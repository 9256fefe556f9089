"""Gets the programs that judge the downloads, on Debian as root; elsewhere the tests that need one say what to install."""

from __future__ import annotations

import os
import shutil
import subprocess

PACKAGES = {"pdftotext": "poppler-utils", "java": "default-jre-headless"}

if __name__ == "__main__":
    missing = [package for program, package in PACKAGES.items() if not shutil.which(program)]
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", *missing], stdout=subprocess.DEVNULL, check=False)
