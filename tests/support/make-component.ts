import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { addComponent } from "@/db/mutations/components";
import { components } from "@/db/schema";
import type { ComponentStatus } from "@/lib/domain/component";
import { NOON } from "./make-incident";

/** A component that works unless the test says otherwise; answers its id. */
export function makeComponent(
  name: string,
  { status = "operational", serviceId }: { status?: ComponentStatus; serviceId?: number } = {},
): number {
  const { id } = addComponent("test", { name, serviceId }, NOON);
  db().update(components).set({ status }).where(eq(components.id, id)).run();
  return id;
}
