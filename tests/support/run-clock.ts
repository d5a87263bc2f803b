import { runDueMaintenance } from "@/db/mutations/maintenance-clock";

/** A portal's process that does what is due at a moment: `run-clock.ts MOMENT`. */
runDueMaintenance(Number(process.argv[2]));
