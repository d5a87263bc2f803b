import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(".next/server", name), "utf8"));

const routes = Object.keys(z.record(z.string(), z.string()).parse(read("app-paths-manifest.json")));
const ending = (kind: "page" | "route") =>
  routes
    .filter((entry) => entry.endsWith(`/${kind}`))
    .map((entry) => entry.slice(0, -kind.length - 1));

/** Every page of the build and every handler, as its manifest names them. */
export const BUILT_PAGES = ending("page");
export const BUILT_HANDLERS = ending("route");

const named = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) });

/** Every action of the build: by what it is called with, its name. */
export const BUILT_ACTIONS: [id: string, name: string][] = Object.entries(
  named.parse(read("server-reference-manifest.json")).node,
).map(([id, { exportedName }]) => [id, exportedName]);
