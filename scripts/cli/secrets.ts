import { rotateSecrets } from "@/db/mutations/secrets";
import { env } from "@/lib/env";
import type { Io } from "./records";

/** Puts new secrets in place of those of the data folder. */
export async function runSecrets(args: string[], { out, err }: Io): Promise<number> {
  if (args.join(" ") !== "rotate") {
    err("Usage: muster secrets rotate");
    return 2;
  }
  const { factors, sessions, links } = rotateSecrets("command line", env().dataDir);
  out("The secrets are new, also for a portal that is running.");
  out(`Sessions ended: ${sessions}. Invitations and links to new passwords ended: ${links}.`);
  out(`Second factors sealed anew: ${factors}. Apps and recovery codes go on working.`);
  out(
    "The audit record’s older keys stay in secrets.json: its older entries are checked with them.",
  );
  return 0;
}
