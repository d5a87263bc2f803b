import { env } from "@/lib/env";
import { doUpkeep } from "../operation/upkeep";
import type { Io } from "./records";

/** Does what is due of backups, trying them out, checks and forgetting. */
export async function runUpkeep(args: string[], { out, err }: Io): Promise<number> {
  if (args.length > 0) {
    err("Usage: muster upkeep");
    return 2;
  }
  return doUpkeep(env(), Date.now(), out) ? 0 : 1;
}
