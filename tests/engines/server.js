// Serves a built site in a folder of a host, and puts in-page.js at the head of each page: what journeys ask of a page,
// and what it reports of things that go wrong, which not every driver hears of.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const BELOW = "/edition";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
};
const IN_PAGE = readFileSync(new URL("in-page.js", import.meta.url));

/** {address, trouble, close}: trouble is a list that fills. */
export async function serve(site) {
  const trouble = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const send = (type, body, status = 200) =>
      response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
    if (pathname === "/-in-page.js") return send(TYPES[".js"], IN_PAGE);
    if (pathname === "/-empty") return send(TYPES[".html"], "<!doctype html><title>empty</title>");
    if (pathname === "/-trouble")
      return void request.on("data", (text) => trouble.push(String(text))).on("end", () => send("text/plain", ""));
    if (!pathname.startsWith(`${BELOW}/`)) return send("text/plain", "not here", 404);
    let file = normalize(join(site, decodeURIComponent(pathname.slice(BELOW.length))));
    if (existsSync(file) && statSync(file).isDirectory()) {
      if (!pathname.endsWith("/")) return response.writeHead(301, { Location: `${pathname}/` }).end();
      file = join(file, "index.html");
    }
    if (!existsSync(file)) {
      trouble.push(`${pathname} is asked for and is not there`);
      return send("text/plain", "not here", 404);
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    if (extname(file) === ".html")
      return send(type, readFileSync(file, "utf8").replace("<head>", '<head><script src="/-in-page.js"></script>'));
    response.writeHead(200, { "Content-Type": type, "Cache-Control": "max-age=60" });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const host = `http://127.0.0.1:${server.address().port}`;
  return { empty: `${host}/-empty`, address: `${host}${BELOW}`, trouble, close: () => server.close() };
}
