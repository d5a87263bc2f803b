import type { IncomingMessage, ServerResponse } from "node:http";
import type { Change } from "@/scripts/status/press";

export function makePublicFiles(transportHeaders: Record<string, string>): {
  replace: (change: Change) => void;
  stand: (standing: { staleSince: number | undefined }) => void;
  answer: (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string | undefined,
  ) => void;
};
