import type { OwnServer } from "@/tests/e2e/own-server";

export type Served = { clientTimes: number[]; serverTimes: number[]; bytes: number };

const WARM_UP = 20;

/** Asks for a page time after time, one request after another: how long the answers took, at both ends. */
export async function timeServed(
  server: OwnServer,
  { path, cookie, times }: { path: string; cookie: string; times: number },
): Promise<Served> {
  const ask = async () => {
    const answer = await fetch(`${server.url}${path}`, { headers: { Cookie: cookie } });
    const body = await answer.arrayBuffer();
    if (!answer.ok || answer.redirected) throw new Error(`${path} answered ${answer.status}`);
    return body.byteLength;
  };
  let bytes = 0;
  for (let n = 0; n < WARM_UP; n += 1) bytes = await ask();

  const loggedBefore = loggedTimes(server).length;
  const clientTimes: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await ask();
    clientTimes.push(performance.now() - began);
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { clientTimes, serverTimes: loggedTimes(server).slice(loggedBefore), bytes };
}

/** What the server's log says of each request: the milliseconds from its first byte to its last. */
function loggedTimes(server: OwnServer): number[] {
  return [...server.output().matchAll(/"ms":([\d.]+)[^\n]*"msg":"request"/g)].map(([, ms]) =>
    Number(ms),
  );
}
