/** Next calls this once in each process that serves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startOutbox } = await import("@/app/outbox/outbox");
  startOutbox();
  const { startStorageWatch } = await import("@/app/clock/storage");
  startStorageWatch();
  const { startMaintenanceClock } = await import("@/app/clock/maintenance");
  startMaintenanceClock();
  const { startFigures } = await import("@/app/clock/figures");
  startFigures();
  const { startEscalationClock } = await import("@/app/clock/escalation");
  startEscalationClock();
  const { startPromiseClock } = await import("@/app/clock/promises");
  startPromiseClock();
  const { startAuditHeads } = await import("@/app/clock/audit-heads");
  startAuditHeads();
  const { startUpkeep } = await import("@/app/clock/upkeep");
  startUpkeep();
  const { startSharedLimits } = await import("@/app/clock/limits");
  startSharedLimits();
}
