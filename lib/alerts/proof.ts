import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import {
  GRAFANA_SIGNATURE,
  type Proof,
  type SourceKind,
  type SourceSettings,
} from "@/lib/domain/alerts/source";

const MINUTE = 60_000;
const STALE_AFTER = 5 * MINUTE;

type Sent = { headers: Headers; body: Buffer };
type Known = {
  kind: SourceKind;
  proof: Proof;
  settings: SourceSettings;
  /** The secrets that count, the newest first. */
  secrets: string[];
};

/** Why a delivery is not shown to be its source's; `undefined` where it is. */
export function proofProblem(source: Known, sent: Sent, now: number): string | undefined {
  const { proof, secrets, settings } = source;
  if (proof === "none") return undefined;
  if (proof === "signature") return signatureProblem(source, sent, now);
  const given = sent.headers.get("authorization") ?? "";
  const wanted = secrets.map((secret) =>
    proof === "bearer" ? `Bearer ${secret}` : `Basic ${base64(`${settings.user ?? ""}:${secret}`)}`,
  );
  if (isOneOf(given, wanted)) return undefined;
  return given === "" ? "It brings no Authorization." : "Its Authorization is a wrong one.";
}

function signatureProblem(source: Known, sent: Sent, now: number): string | undefined {
  const signed = SIGNED[source.kind]?.(sent, source.settings);
  if (!signed) return "It is not signed.";
  if (signed.stamp !== undefined && !isFresh(signed.stamp, now)) {
    return "Its signature is older than five minutes, or from the future.";
  }
  const wanted = source.secrets.map((secret) =>
    createHmac("sha256", signed.keyOf?.(secret) ?? secret)
      .update(signed.head)
      .update(sent.body)
      .digest(signed.as),
  );
  const isRight = signed.signatures.some((signature) => isOneOf(signature, wanted));
  return isRight ? undefined : "Its signature is a wrong one.";
}

type Signed = {
  signatures: string[];
  /** What is signed before the body. */
  head: string;
  as: "hex" | "base64";
  /** In seconds since 1970. */
  stamp?: string;
  keyOf?: (secret: string) => Buffer;
};

const SIGNED: Partial<
  Record<SourceKind, (sent: Sent, settings: SourceSettings) => Signed | undefined>
> = {
  pagerduty: ({ headers }) => {
    const signatures = signaturesIn(headers.get("x-pagerduty-signature"), /^v1=/);
    return signatures && { signatures, head: "", as: "hex" };
  },
  sentry: ({ headers }) => {
    const signatures = signaturesIn(headers.get("sentry-hook-signature"), /^/);
    return signatures && { signatures, head: "", as: "hex" };
  },
  grafana: ({ headers }, { signatureHeader = GRAFANA_SIGNATURE, stampHeader }) => {
    const signatures = signaturesIn(headers.get(signatureHeader), /^/);
    if (!signatures) return undefined;
    if (stampHeader === undefined) return { signatures, head: "", as: "hex" };
    const stamp = headers.get(stampHeader) ?? "";
    return { signatures, head: `${stamp}:`, as: "hex", stamp };
  },
  json: ({ headers }) => {
    const stamp = headers.get("webhook-timestamp") ?? "";
    const signatures = signaturesIn(headers.get("webhook-signature"), /^v1,/, " ");
    const head = `${headers.get("webhook-id") ?? ""}.${stamp}.`;
    return signatures && { signatures, head, as: "base64", stamp, keyOf: standardKey };
  },
};

const MOST_SIGNATURES = 10;

function signaturesIn(header: string | null, start: RegExp, between = ","): string[] | undefined {
  if (header === null) return undefined;
  return header
    .split(between, MOST_SIGNATURES)
    .map((part) => part.trim())
    .filter((part) => start.test(part))
    .map((part) => part.replace(start, ""));
}

/** Secrets of standardwebhooks.com are bytes in base64 behind `whsec_`. */
const standardKey = (secret: string) =>
  secret.startsWith("whsec_")
    ? Buffer.from(secret.slice("whsec_".length), "base64")
    : Buffer.from(secret);

const isFresh = (stamp: string, now: number) =>
  /^\d{1,12}$/.test(stamp) && Math.abs(now - Number(stamp) * 1000) <= STALE_AFTER;

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** Compares with each of them to the end, so that how long it takes tells nothing. */
function isOneOf(given: string, wanted: string[]): boolean {
  const matches = wanted.filter((each) => timingSafeEqual(digest(given), digest(each)));
  return matches.length > 0;
}

const digest = (text: string) => createHash("sha256").update(text).digest();
