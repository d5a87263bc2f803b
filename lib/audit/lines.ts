import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";

const CHUNK = 64 * 1024;

/** A file's lines, read as they are asked for, so that it may be larger than the memory. */
export function* linesOf(path: string): Generator<string> {
  const file = openSync(path, "r");
  try {
    const decoder = new StringDecoder("utf8");
    const bytes = Buffer.alloc(CHUNK);
    let rest = "";
    for (let size = readSync(file, bytes); size > 0; size = readSync(file, bytes)) {
      const lines = (rest + decoder.write(bytes.subarray(0, size))).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    rest += decoder.end();
    if (rest !== "") yield rest;
  } finally {
    closeSync(file);
  }
}
