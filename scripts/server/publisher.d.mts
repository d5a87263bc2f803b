/** A file as the publisher sends it. */
export type PublishedFile = {
  path: string;
  type: string;
  kind: string;
  status?: number;
  etag: string;
  changedAt: number;
  identity: Uint8Array;
  br: Uint8Array;
  gzip: Uint8Array;
};

export function startPublisher(
  given: { dataDir: string; url: string },
  onFiles: (files: PublishedFile[]) => void,
  onError: (error: Error) => void,
): { end: () => Promise<number> };
