import { execFileSync } from "node:child_process";
import { startServer, type OwnServer } from "@/tests/e2e/own-server";
import { signIn } from "../measure/sign-in";
import type { Portal } from "./mix";

/** Settings under which a load is not held back by the portal's own limits. */
export const FOR_LOAD = { API_REQUESTS_PER_MINUTE: "1000000", LOG_LEVEL: "error" };

/** A portal with a token and a session of the demo's responder, for a load. */
export async function openPortal(
  settings: Record<string, string> = {},
): Promise<{ server: OwnServer; portal: Portal }> {
  const server = await startServer({ ...FOR_LOAD, ...settings });
  const token = makeToken(server.dataDir);
  return { server, portal: { url: server.url, token, cookie: await signIn(server, "responder") } };
}

function makeToken(dataDir: string): string {
  const env = { ...process.env, DATA_DIR: dataDir };
  const args = ["--import", "tsx", "scripts/load/token.ts"];
  return execFileSync(process.execPath, args, { env, encoding: "utf8" });
}
