import type { Finding } from "@/lib/domain/health";
import type { Env } from "@/lib/env";

/** What the environment asks for that is fine to try out and not to run. */
export function settingsFindings({ baseUrl, onLoopback, demo, smtpUrl }: Env): Finding[] {
  const words = [
    !onLoopback && demo && "The demo is on, and other machines reach the portal: DEMO=0.",
    !onLoopback &&
      !baseUrl.startsWith("https:") &&
      "Passwords come over an open line: BASE_URL is not https.",
    smtpUrl === undefined && "Mail is written into files: SMTP_URL is not set.",
  ].filter((says) => says !== false);
  if (words.length === 0) return [{ check: "settings", state: "ok", says: "They can be used." }];
  return words.map((says) => ({ check: "settings", state: "warning", says }));
}
