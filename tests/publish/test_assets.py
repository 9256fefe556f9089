"""What pages load beside their text: one style sheet, one script and the one before it, named by their content."""

import json
import re
import shutil
from pathlib import Path

import pytest
from material import templates

from edition.faults import BrokenEdition
from edition.publish.assets import bundle, finder, folder
from edition.publish.service_worker import service_worker


@pytest.fixture
def assets(tmp_path):
    """The folder of assets of an empty project."""
    (tmp_path / "docs/assets").mkdir(parents=True)
    (tmp_path / ".browserslistrc").write_text("# why\nchrome >= 88\n")
    return tmp_path / "docs/assets"


def test_a_missing_file_is_named(tmp_path, assets):
    """A style sheet that mkdocs.yml lists, or that a page loads, and nobody wrote stops the build."""
    with pytest.raises(BrokenEdition, match="^docs/assets/nowhere.css:1: the file is missing"):
        bundle(tmp_path, ["nowhere.css"], [])
    (assets / "a.css").write_text("")
    find = finder(bundle(tmp_path, [], []))
    assert re.fullmatch(r"assets/[0-9a-f]{8}/a\.css", find("a.css"))
    with pytest.raises(BrokenEdition, match="^docs/assets/nowhere.css:1: the file is missing; a page loads it"):
        find("nowhere.css")


@pytest.mark.parametrize("name, asks", [("a.js", 'import { fold } from "./b.js";'), ("a.js", "import('b.js')"), ("a.js", 'new Worker(new URL("joined.js", import.meta.url))'), ("a.css", "p { background: url(b.png) }")])  # fmt: skip
def test_no_file_asks_for_one_that_is_not_sent(tmp_path, assets, name, asks):
    """Whether it is not there, or only joined with others; what is sent by itself may be asked for."""
    (assets / "joined.js").write_text("")
    (assets / name).write_text(f"/* why */\n{asks}\n")
    with pytest.raises(BrokenEdition, match=f"^docs/assets/{name}:2: (b.js|b.png|joined.js) is not sent by itself"):
        bundle(tmp_path, [], ["joined.js"])
    (assets / "b.js").write_text("")
    (assets / "b.png").write_bytes(b"")
    bundle(tmp_path, [], [])


def test_no_file_is_left_out_in_silence(tmp_path, assets):
    """What is of no kind that is sent stops the build, but for notes and hidden files."""
    for name in ("README.txt", ".DS_Store", "font.woff3"):
        (assets / name).write_text("")
    with pytest.raises(BrokenEdition) as broken:
        bundle(tmp_path, ["a.scss"], [])
    assert [fault.path for fault in broken.value.faults] == ["docs/assets/a.scss", "docs/assets/font.woff3"]


@pytest.mark.parametrize("other", ["b/copy.js", "page.js"])
def test_no_two_have_one_name(tmp_path, assets, other):
    """All are sent side by side: one of two would be lost in silence."""
    names = ["a/copy.js", other]
    for name in names:
        (assets / name).parent.mkdir(exist_ok=True)
        (assets / name).write_text("")
    with pytest.raises(BrokenEdition, match=f"^docs/assets/{other}:1: has the name of (a/copy.js|page.js); "):
        bundle(tmp_path, [], [])


def test_the_folder_changes_with_any_byte_and_with_nothing_else(tmp_path, assets):
    """Its name follows the content, so that a browser may keep a file for ever."""
    (assets / "a.css").write_text("p { margin: 0 }")
    (assets / "b.js").write_text("/* why */ go( 1 );")
    first = bundle(tmp_path, ["a.css"], [])
    assert first["page.css"].endswith(b"p{margin:0}") and first["b.js"] == b"go(1);"
    assert folder(dict(reversed(first.items()))) == folder(first)
    assert folder(first | {"b.js": b"go(2);"}) != folder(first)
    assert re.fullmatch(r"assets/[0-9a-f]{8}/", folder(first))


def test_nothing_of_ours_or_the_theme_is_sent_twice_or_for_nothing(site):
    """Below assets/ there are our folder and the picture of the card."""
    paths = {path.relative_to(site / "assets").as_posix() for path in (site / "assets").rglob("*") if path.is_file()}
    ours = {path for path in paths if re.match(r"[0-9a-f]{8}/", path)}
    assert paths - ours == {"card.png"}
    assert len({path.split("/")[0] for path in ours}) == 1
    assert {path.split("/", 1)[1] for path in ours} >= {
        "page.css",
        "page.js",
        "early.js",
        "search-worker.js",
        "icon.png",
    }


def test_a_page_that_changes_is_news_for_those_who_keep_the_edition(site, tmp_path):
    """The kept files are every page, and the version follows them; what is not kept is no news."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    first = (copy / "service-worker.js").read_text(encoding="utf-8")
    source = first.split("\n", 1)[1]
    kept = json.loads(re.search(r"EDITION = (.*);", first)[1])["files"]
    pages = {path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html")}
    assert pages <= set(kept)
    (copy / "downloads/paper.zh.pdf").write_bytes(b"%PDF")
    assert service_worker(copy, source) == first
    (copy / "index.html").write_text("changed")
    assert service_worker(copy, source) != first


MD = re.compile(r"md-[\w-]+")


def test_the_theme_gives_what_pages_use_of_it_and_no_more(site):
    """Every class of the theme's that an element of a page has keeps its rules; the theme's other classes have none."""
    theme = next((Path(templates.__file__).parent / "assets/stylesheets").glob("main.*.css")).read_text()
    named = {
        name
        for path in site.rglob("*.html")
        for classes in re.findall(r'class="([^"]*)"', path.read_text())
        for name in MD.findall(classes)
    }
    kept = {name[1:] for name in re.findall(r"\.md-[\w-]+", next(site.glob("assets/*/page.css")).read_text())}
    known = {name[1:] for name in re.findall(r"\.md-[\w-]+", theme)}
    assert named & known - kept == set()
    assert kept & known - named - {"md-icon"} == set()
