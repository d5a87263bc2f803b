import type { IncomingMessage, ServerResponse } from "node:http";
import type { PublishedFile } from "./publisher.mjs";

export function makePublicFiles(transportHeaders: Record<string, string>): {
  replace: (files: PublishedFile[]) => void;
  answer: (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string | undefined,
  ) => void;
};
