// Serves a public site with something of everything, as the portal does, until it is ended. `POST /later` publishes
// what came later, `POST /stale` loses the database. Prints its address.
import { createServer } from "node:http";
import { makePublicFiles } from "@/scripts/server/public-files.mjs";
import { etagOf, packed } from "@/scripts/status/packed";
import { siteFiles } from "@/scripts/status/site-files";
import { laterSite, NOW, richSite } from "./rich-site";

const files = makePublicFiles({});
const server = createServer((request, response) => {
  const [path = "", query] = (request.url ?? "").split("?");
  if (request.method === "POST") {
    show(path);
    response.end();
  } else files.answer(request, response, path.replace(/^\/status\/?/, ""), query);
});

function show(which: string): void {
  const address = server.address();
  if (typeof address === "string" || !address) throw new Error("The server has no port.");
  const url = `http://127.0.0.1:${address.port}/status`;
  const site = which === "/later" ? laterSite(url) : richSite(url);
  const staleSince = which === "/stale" ? NOW - 12 * 60_000 : undefined;
  const changed = siteFiles(site, { now: NOW, staleSince }).map((file) =>
    packed(file, { etag: etagOf(file), now: NOW, isCold: true }),
  );
  files.replace({ removed: [], changed, isWhole: true });
  if (which === "") process.stdout.write(`${url}\n`);
}

server.listen(0, "127.0.0.1", () => show(""));
