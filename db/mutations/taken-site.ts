import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { statusPage } from "@/db/schema";
import type { TakenSite } from "@/lib/statuspage-import/taken";
import { recordAudit } from "./audit";
import { takeComponents } from "./taken-components";
import { takeIncidents } from "./taken-incidents";
import { takeMaintenances } from "./taken-maintenances";
import { takeStates } from "./taken-states";
import { counted, type Counts } from "./taken";

export type Taking = {
  /** Whether the page's own name and zone were taken over, which they are while nobody has set them. */
  isPageTaken: boolean;
  components: Counts;
  incidents: Counts;
  maintenances: Counts;
};

class DryRun extends Error {
  constructor(readonly taking: Taking) {
    super("Nothing was written.");
  }
}

/**
 * Takes over another page's components, incidents and maintenance under the ids that they have there, all of it
 * or nothing. Once more it brings what changed there; what was changed here later stays. Nobody is notified.
 */
export function takeSite(actor: string, site: TakenSite, now = Date.now()): Taking {
  return transaction(() => {
    const isPageTaken = takePage(site.page);
    const components = takeComponents(site.components);
    const incidents = takeIncidents(site.incidents);
    const maintenances = takeMaintenances(site.maintenances, now);
    takeStates(site.components);
    const taking = {
      isPageTaken,
      components: counted(components),
      incidents: counted(incidents),
      maintenances: counted(maintenances),
    };
    recordAudit(actor, "status-page:import", `page ${site.page.id}`, taking);
    return taking;
  });
}

/** What taking it over would do. */
export function previewTaking(actor: string, site: TakenSite, now = Date.now()): Taking {
  try {
    return transaction(() => {
      throw new DryRun(takeSite(actor, site, now));
    });
  } catch (error) {
    if (error instanceof DryRun) return error.taking;
    throw error;
  }
}

function takePage({ id: publicId, name, zone, updatedAt }: TakenSite["page"]): boolean {
  const page = db().select().from(statusPage).get();
  if (!page || page.version > 1) return false;
  db()
    .update(statusPage)
    .set({ publicId, name, zone: zone ?? page.zone, updatedAt, version: page.version + 1 })
    .where(eq(statusPage.id, page.id))
    .run();
  return true;
}
