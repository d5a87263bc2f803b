import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { askOutside, wholeOf } from "@/lib/outgoing/ask";
import { PROBLEM_TYPE } from "@/lib/api/problem";
import { problemShape, Refused, type Asked, type Answered, type Portal } from "./portal";

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_WAITS = 5;

export type Address = { url: string; token: string };

/** Where MUSTER_URL and MUSTER_TOKEN say that the portal is; nothing where the database is to be opened here. */
export function portalAddress(given: NodeJS.ProcessEnv): Address | undefined {
  const { MUSTER_URL: url = "", MUSTER_TOKEN: token = "" } = given;
  if (url === "") return undefined;
  const isAddress = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isAddress) throw new Error(`MUSTER_URL is not an http or https address: ${url}`);
  if (token === "") {
    throw new Error(
      "MUSTER_TOKEN is missing, which MUSTER_URL needs: make one under Your account.",
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Error("MUSTER_TOKEN is not a token.");
  return { url: url.replace(/\/+$/, ""), token };
}

/** A portal that runs elsewhere, asked over its API as the token's owner. */
export function remotePortal({ url, token }: Address): Portal {
  return async (asked) => {
    const key = randomUUID();
    for (let waits = 0; ; waits += 1) {
      const response = await send({ url, token, key }, asked);
      const seconds = Number(response.headers["retry-after"] ?? 1);
      if (response.statusCode !== 429 || waits === MOST_WAITS) return answerOf(url, response);
      response.resume();
      await wait(Math.min(seconds, 60) * 1000);
    }
  };
}

async function send({ url, token, key }: Address & { key: string }, asked: Asked) {
  const { method, path, body, ifMatch } = asked;
  const headers = {
    authorization: `Bearer ${token}`,
    accept: "application/json",
    ...(body !== undefined && { "content-type": "application/json" }),
    ...(method === "POST" && { "idempotency-key": key }),
    ...(ifMatch !== undefined && { "if-match": ifMatch }),
  };
  const text = body === undefined ? "" : JSON.stringify(body);
  try {
    const address = new URL(`${url}/api/v1${path}`);
    return await askOutside(address, { method, headers, body: text }, "anywhere");
  } catch (error) {
    throw new Error(`${url} cannot be reached: ${reasonOf(error)}`, { cause: error });
  }
}

const REASONS: Record<string, string> = {
  ENOTFOUND: "its name is not known.",
  ECONNREFUSED: "nothing answers there.",
  ECONNRESET: "the connection broke.",
  ABORT_ERR: "it did not answer in time.",
};

const reasonOf = (error: unknown): string =>
  (error instanceof Error && "code" in error && REASONS[String(error.code)]) ||
  (error instanceof Error ? error.message : String(error));

async function answerOf(url: string, response: IncomingMessage): Promise<Answered> {
  const { statusCode = 0, headers } = response;
  const text = (await wholeOf(response, MOST_BYTES)).toString();
  const type = headers["content-type"] ?? "";
  if (type.startsWith(PROBLEM_TYPE)) throw new Refused(problemShape.parse(JSON.parse(text)));
  if (statusCode < 200 || statusCode > 299) {
    throw new Error(`${url} answered ${statusCode}, which is not how Muster’s API answers.`);
  }
  const isJson = type.startsWith("application/json");
  if (!isJson && text !== "") throw new Error(`${url} is not the address of a Muster portal.`);
  return { body: text === "" ? undefined : JSON.parse(text), etag: headers.etag };
}
