import { nextContact } from "./live-store";

const TRY_AGAIN = 3000;
const GATEWAY_ERRORS = [502, 503, 504];

let isReadingAnew = false;

/** Says whether the router reads this page anew, which the reader did not ask for. */
export function readingAnew(is: boolean): void {
  isReadingAnew = is;
}

/**
 * Next's router leaves for a whole new page load where it cannot read a page from the server, and takes
 * what was typed with it. Until the portal can be reached its reads wait here instead. Writes are not
 * repeated: one that was cut off may have been heard.
 */
export function steadyFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    if (!isRouterRead(init)) return fetch(input, init);
    for (;;) {
      const answer = await tryOnce(fetch, input, init);
      if (answer) return answer;
      await nextContact(TRY_AGAIN);
    }
  };
}

function isRouterRead(init: RequestInit | undefined): boolean {
  const headers = new Headers(init?.headers);
  const method = init?.method ?? "GET";
  return method === "GET" && headers.has("RSC") && !headers.has("Next-Router-Prefetch");
}

async function tryOnce(
  fetch: typeof globalThis.fetch,
  ...[input, init]: Parameters<typeof globalThis.fetch>
): Promise<Response | undefined> {
  try {
    const answer = await fetch(input, init);
    if (GATEWAY_ERRORS.includes(answer.status)) return undefined;
    return isReadingAnew ? await whole(answer) : answer;
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    return undefined;
  }
}

/** The same answer, once all of it has come: a connection that breaks half way is then noticed in time. */
async function whole(answer: Response): Promise<Response> {
  const { status, statusText, headers, url, redirected } = answer;
  const body = await answer.arrayBuffer();
  const copy = new Response(body, { status, statusText, headers });
  return Object.defineProperties(copy, { url: { value: url }, redirected: { value: redirected } });
}
