export const LARGEST_PICTURE = 5 * 1024 * 1024;

const EXTENSIONS = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
} as const;
export type PictureType = keyof typeof EXTENSIONS;

const SIGNATURES: readonly { type: PictureType; at: number; bytes: string }[] = [
  { type: "image/png", at: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { type: "image/jpeg", at: 0, bytes: "\xff\xd8\xff" },
  { type: "image/gif", at: 0, bytes: "GIF87a" },
  { type: "image/gif", at: 0, bytes: "GIF89a" },
  { type: "image/webp", at: 8, bytes: "WEBP" },
];

/** What kind of picture these bytes are by how they begin, whatever their file was called. */
export function pictureTypeOf(content: Uint8Array): PictureType | undefined {
  const begins = (at: number, bytes: string) =>
    [...bytes].every((byte, index) => content[at + index] === byte.charCodeAt(0));
  const found = SIGNATURES.find(({ at, bytes }) => begins(at, bytes));
  return found?.type === "image/webp" && !begins(0, "RIFF") ? undefined : found?.type;
}

const LONGEST_NAME = 60;

/** A name under which the picture can be saved anywhere: plain letters, and the ending of what it is. */
export function pictureNameOf(name: string, type: PictureType): string {
  const stem = name
    .normalize("NFKD")
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[^A-Za-z0-9_-]+/g, "-")
    .slice(0, LONGEST_NAME)
    .replaceAll(/^-+|-+$/g, "");
  return `${stem || "picture"}.${EXTENSIONS[type]}`;
}

/** A kept picture in Markdown, with what it shows in words; none for one that only decorates. */
export function pictureMarkdown(publicId: string, alt: string): string {
  const words = alt.replace(/\s+/g, " ").replace(/[\\`*_[\]<&~]/g, "\\$&");
  return `![${words}](${pictureAddress(publicId)})`;
}

export const pictureAddress = (publicId: string): string => `/files/${publicId}`;
