import { HEALTH_NAMES } from "@/lib/domain/health";
import { env } from "@/lib/env";
import { codeOf, examine } from "../operation/doctor";
import type { Io } from "./records";

/** Says how the portal stands: a line for each thing that was looked at. */
export async function runDoctor(args: string[], { out, err }: Io): Promise<number> {
  const isJson = args.join(" ") === "--json";
  if (args.length > 0 && !isJson) {
    err("Usage: muster doctor [--json]");
    return 2;
  }
  const report = examine(env(), Date.now());
  if (isJson) out(JSON.stringify(report, null, 2));
  else {
    for (const { check, state, says } of report.findings) {
      out(`${HEALTH_NAMES[state].padEnd(15)}\t${check}: ${says}`);
    }
  }
  return codeOf(report);
}
