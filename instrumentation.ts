/** Next calls this once in each process that serves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startOutbox } = await import("@/app/outbox/outbox");
  startOutbox();
  const { startMaintenanceClock } = await import("@/app/clock/maintenance");
  startMaintenanceClock();
  const { startAuditHeads } = await import("@/app/clock/audit-heads");
  startAuditHeads();
}
