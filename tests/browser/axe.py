"""What axe finds on a page: every rule in light, those about colour in dark too."""

from axe_playwright_python.sync_playwright import Axe

COLOUR = ["color-contrast", "link-in-text-block"]
# Off by default in axe because they are new or strict; but for p-as-heading (the title in a caption is no heading) and
# those of level AAA.
STRICT = [
    "target-size",
    "css-orientation-lock",
    "focus-order-semantics",
    "label-content-name-mismatch",
    "table-fake-caption",
    "td-has-header",
]
# The colours of a row are those of the rows before it: axe is slow at them, so it sees the first of each group, and what is
# gone to or opened.
SHORTEN = """() => {
    for (const [kind, most] of [['tbody > tr', 12], ['.paragraph', 4], ['.entry', 4], ['.concordance > li', 4]]) {
        const groups = Map.groupBy(document.querySelectorAll(`main ${kind}`), (one) => one.parentElement);
        for (const group of groups.values())
            for (const one of group.slice(most)) if (!one.matches(':target, :has([open])')) one.hidden = true;
    }
}"""


def violations(page, part=None):
    """The rules that a page breaks, or a part of it by a selector, each with its places; afterwards the page is in dark and
    shortened. No style has other colours in Chinese, so they are looked at in English alone."""
    strict = {rule: {"enabled": True} for rule in STRICT}
    slow = {rule: {"enabled": False} for rule in COLOUR}
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = run(page, "any", part, rules=strict | slow)
    if page.locator("html").get_attribute("lang") != "en":
        return found
    page.evaluate(SHORTEN)
    found += run(page, "light", part, runOnly=COLOUR)
    page.emulate_media(color_scheme="dark")
    return found + run(page, "dark", part, runOnly=COLOUR)


def run(page, scheme, part=None, **options):
    """The violations as (scheme, rule, place, what to do)."""
    found = Axe().run(page, part, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [
        (scheme, rule["id"], node["target"], node["failureSummary"], node["html"][:200])
        for rule in found
        for node in rule["nodes"]
    ]
