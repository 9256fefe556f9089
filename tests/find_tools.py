"""Gets the programs that judge pages and downloads and serve the site, of Debian as root and of npm; else tests say what
is missing. With the word “engines” it gets instead the browsers of tests/engines and what drives them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from browser.find_browser import install, is_debian_root

HERE = Path(__file__).parent
# Programs or files and their packages of Debian, and the folder with a package.json.
PAGES = {
    "pdftotext": "poppler-utils",
    "java": "default-jre-headless",
    "nginx": "nginx-light",
    "npm": "npm",
}
ENGINES = {
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
    "pdftotext": "poppler-utils",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
    "npm": "npm",
}


def is_old(folder: Path) -> bool:
    """Whether what is installed in a folder is not what its lock file says now."""
    installed = folder / "node_modules/.package-lock.json"
    return not installed.exists() or installed.stat().st_mtime < (folder / "package-lock.json").stat().st_mtime


if __name__ == "__main__":
    packages, folder = (ENGINES, HERE / "engines") if sys.argv[1:] == ["engines"] else (PAGES, HERE)
    missing = [
        package for program, package in packages.items() if not (shutil.which(program) or Path(program).exists())
    ]
    if missing and is_debian_root():
        install(*missing)
    if shutil.which("npm") and is_old(folder):
        command = ["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]  # scripts would fetch a Java
        subprocess.run(command, cwd=folder, check=False)
    if not shutil.which("npm"):
        sys.exit("Programs of npm check scripts and style sheets: install Node.js with npm, then run this again.")
