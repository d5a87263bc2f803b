import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/tests/e2e/own-server";

export type Copy = { path: string; headers: Headers; body: Uint8Array };

/** What nginx says of itself. */
const OWN = [
  "connection",
  "content-length",
  "content-type",
  "date",
  "etag",
  "keep-alive",
  "last-modified",
];

/**
 * Starts an nginx of its own, with one worker, which answers these addresses with the same bytes and the same
 * headers from files that it keeps open.
 */
export async function startNginx(copies: Copy[]) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "muster-nginx-"));
  chmodSync(folder, 0o755); // its worker is another user where root starts it
  mkdirSync(join(folder, "files"));
  const locations = copies.map(({ path, headers, body }, index) => {
    writeFileSync(join(folder, "files", String(index)), body);
    const said = [...headers].filter(([name]) => !OWN.includes(name));
    return `location = ${path} {
      root ${folder}/files;
      try_files /${index} =404;
      default_type "${headers.get("content-type")}";
      ${said.map(([name, value]) => `add_header ${name} "${value}";`).join("\n      ")}
    }`;
  });
  writeFileSync(join(folder, "nginx.conf"), configuration(folder, port, locations));
  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const gone = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  await answers(url, copies[0]?.path ?? "/");
  if (child.pid === undefined) throw new Error("nginx did not start.");
  return {
    url,
    pid: child.pid,
    async stop() {
      child.kill();
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
}

const configuration = (folder: string, port: number, locations: string[]) => `
  daemon off;
  worker_processes 1;
  pid ${folder}/pid;
  events { worker_connections 1024; }
  http {
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000000;
    open_file_cache max=100 inactive=1h;
    ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((of) => `${of}_temp_path ${folder}/${of};`).join(" ")}
    server {
      listen 127.0.0.1:${port};
      ${locations.join("\n")}
    }
  }
`;

async function answers(url: string, path: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await fetch(url + path);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("nginx does not answer.");
}
