import { nextContact } from "./live-store";

const TRY_AGAIN = 3000;
const GATEWAY_ERRORS = [502, 503, 504];
const JUST_NOW = 2000;

let isReadingAnew = false;
let writes = { open: 0, lastAnswer: -Infinity };

/** True while this page sends something, and for a moment after: the answer brings the page anew. */
export const writesNow = () => writes.open > 0 || Date.now() - writes.lastAnswer < JUST_NOW;

/** Says whether the router reads this page anew, which the reader did not ask for. */
export function readingAnew(is: boolean): void {
  isReadingAnew = is;
}

/**
 * What Next's router fetches, on a page that stays open.
 *
 * - It leaves for a whole new page load where it cannot read a page from the server, and takes what was
 *   typed with it. Until the portal can be reached its reads wait here instead.
 * - It leaves for the sign-in page where the session is over. What nobody asked for waits until there is one again.
 * - Each time a page is read anew it would ask ahead for every link in sight. No page of the portal can be
 *   made ahead, so nothing is asked.
 * - Writes are not repeated: one that was cut off may have been heard.
 */
export function steadyFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    if (headers.has("Next-Action")) return write(fetch(input, init));
    if (!headers.has("RSC") || (init?.method ?? "GET") !== "GET") return fetch(input, init);
    if (headers.has("Next-Router-Prefetch")) return new Response(null, { status: 204 });
    for (;;) {
      const answer = await tryOnce(fetch, input, init);
      if (answer) return answer;
      await nextContact(TRY_AGAIN);
    }
  };
}

async function write(answer: Promise<Response>): Promise<Response> {
  writes.open += 1;
  try {
    return await answer;
  } finally {
    writes = { open: writes.open - 1, lastAnswer: Date.now() };
  }
}

async function tryOnce(
  fetch: typeof globalThis.fetch,
  ...[input, init]: Parameters<typeof globalThis.fetch>
): Promise<Response | undefined> {
  try {
    const answer = await fetch(input, init);
    if (GATEWAY_ERRORS.includes(answer.status)) return undefined;
    if (isReadingAnew && isThisPage(input) && leadsToSignIn(answer)) return undefined;
    return isReadingAnew ? await whole(answer) : answer;
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    return undefined;
  }
}

const isThisPage = (input: RequestInfo | URL) =>
  new URL(input instanceof Request ? input.url : input, location.href).pathname ===
  location.pathname;

const leadsToSignIn = ({ redirected, url }: Response) =>
  redirected && new URL(url).pathname === "/login";

/** The same answer, once all of it has come: a connection that breaks half way is then noticed in time. */
async function whole(answer: Response): Promise<Response> {
  const { status, statusText, headers, url, redirected } = answer;
  const body = await answer.arrayBuffer();
  const copy = new Response(body, { status, statusText, headers });
  return Object.defineProperties(copy, { url: { value: url }, redirected: { value: redirected } });
}
