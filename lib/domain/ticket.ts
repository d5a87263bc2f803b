import { tidy } from "./action-item";

/** What trackers call a ticket, by what its address looks like. */
const TRACKERS: [host: RegExp, path: RegExp, key: (parts: string[]) => string][] = [
  [/^linear\.app$/, /^\/[^/]+\/issue\/([a-z][a-z0-9]*-\d+)(?:\/|$)/i, ([key = ""]) => upper(key)],
  [/github/, /^\/([^/]+\/[^/]+)\/(?:issues|pull)\/(\d+)/, ([name, number]) => `${name}#${number}`],
  [/./, /^\/(.+)\/-\/(?:issues|work_items)\/(\d+)/, ([name, number]) => `${name}#${number}`],
  [/./, /^\/(.+)\/-\/merge_requests\/(\d+)/, ([name, number]) => `${name}!${number}`],
  [/./, /\/browse\/([a-z][a-z0-9_]*-\d+)$/i, ([key = ""]) => upper(key)],
  [/./, /\/issues?\/([a-z][a-z0-9_]*-\d+)(?:\/|$)/i, ([key = ""]) => upper(key)],
];

const JIRA_KEY = /^[A-Z][A-Z0-9_]*-\d+$/;

/** The key that a ticket's address names: of Jira, GitHub, GitLab or Linear, on whatever host they run. */
export function ticketKeyOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, searchParams } = new URL(address);
  const selected = searchParams.get("selectedIssue")?.toUpperCase() ?? "";
  if (JIRA_KEY.test(selected)) return selected;

  for (const [host, path, keyOf] of TRACKERS) {
    const parts = host.test(hostname) ? path.exec(decoded(pathname)) : null;
    if (parts) return keyOf(parts.slice(1));
  }
  return undefined;
}

const upper = (key: string) => key.toUpperCase();

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** How an item's history keeps its ticket: `OPS-123 https://…`. */
export function writtenTicket(url: string | null, key: string | null): string | null {
  return tidy(`${key ?? ""} ${url ?? ""}`) || null;
}

/** What a ticket's link is called: its key, or else the host that has it. */
export function ticketName(url: string, key: string | null): string {
  return key ?? (URL.canParse(url) ? new URL(url).host : url);
}
