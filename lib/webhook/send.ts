import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import type { Outcome } from "@/lib/domain/outbox";
import { ClosedNetworkError, namesClosedHost, openLookup } from "./addresses";

const LONGEST = 10_000;
const MOST_READ = 2048;

export type Delivery = { url: string; body: string; headers: Record<string, string> };
export type Answered = { outcome: Outcome; answer: string };

/**
 * Posts to an address: no redirect is followed, no more than the beginning of an answer is read, and
 * nothing inside of the operator's own network is reached unless that is allowed.
 */
export async function postWebhook(
  { url, body, headers }: Delivery,
  { allowsPrivate }: { allowsPrivate: boolean },
): Promise<Answered> {
  const target = new URL(url);
  if (!allowsPrivate && (target.protocol !== "https:" || namesClosedHost(target))) {
    return refused("Its address is not on the open internet.");
  }
  try {
    const { status, answer } = await post(target, body, headers, allowsPrivate);
    return { outcome: outcomeOf(status), answer };
  } catch (error) {
    if (error instanceof ClosedNetworkError)
      return refused("Its address is not on the open internet.");
    return { outcome: { is: "delayed", problem: wordsFor(error) }, answer: "" };
  }
}

const refused = (problem: string): Answered => ({
  outcome: { is: "refused", problem },
  answer: "",
});

function post(url: URL, body: string, headers: Record<string, string>, allowsPrivate: boolean) {
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise<{ status: number; answer: string }>((resolve, reject) => {
    const request = send(
      url,
      {
        method: "POST",
        agent: false,
        signal: AbortSignal.timeout(LONGEST),
        ...(!allowsPrivate && { lookup: openLookup }),
        headers: {
          ...headers,
          "content-type": "application/json; charset=utf-8",
          "content-length": Buffer.byteLength(body),
          "user-agent": "Muster",
          "accept-encoding": "identity",
        },
      },
      (response) => {
        beginningOf(response)
          .then((answer) => resolve({ status: response.statusCode ?? 0, answer }))
          .catch(reject);
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  let text = "";
  response.setEncoding("latin1");
  for await (const part of response) {
    text += part;
    if (text.length >= MOST_READ) break; // leaving the loop ends the connection
  }
  return text.slice(0, MOST_READ);
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { is: "sent" };
  if (status === 410) return { is: "refused", problem: "It answered that it is gone (410)." };
  if (status >= 300 && status < 400) {
    return {
      is: "delayed",
      problem: `It answered with a redirect (${status}), which is not followed.`,
    };
  }
  return { is: "delayed", problem: `It answered with ${status}.` };
}

const UNREACHED: Record<string, string> = {
  ENOTFOUND: "Its name is not known.",
  EAI_AGAIN: "Its name could not be looked up.",
  ECONNREFUSED: "It refused the connection.",
  ECONNRESET: "The connection broke.",
  ABORT_ERR: "It did not answer in time.",
  ETIMEDOUT: "It did not answer in time.",
};

/** Why it was not reached, in classes: what the other side says is not repeated. */
function wordsFor(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "It did not answer in time.";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)) return "No safe connection could be made.";
  return UNREACHED[code] ?? "It could not be reached.";
}
