import type { Outcome } from "@/lib/domain/outbox";
import { ClosedNetworkError } from "@/lib/outgoing/addresses";
import { askOutside, beginningOf } from "@/lib/outgoing/ask";

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
  const type = { "content-type": "application/json; charset=utf-8" };
  const asked = { method: "POST", headers: { ...headers, ...type }, body };
  try {
    const reach = allowsPrivate ? "anywhere" : "open internet";
    const response = await askOutside(new URL(url), asked, reach);
    const answer = await beginningOf(response, MOST_READ);
    return { outcome: outcomeOf(response.statusCode ?? 0), answer };
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
