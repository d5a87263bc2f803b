// Sends once what is due at a moment, and is killed at the given step of its work: before a statement, or at a
// request, an answer or a connection. Says how many steps there were where it came to its end.
import Database from "better-sqlite3";
import { subscribe } from "node:diagnostics_channel";
import { sendOnce } from "@/app/outbox/outbox";

const [now = "", killAt = "0"] = process.argv.slice(2);
let steps = 0;

function step(): void {
  steps += 1;
  if (steps === Number(killAt)) process.kill(process.pid, "SIGKILL");
}

const statements: object = Object.getPrototypeOf(new Database(":memory:").prepare("select 1"));
for (const name of ["run", "get", "all"]) {
  const before: unknown = Reflect.get(statements, name);
  if (typeof before !== "function") throw new Error(`Statements have no ${name}.`);
  Reflect.set(statements, name, function (this: unknown, ...given: unknown[]): unknown {
    step();
    return Reflect.apply(before, this, given);
  });
}
for (const name of [
  "http.client.request.start",
  "http.client.response.finish",
  "net.client.socket",
]) {
  subscribe(name, step);
}

await sendOnce(Number(now));
process.stdout.write(String(steps));
process.exit(0);
