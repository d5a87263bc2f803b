import { isNull } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { publicIncidents, publicUpdates } from "@/db/schema";

let published = 0;

/** Adds an update to an incident that goes on, every second until the work is done. */
export async function whilePublishing<Result>(work: () => Promise<Result>): Promise<Result> {
  const timer = setInterval(publish, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

function publish(): void {
  transaction(() => {
    const open = db()
      .select({ id: publicIncidents.id })
      .from(publicIncidents)
      .where(isNull(publicIncidents.resolvedAt))
      .get();
    if (!open) throw new Error("No incident goes on.");
    published += 1;
    db()
      .insert(publicUpdates)
      .values({
        publicIncidentId: open.id,
        publicId: `bench${String(published).padStart(7, "0")}`,
        status: "identified",
        body: `Update ${published}: we are still at it.`,
        displayAt: Date.now(),
        publishedBy: "benchmark",
      })
      .run();
  });
}
