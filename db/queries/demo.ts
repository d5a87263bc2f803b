import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents } from "@/db/schema";

/** True while an incident of the demo is among the others. */
export function hasDemoData(): boolean {
  const demo = db()
    .select({ id: incidents.id })
    .from(incidents)
    .where(eq(incidents.isDemo, true))
    .limit(1)
    .get();
  return demo !== undefined;
}
