import { get } from "node:http";
import { startNginx, type Copy } from "./nginx";

/** An nginx with the same bytes of these addresses, and of all that the page among them is painted from. */
export async function mirrorOf(url: string, paths: string[], encoding: string) {
  const pages = await Promise.all(paths.map(async (path) => (await fetch(url + path)).text()));
  const linked = pages.flatMap((page) =>
    [...page.matchAll(/ (?:href|src)="(\/[^"?]+\.(?:css|svg|png|js))"/g)].map(
      ([, path = ""]) => path,
    ),
  );
  const all = [...new Set([...paths, ...linked])];
  return startNginx(await Promise.all(all.map((path) => rawAnswer(url, path, encoding))));
}

/** An answer with its bytes as they came, still compressed. */
function rawAnswer(url: string, path: string, encoding: string): Promise<Copy> {
  return new Promise((resolve, reject) => {
    const headers = { "Accept-Encoding": encoding };
    get(`${url}${path}`, { headers }, (answer) => {
      const chunks: Uint8Array[] = [];
      answer.on("error", reject).on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => {
        const said = Object.entries(answer.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]);
        resolve({ path, headers: new Headers(said), body: Buffer.concat(chunks) });
      });
    }).on("error", reject);
  });
}
