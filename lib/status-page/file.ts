/** How shared caches may treat a file, and which headers it bears. */
export const FILE_KINDS = ["page", "data", "asset"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file of the public site. */
export type SiteFile = {
  /** Below the page's address, without a slash at the beginning; the page itself is "". */
  path: string;
  /** Its media type, with the character set. */
  type: string;
  kind: FileKind;
  /** The answer's status, where it is not 200. */
  status?: number;
  /** What the answer says of other forms of it. */
  link?: string;
  /** Whether pages of other sites may show it within themselves. */
  isEmbeddable?: boolean;
  /** Its text; of a picture, its bytes in base64. */
  body: string;
  encoding?: "base64";
};

/** What is sent of a file. */
export const bytesOf = ({ body, encoding }: Pick<SiteFile, "body" | "encoding">) =>
  Buffer.from(body, encoding ?? "utf8");

/** A file that programs read. */
export const dataFile = (path: string, type: string, body: string): SiteFile => ({
  path,
  type,
  kind: "data",
  body,
});

export const TYPES = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
  calendar: "text/calendar; charset=utf-8",
  markdown: "text/markdown; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  css: "text/css; charset=utf-8",
  script: "text/javascript; charset=utf-8",
  text: "text/plain; charset=utf-8",
  xml: "application/xml; charset=utf-8",
} as const;
