"""How long a reader on a slow line waits for the first hit, for the search benchmark.

Lighthouse's slow 4G (1.6 Mbit/s down, 750 kbit/s up, 150 ms) and a processor four times slower, nothing cached, text
compressed by brotli as a host does it (server.py). Chromium slows neither the processor of a worker nor the script it starts with,
only what a worker fetches; all three engines have one. HTTP/1.1: six requests at a time, where a host has HTTP/2.
"""

from __future__ import annotations

import json
import statistics

SECTION, QUERY, TIMES = "/paper/1-2-mitigation/", "清洁能源", 5
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
# Asks as soon as the page can be asked; %s is the engine's function, true when the first result is there.
ASK = """(() => {
  const first = %s;
  const step = () => first(%s)
    ? requestAnimationFrame(() => setTimeout(() => (window.firstHit = performance.now())))
    : setTimeout(step, 20);
  step();
})()"""


def first_hit(browser, base: str, first: str) -> list[float]:
    """Milliseconds from navigation to the first visible result, each time with an empty cache."""
    waits = []
    for _ in range(TIMES):
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", LINE)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.add_init_script(ASK % (first, json.dumps(QUERY)))
        page.goto(base + SECTION, wait_until="commit")
        page.wait_for_function("window.firstHit", timeout=60_000)
        waits.append(page.evaluate("window.firstHit"))
        context.close()
    return waits


def report_line(name: str, waits: list[float]) -> None:
    """One line of figures."""
    print(
        f"{name:13} first hit on a slow line: median {statistics.median(waits) / 1000:.2f} s "
        f"({min(waits) / 1000:.2f}-{max(waits) / 1000:.2f}, n {len(waits)}; slow 4G, processor / 4)"
    )
