const MOST_BYTES = 10 * 1024 * 1024;

/** What forbids a record's file of this size. */
export function sizeProblem(bytes: number): string | undefined {
  if (bytes <= MOST_BYTES) return undefined;
  const [size, most] = [bytes, MOST_BYTES].map((count) => count.toLocaleString("en"));
  return `The file has ${size} bytes; a record has at most ${most} (10 MB).`;
}
