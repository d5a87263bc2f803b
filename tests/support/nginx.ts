import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const nginxPath = [process.env.NGINX_PATH, "/usr/sbin/nginx"].find(
  (path) => path && existsSync(path),
);

/** The configurations in a document, in their order, as they stand there. */
export const nginxIn = (document: string): string[] =>
  [...readFileSync(document, "utf8").matchAll(/^```nginx\n(.*?)^```$/gms)].map(
    ([, text = ""]) => text,
  );

/** Runs an nginx of the test's own with these servers, and all its files in a folder of its own. */
export async function startNginx(servers: string[]) {
  if (!nginxPath) throw new Error("There is no nginx.");
  const folder = mkdtempSync(join(tmpdir(), "muster-nginx-"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off;
    ${process.getuid?.() === 0 ? "user root;" : ""}
    worker_processes 1;
    pid ${folder}/pid;
    error_log ${folder}/error.log;
    events { worker_connections 256; }
    http {
      access_log off;
      ${temporary.map((of) => `${of}_temp_path ${folder}/${of};`).join("\n")}
      ${servers.join("\n").replaceAll("/var/cache/nginx", folder)}
    }`,
  );
  const child = spawn(nginxPath, ["-p", folder, "-c", "nginx.conf", "-e", "error.log"]);
  const gone = once(child, "exit");
  return {
    log: () => readFileSync(join(folder, "error.log"), "utf8"),
    async stop() {
      child.kill();
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
}
