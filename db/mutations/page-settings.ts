import { db, transaction } from "@/db/client";
import { readPageSettings } from "@/db/queries/page-settings";
import { statusPage } from "@/db/schema";
import { changedFields } from "@/lib/domain/audit-detail";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { isZone } from "@/lib/domain/team";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";

export type PageSettings = {
  name: string;
  /** A sentence or two below the name. */
  about?: string | undefined;
  /** An IANA time zone. */
  zone: string;
  /** Where readers report a problem. */
  supportUrl?: string | undefined;
  /** Where a copy of the page is kept, on other machines. */
  copyUrl?: string | undefined;
  mailsPerHour: number;
  /** The version that the writer saw. */
  version: number;
};

/** Changes what the public page says of itself, and how fast it writes to subscribers. */
export function editPage(
  viewer: Viewer,
  { version, about, supportUrl, copyUrl, ...rest }: PageSettings,
  now = Date.now(),
): void {
  transaction(() => {
    const before = readPageSettings();
    if (before.version !== version) {
      throw new ConflictError(
        "Someone changed the page’s settings while you wrote. Your text is kept here: compare, then save again.",
        { version: before.version },
      );
    }
    if (!isZone(rest.zone)) {
      throw new DomainError(`“${rest.zone}” is not a time zone such as Europe/Berlin.`, "zone");
    }
    const values = {
      ...rest,
      about: about ?? null,
      supportUrl: supportUrl ?? null,
      copyUrl: copyUrl ?? null,
    };
    const changed = FIELDS.filter((field) => before[field] !== values[field]);
    if (changed.length === 0) return;
    const shown = Object.fromEntries(changed.map((field) => [field, values[field]]));
    db()
      .update(statusPage)
      .set({ ...values, version: version + 1, updatedAt: now })
      .run();
    recordAudit(viewer.name, "page:edit", "status page", changedFields(before, shown));
  });
}

const FIELDS = ["name", "about", "zone", "supportUrl", "copyUrl", "mailsPerHour"] as const;
