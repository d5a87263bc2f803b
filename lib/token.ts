import { createHash, randomBytes } from "node:crypto";

/** 256 random bits that fit into an address or a cookie. */
export const makeToken = () => randomBytes(32).toString("base64url");

/** What is stored of a token: enough to recognise it, not enough to use it. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");
