import { createHmac } from "node:crypto";

type Signed = { id: string; body: string; at: number };

/**
 * The headers by which a receiver knows that a webhook is ours and new, as standardwebhooks.com has them:
 * HMAC-SHA256 over `id.timestamp.body`, in base64, with the bytes behind `whsec_`.
 */
export function signatureHeaders(secret: string, { id, body, at }: Signed) {
  const timestamp = String(Math.floor(at / 1000));
  const mac = createHmac("sha256", Buffer.from(secret, "base64url"))
    .update(`${id}.${timestamp}.${body}`)
    .digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${mac}`,
  };
}

/** A secret as receivers' libraries take it. */
export const shownSecret = (secret: string): string =>
  `whsec_${Buffer.from(secret, "base64url").toString("base64")}`;
