// The public half of the portal's server alone, which tests end without mercy: DATA_DIR PORT STATUS_URL.
import { createServer } from "node:http";
import { publishSite } from "../../scripts/server/public-site.mjs";

const [dataDir, port, statusUrl] = process.argv.slice(2);
const site = publishSite({ dataDir, statusUrl });
createServer((request, response) => {
  if (!site.answers(request, response)) response.writeHead(421).end();
}).listen(Number(port), "127.0.0.1");
