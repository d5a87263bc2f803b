import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { bytesOf, type SiteFile } from "@/lib/status-page/file";

/** A file as it is answered, in the encodings that are worth it. */
export type PackedFile = Omit<SiteFile, "body" | "encoding"> & {
  etag: string;
  changedAt: number;
  /** How many bytes it has without an encoding. */
  size: number;
  /** Missing where it is kept in gzip alone. */
  identity?: Uint8Array<ArrayBuffer>;
  br?: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
};

/** Two thirds of a millisecond for a page, where 11 takes a hundred for an eighth less. */
const QUALITY = 8;
const PACKED_ALREADY = /^image\/(?!svg)/;

export const etagOf = ({ type, body }: SiteFile): string =>
  createHash("sha256").update(`${type}\n${body}`).digest("base64url").slice(0, 22);

export type Packing = { etag: string; now: number; isCold: boolean };

/** Old news is kept in one encoding, from which the other is made when somebody asks. */
export function packed(
  { body, encoding, ...file }: SiteFile,
  { etag, now, isCold }: Packing,
): PackedFile {
  const bytes = bytesOf({ body, encoding });
  const shared = { ...file, etag, changedAt: now, size: bytes.length };
  if (PACKED_ALREADY.test(file.type)) return { ...shared, identity: Uint8Array.from(bytes) };
  const gzip = Uint8Array.from(gzipSync(bytes));
  if (isCold) return { ...shared, gzip };
  return { ...shared, identity: Uint8Array.from(bytes), br: brotli(bytes), gzip };
}

function brotli(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return Uint8Array.from(brotliCompressSync(bytes, { params }));
}
