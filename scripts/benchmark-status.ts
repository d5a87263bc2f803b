// Measures the public page of a built portal beside nginx, which serves the same bytes:
// npm run benchmark:status -- [--seconds 5] [--rounds 3] [--paints 15]
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { mirrorOf } from "./benchmark-status/mirror";
import { largestPaints } from "./benchmark-status/paint";
import { whilePublishing } from "./benchmark-status/publish";
import { withReferencePortal } from "./benchmark-status/reference-portal";
import {
  CONNECTIONS,
  ENCODING,
  HEAD,
  lineOf,
  loaded,
  sideBySide,
} from "./benchmark-status/side-by-side";

const PAGE = "/status";
const ANSWER = "/status/api/v2/summary.json";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "3" },
    paints: { type: "string", default: "15" },
  },
});
const seconds = Number(values.seconds);
const print = (line: string) => process.stdout.write(`${line}\n`);

await withReferencePortal(async (portal) => {
  const nginx = await mirrorOf(portal.url, [PAGE, ANSWER], ENCODING);
  try {
    await measure({ pid: portal.process.pid ?? 0, url: portal.url }, nginx);
  } finally {
    await nginx.stop();
  }
});

type Server = { pid: number; url: string };

async function measure(own: Server, nginx: Server): Promise<void> {
  print(
    `${cpus().length} cores, Node ${process.version}, ${CONNECTIONS} connections, ${seconds} s each.\n\n${HEAD}`,
  );
  const cases = [
    { name: "Muster, page", path: PAGE, ...own },
    { name: "nginx, the same bytes", path: PAGE, ...nginx },
    { name: "Muster, summary.json", path: ANSWER, ...own },
    { name: "nginx, the same bytes", path: ANSWER, ...nginx },
  ];
  const measured = await sideBySide(cases, { seconds, rounds: Number(values.rounds) });
  for (const [index, one] of measured.entries()) print(lineOf(cases[index]?.name ?? "", one));

  for (const one of cases.filter(({ pid }) => pid === own.pid)) {
    const result = await whilePublishing(() => loaded(one, seconds));
    print(lineOf(`${one.name}, an update every second`, result));
  }

  const [page = 0, itsBytes = 0, answer = 0, itsCopy = 0] = measured.map(({ work }) => work);
  print(
    `\nProcessor time in multiples of nginx's: page ${(page / itsBytes).toFixed(1)}, summary.json ${(answer / itsCopy).toFixed(1)}`,
  );
  const [ours = 0, theirs = 0] = await largestPaints(
    [own, nginx].map(({ url }) => url + PAGE),
    Number(values.paints),
  );
  print(
    `Largest paint, processor four times slower: ${Math.round(ours)} ms, from nginx ${Math.round(theirs)} ms, ${(ours / theirs).toFixed(2)} times`,
  );
  const load = loadavg().map((n) => n.toFixed(1));
  print(`Load average over 1, 5 and 15 minutes: ${load.join(", ")}`);
}
