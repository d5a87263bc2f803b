import { LONGEST_VECTOR } from "@/lib/domain/live-text";
import { dialect } from "@/lib/postmortem-text/dialect";
import { base64Url } from "./bytes";
import { readEvents } from "./read-events";
import {
  answerOf,
  problemOf,
  UNREACHABLE,
  type Answer,
  type Stream,
  type Transport,
} from "./text-transport";

const SECOND = 1000;
/** The portal says something every 15 s. */
const LONGEST_SILENCE = 35 * SECOND;
const LONGEST_OPENING = 15 * SECOND;
const LONGEST_PUSH = 20 * SECOND;
const LONGEST_LAST = 60_000;

/** Speaks with the portal through one stream, and a request for each change. */
export function httpTransport(key: string, client: number): Transport {
  const address = `/api/postmortems/${encodeURIComponent(key)}/live`;

  function open({ vector, hear, lost }: Stream): () => void {
    const ending = new AbortController();
    let silence = setTimeout(() => ending.abort(), LONGEST_OPENING);
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => ending.abort(), LONGEST_SILENCE);
    };
    let isClosed = false;
    void read()
      .catch(() => UNREACHABLE)
      .then((problem) => {
        clearTimeout(silence);
        ending.abort();
        if (!isClosed) lost(problem);
      });

    async function read() {
      const answer = await fetch(`${address}?${question(vector)}`, {
        cache: "no-store",
        signal: ending.signal,
      });
      if (!answer.ok || !answer.body) return problemOf(answer);
      for await (const event of readEvents(answer.body)) {
        heard();
        if (isClosed) break;
        hear(event);
      }
      return UNREACHABLE;
    }

    return () => {
      isClosed = true;
      ending.abort();
    };
  }

  function question(vector: Uint8Array): URLSearchParams {
    const sv = base64Url(vector);
    return new URLSearchParams({
      client: String(client),
      dialect,
      ...(sv.length <= LONGEST_VECTOR && { sv }),
    });
  }

  function post(about: Record<string, string>, data: Uint8Array, rest: RequestInit = {}) {
    return fetch(`${address}?${new URLSearchParams(about)}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: new Uint8Array(data),
      ...rest,
    });
  }

  async function push(live: string, data: Uint8Array): Promise<Answer> {
    try {
      return await answerOf(
        await post({ live }, data, { signal: AbortSignal.timeout(LONGEST_PUSH) }),
      );
    } catch {
      return { kind: "refused", problem: UNREACHABLE };
    }
  }

  function pushLast(live: string, data: Uint8Array): void {
    if (data.length > LONGEST_LAST) return; // kept on the device
    void post({ live }, data, { keepalive: true }).catch(() => undefined);
  }

  async function point(data: Uint8Array): Promise<void> {
    await post({ client: String(client) }, data).catch(() => undefined); // the next one says it again
  }

  return { open, push, pushLast, point };
}
