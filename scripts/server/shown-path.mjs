/** Addresses that hold a secret, and what the log shows of them. */
const SECRETS = [
  [/^\/+s\/(?!view\/|plain\.css$).*/is, "/s/[token]"],
  [/^\/+status\/subscribe\/[^/]+/is, "/status/subscribe/[token]"],
  [/^\/+api\/(hooks|webhooks)\/([a-z0-9-]{1,30})\/.*/is, "/api/$1/$2/[key]"],
  [/^\/+api\/(hooks|webhooks)\/.*/is, "/api/$1/[key]"],
];

/** The path without its query, and of a link that opens something without its token. */
export function shownPath(url) {
  try {
    const path = decodeURIComponent(url.split("?", 1)[0]);
    const [pattern, shown] = SECRETS.find(([secret]) => secret.test(path)) ?? [/^$/, ""];
    return path.replace(pattern, shown);
  } catch {
    return "[malformed]";
  }
}
