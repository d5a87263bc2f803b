import { formatTime } from "@/lib/format";

/** How the text in this window stands to the one that the portal keeps. */
export type LiveState = {
  kind: "connecting" | "live" | "offline" | "failed";
  /** Changes that the portal has not confirmed yet. */
  pending: number;
  savedAt?: number | undefined;
  reason?: string | undefined;
  /** What an earlier visit wrote, in Markdown, where it could not be put into the text by itself. */
  orphan?: string | undefined;
};

/** What became of the text, in few words. */
export function savedText({ kind, pending, savedAt }: LiveState): string {
  if (kind === "offline") return offlineText(pending);
  if (kind === "failed") return pending > 0 ? "Not saved" : "Read only";
  if (kind === "connecting") return "Reconnecting…";
  if (pending > 0) return "Saving…";
  return savedAt === undefined ? "Saved" : `Saved ${formatTime(savedAt)}`;
}

function offlineText(pending: number): string {
  if (pending === 0) return "Offline";
  return `Offline — ${pending} ${pending === 1 ? "change" : "changes"} kept on this device`;
}
