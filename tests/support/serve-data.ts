import { once } from "node:events";
import { createServer } from "node:http";
import type { Site } from "@/lib/domain/site";
import { dataFiles } from "@/lib/status-page/files";
import { makePublicFiles } from "@/scripts/server/public-files.mjs";
import { answerOther } from "@/scripts/server/public-methods.mjs";
import { etagOf, packed } from "@/scripts/status/packed";

/** Serves what programs read of a public site, from a port of its own, as the portal does. */
export async function serveData() {
  const files = makePublicFiles({});
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const [path = "", query] = (request.url ?? "").slice(1).split("?");
    if (request.method === "GET" || request.method === "HEAD") {
      files.answer(request, response, path, query);
    } else answerOther(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address === "string" || !address) throw new Error("The server has no port.");
  let paths: string[] = [];
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** Replaces all that is served; the site's own address has to be the server's. */
    show(site: Site, now: number, staleSince?: number) {
      const shown = dataFiles(site, { now, staleSince });
      const changed = shown.map((file) => packed(file, { etag: etagOf(file), now, isCold: true }));
      files.replace({ removed: paths, changed, isWhole: true });
      paths = shown.map(({ path }) => path);
    },
    close: () => server.close(),
  };
}
