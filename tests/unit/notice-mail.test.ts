import { describe, expect, test } from "vitest";
import { confirmationMail, knownMail, noticeMail } from "@/lib/mail/notice";
import { noticeEnvelope } from "@/lib/status-page/notice-envelope";
import { findTold } from "@/lib/status-page/told";
import {
  makeMaintenance,
  makeSite,
  makeSiteComponent,
  makeSiteIncident,
  makeSiteUpdate,
  MINUTE,
} from "../support/make-site";

const AT = Date.UTC(2026, 4, 1, 14, 0, 5);
const OWN = "https://status.example.com/subscribe/token";
const group = makeSiteComponent({ name: "Money", isGroup: true });
const payments = makeSiteComponent({
  name: "Payments",
  groupId: group.id,
  status: "partial_outage",
  states: [
    { at: AT - MINUTE, status: "operational" },
    { at: AT, status: "partial_outage" },
  ],
});

function findOrThrow(...given: Parameters<typeof findTold>) {
  const told = findTold(...given);
  if (!told) throw new Error("it is not there");
  return told;
}

describe("a mail about an incident's update", () => {
  const update = makeSiteUpdate("identified", {
    body: "A disk is full.\nWe make room.",
    nextUpdateDueAt: AT + 30 * MINUTE,
    changes: [{ componentId: payments.id, before: "operational", after: "partial_outage" }],
  });
  const incident = makeSiteIncident({ title: "Payments\nfail", updates: [update] });
  const site = makeSite({ components: [group, payments], incidents: [incident] });
  const mail = noticeMail(
    site,
    findOrThrow(site, { of: incident.id, update: update.id, set: null }),
    OWN,
  );

  test("says what it is about in one line", () => {
    expect(mail.subject).toBe("[Acme] Identified: Payments fail");
  });

  test("gives the update whole, its times in the page's zone and UTC, and where to read on", () => {
    expect(mail.text).toContain("A disk is full.\nWe make room.");
    expect(mail.text).toContain("Identified, 1 May 2026, 16:00 CEST (14:00 UTC)");
    expect(mail.text).toContain("Next update due: 1 May 2026, 16:30 CEST (14:30 UTC)");
    expect(mail.text).toContain("Money - Payments: Operational → Partial outage");
    expect(mail.text).toContain(
      `https://status.example.com/incidents/${incident.id}#u-${update.id}`,
    );
    expect(mail.text).toContain(OWN);
    expect(mail.html).toContain("A disk is full.<br>We make room.");
  });
});

describe("a mail about planned work", () => {
  test("names its window, and says that it was called off", () => {
    const update = makeSiteUpdate("scheduled", { body: "We do it another day." });
    const work = makeMaintenance({ updates: [update], cancelledAt: AT });
    const site = makeSite({ maintenances: [work] });
    const told = findOrThrow(site, { of: work.id, update: update.id, set: null });
    const mail = noticeMail(site, told, OWN);
    expect(mail.subject).toBe("[Acme] Cancelled: New database");
    expect(mail.text).toContain("Planned from 1 May 2026, 17:00 CEST (15:00 UTC) to ");
  });

  test("reminds of it, unless it was called off or is over", () => {
    const work = makeMaintenance();
    const of = { of: work.id, update: null, set: null };
    const site = makeSite({ maintenances: [work] });
    expect(noticeMail(site, findOrThrow(site, of), OWN).subject).toBe(
      "[Acme] Reminder: New database",
    );
    const cancelled = makeSite({ maintenances: [{ ...work, cancelledAt: AT }] });
    expect(findTold(cancelled, of)).toBeUndefined();
    const over = makeSite({ maintenances: [{ ...work, status: "completed" }] });
    expect(findTold(over, of)).toBeUndefined();
  });
});

describe("a mail about a component", () => {
  const site = makeSite({ components: [group, payments] });
  const set = { at: AT, status: "partial_outage" } as const;
  const told = findOrThrow(site, { of: payments.id, update: null, set });

  test("says how it was and how it is", () => {
    const mail = noticeMail(site, told, OWN);
    expect(mail.subject).toBe("[Acme] Money - Payments: Partial outage");
    expect(mail.text).toContain("Operational → Partial outage");
  });

  test("has its envelope as a webhook", () => {
    expect(noticeEnvelope(site, told, "notice_1", { own: OWN })).toMatchObject({
      page: { id: "abcdefghijkl", status_indicator: "major" },
      component_update: {
        id: "notice_1",
        component_id: payments.id,
        old_status: "operational",
        new_status: "partial_outage",
        created_at: "2026-05-01T14:00:05.000Z",
      },
      component: { id: payments.id, name: "Payments" },
    });
  });
});

describe("findTold", () => {
  test("finds nothing that is not on the page", () => {
    const site = makeSite();
    expect(findTold(site, { of: "nothing", update: "nothing", set: null })).toBeUndefined();
    const set = { at: 1, status: "operational" } as const;
    expect(findTold(site, { of: site.components[0]?.id ?? "", update: null, set })).toBeUndefined();
    expect(findTold(site, { of: "nothing", update: null, set })).toBeUndefined();
    const incident = makeSiteIncident();
    const withIncident = makeSite({ incidents: [incident] });
    expect(findTold(withIncident, { of: incident.id, update: null, set: null })).toBeUndefined();
  });
});

describe("the mail that asks", () => {
  test("bears the link to confirm, and the other one a link to change", () => {
    const site = makeSite();
    expect(confirmationMail(site, OWN).text).toContain(`Yes, confirm: ${OWN}`);
    expect(knownMail(site, OWN).subject).toBe("[Acme] You are subscribed to Acme already");
  });
});
