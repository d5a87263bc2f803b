import { callDue } from "@/db/mutations/escalation-clock";

/** A portal's process that calls who is due at a moment: `run-escalations.ts MOMENT`. */
callDue(Number(process.argv[2]));
