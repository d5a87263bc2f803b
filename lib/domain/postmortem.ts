export const MAX_POSTMORTEM_BYTES = 256 * 1024;

/** True when a text is short enough to be kept, and to be laid out. */
export function fitsPostmortem(body: string): boolean {
  return new TextEncoder().encode(body).length <= MAX_POSTMORTEM_BYTES;
}
