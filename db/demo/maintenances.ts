import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { runDueMaintenance } from "@/db/mutations/maintenance-clock";
import { postMaintenanceUpdate } from "@/db/mutations/maintenance-updates";
import { scheduleMaintenance } from "@/db/mutations/maintenances";
import { components } from "@/db/schema";
import { responder } from "./load-review";
import type { Person } from "./people";

const PLANNER: Person = "Mei Tanaka";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Announces maintenance of the demo: one that went well, and one to come. */
export function loadDemoMaintenance(now: number): void {
  const today = Math.floor(now / DAY) * DAY;
  const by = responder(PLANNER);
  loadPast(by, today - 12 * DAY + 2 * HOUR);
  scheduleMaintenance(
    by,
    {
      title: "Database upgrade for sign-in",
      body: "We move accounts to a newer database. While we switch over, signing in may fail for up to two minutes. Whoever is signed in stays so.",
      scheduledFor: today + 3 * DAY + 2 * HOUR,
      scheduledUntil: today + 3 * DAY + 3 * HOUR + 30 * MINUTE,
      startsItself: true,
      endsItself: true,
      remindBefore: 1440,
      components: during("Sign-in", "Mobile app"),
      seenOverlaps: [],
      isDemo: true,
    },
    now - 2 * DAY,
  );
}

function loadPast(by: ReturnType<typeof responder>, from: number): void {
  const { id } = scheduleMaintenance(
    by,
    {
      title: "New search index",
      body: "We build the search index anew. Search works meanwhile, and may miss products that were added within the hour.",
      scheduledFor: from,
      scheduledUntil: from + 2 * HOUR,
      startsItself: true,
      endsItself: false,
      remindBefore: null,
      components: during("Search"),
      seenOverlaps: [],
      isDemo: true,
    },
    from - 5 * DAY,
  );
  runDueMaintenance(from);
  const post = (minutes: number, status: "verifying" | "completed", body: string) =>
    postMaintenanceUpdate(
      by,
      { id, status, body, seenStatus: status === "verifying" ? "in_progress" : "verifying" },
      from + minutes * MINUTE,
    );
  post(85, "verifying", "The new index is in place. We compare its answers with the old one's.");
  post(110, "completed", "Search uses the new index. Thank you for your patience.");
}

function during(...names: string[]) {
  const planned: Record<string, "under_maintenance"> = {};
  for (const name of names) {
    const found = db()
      .select({ id: components.id })
      .from(components)
      .where(eq(components.name, name))
      .get();
    if (found) planned[found.id] = "under_maintenance";
  }
  return planned;
}
