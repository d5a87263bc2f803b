import { timingSafeEqual } from "node:crypto";
import { derivedFrom } from "@/lib/auth/seal";
import { makeToken } from "@/lib/token";

/** What a browser keeps to be known again as one in which this account signed in. It opens nothing. */
export function makeDevice(userId: number): string {
  const nonce = makeToken();
  const [mark] = marksOf(userId, nonce);
  return `${nonce}.${mark}`;
}

/** True for what was made for this account. */
export function isDeviceOf(device: string | undefined, userId: number): device is string {
  const [nonce = "", mark = ""] = (device ?? "").split(".");
  return marksOf(userId, nonce).some((right) => isSame(right, mark));
}

const marksOf = (userId: number, nonce: string) => derivedFrom(`${userId} ${nonce}`, "device");

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
