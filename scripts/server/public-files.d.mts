import type { IncomingMessage, ServerResponse } from "node:http";
import type { PackedFile } from "@/scripts/status/packed";
import type { Change } from "@/scripts/status/press";

export function makePublicFiles(transportHeaders: Record<string, string>): {
  replace: (change: Change) => void;
  keepZoned: (file: PackedFile) => void;
  isToMake: (path: string, zone: string) => boolean | undefined;
  stand: (standing: { staleSince: number | undefined }) => void;
  answer: (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string | undefined,
  ) => void;
};

/** The style sheets of badges, by their sums. */
export const BADGE_STYLES: string[];
