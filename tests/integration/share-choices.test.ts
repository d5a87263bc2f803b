import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { importRecord } from "@/db/mutations/import";
import {
  changeShareLink,
  createShareLink,
  revokeShareLink,
  rotateShareLink,
  type NewShareLink,
} from "@/db/mutations/share-links";
import { confirmFollowing } from "@/db/mutations/share-followers";
import { findShareLink } from "@/db/queries/public/share";
import { findIncidentByKey } from "@/db/queries/record";
import { countFollowers, findLinkOf, listShareLinks } from "@/db/queries/share-links";
import { auditLog, shareFollowers } from "@/db/schema";
import { USUAL_CHOICE } from "@/lib/domain/share-choice";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { openShared } from "../support/shared";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 12);
const KEY = "INC-2024-0142";

function share(chosen: Partial<NewShareLink> = {}) {
  importRecord("system", sampleRecord());
  return createShareLink(makeViewer(), { key: KEY, label: "Acme", ...chosen }, NOW);
}

const seen = (token: string) => openShared(token, KEY, NOW)?.incident;
const rowOf = (id: number) => findLinkOf(findIncidentByKey(makeViewer(), KEY)?.id ?? 0, id, NOW);

describe("a share link", () => {
  test("shows the chosen parts and nothing of the others", () => {
    const { token } = share({ sections: ["updates"] });
    expect(seen(token)).toMatchObject({
      title: "Payment Service Degradation",
      events: [],
      actionItems: [],
      impact: [],
      metrics: [],
      milestones: [],
      phases: [],
    });
    expect(seen(token)?.messages).toHaveLength(4);
  });

  test("says roles in place of names where it is asked for", () => {
    const named = JSON.stringify(seen(share().token));
    expect(named).toMatch(/alice|bob|\[e-mail hidden\]/i);
    const { token } = createShareLink(
      makeViewer(),
      { key: KEY, label: "Acme", wording: "roles" },
      NOW,
    );
    const worded = JSON.stringify(seen(token));
    expect(worded).toContain("Incident Commander");
    expect(worded).not.toMatch(/\b(?:alice|bob|charlie)\b/i);
  });

  test("says what it cost only where it is asked for", () => {
    expect(JSON.stringify(seen(share().token))).not.toContain("28,500");
    const { token } = createShareLink(
      makeViewer(),
      { key: KEY, label: "Board", showsMoney: true },
      NOW,
    );
    expect(seen(token)?.impact).toContain("Revenue affected: $28,500");
  });

  test("marks as new what was written after the last visit", () => {
    const { token } = share();
    const fresh = openShared(token, KEY, NOW, 1)?.incident;
    expect(fresh?.messages.every(({ isNew }) => isNew)).toBe(true);
    expect(fresh?.events.every(({ isNew }) => isNew)).toBe(true);
    const known = openShared(token, KEY, NOW, Date.now() + 1)?.incident;
    expect(known?.messages.some(({ isNew }) => isNew)).toBe(false);
  });
});

describe("changeShareLink", () => {
  const change = (id: number) => ({
    ...USUAL_CHOICE,
    id,
    version: 1,
    label: "Acme Ltd",
    showsPostmortem: false,
  });

  test("changes what its holder sees, and leaves a record of before and after", () => {
    const { id, token } = share();
    changeShareLink(makeViewer(), { ...change(id), sections: ["updates"], days: 30 }, NOW);

    expect(seen(token)?.events).toEqual([]);
    expect(rowOf(id)).toMatchObject({
      label: "Acme Ltd",
      version: 2,
      expiresAt: NOW + 30 * 86_400_000,
    });
    const last = db().select().from(auditLog).all().at(-1);
    expect(last).toMatchObject({
      action: "share-link:change",
      detail: {
        before: { label: "Acme", sections: ["summary", "updates", "timeline", "actions"] },
        after: { label: "Acme Ltd", sections: ["updates"] },
      },
    });
  });

  test("keeps the passcode, replaces it or takes it away", () => {
    const { id } = share({ passcodeHash: "first-hash" });
    changeShareLink(makeViewer(), change(id), NOW);
    expect(rowOf(id)?.hasPasscode).toBe(true);
    changeShareLink(makeViewer(), { ...change(id), version: 2, passcodeHash: null }, NOW);
    expect(rowOf(id)?.hasPasscode).toBe(false);
    expect(JSON.stringify(db().select().from(auditLog).all())).not.toContain("first-hash");
  });

  test("refuses who has not seen what somebody else changed", () => {
    const { id } = share();
    changeShareLink(makeViewer(), change(id), NOW);
    expect(() => changeShareLink(makeViewer(), change(id), NOW)).toThrow(
      "Somebody changed this link meanwhile.",
    );
  });

  test("brings no link back to life", () => {
    const { id } = share();
    revokeShareLink(makeViewer(), { id }, NOW);
    expect(() => changeShareLink(makeViewer(), change(id), NOW)).toThrow("does not work any more");
    expect(() => rotateShareLink(makeViewer(), { id }, NOW)).toThrow("does not work any more");
  });
});

describe("rotateShareLink", () => {
  test("ends the address before and its followers, and keeps the rest", () => {
    const { id, token, expiresAt } = share();
    const follower = { linkId: id, address: "a@example.com", state: "asked", token: "t" } as const;
    db().insert(shareFollowers).values(follower).run();
    confirmFollowing("t", NOW);
    expect(countFollowers(id)).toBe(1);

    const fresh = rotateShareLink(makeViewer(), { id }, NOW + 1);

    expect(fresh).toMatchObject({ id, expiresAt });
    expect(findShareLink(token, NOW + 1)).toBeUndefined();
    expect(findShareLink(fresh.token, NOW + 1)?.id).toBe(id);
    expect(countFollowers(id)).toBe(0);
    const incidentId = findIncidentByKey(makeViewer(), KEY)?.id ?? 0;
    expect(listShareLinks(incidentId, NOW)).toMatchObject([{ id, rotatedAt: NOW + 1 }]);
  });
});
