/** What this process computed while something ran, in milliseconds: a busy machine adds nothing to it. */
export function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  return since(before);
}

/** The same for what is awaited. */
export async function processorTimeOf(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
