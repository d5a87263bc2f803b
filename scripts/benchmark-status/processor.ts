import { readdirSync, readFileSync } from "node:fs";

const MS_PER_TICK = 10;

/** The milliseconds that processes have had of the processor, where the system tells: Linux. */
export const processorTime = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + ticksOf(pid) * MS_PER_TICK, 0);

function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

/** A process and all that it started itself. */
export function withChildren(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
  );
  return [pid, ...children.flatMap((child) => withChildren(Number(child)))];
}
