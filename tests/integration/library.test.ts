import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { publishEdition } from "@/db/mutations/editions";
import { resolveIncident } from "@/db/mutations/incidents";
import { savePostmortem } from "@/db/mutations/postmortems";
import { countPostmortems, listAuthors, listPostmortems } from "@/db/queries/library";
import { nextEditionOf } from "@/db/queries/publication";
import { findIncidentByKey } from "@/db/queries/record";
import { postmortemStates } from "@/db/schema";
import type { LibraryFilters } from "@/lib/domain/library";
import type { PostmortemState } from "@/lib/domain/postmortem";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const grace = makeViewer({ name: "Grace" });
const HOUR = 3_600_000;
const idOf = (key: string) => findIncidentByKey(makeViewer(), key)?.id ?? 0;

function written(title: string, body = "text", by = grace): string {
  const key = makeIncident({ title });
  savePostmortem(by, { key, body, baseVersion: 0 });
  return key;
}

const stand = (key: string, state: PostmortemState) =>
  db()
    .insert(postmortemStates)
    .values({ incidentId: idOf(key), state, changedBy: "Grace", changedAt: NOON })
    .run();

const all: LibraryFilters = { view: "all", page: 1 };

describe("listPostmortems", () => {
  test("marks what is over, was severe and has no postmortem as required", () => {
    makeIncident({ title: "Open" });
    resolve(makeIncident({ title: "Severe" }));
    resolve(makeIncident({ title: "Small", severity: "SEV3" }));
    const written = makeIncident({ title: "Written" });
    resolve(written);
    savePostmortem(grace, { key: written, body: "text", baseVersion: 0 });

    const listed = listPostmortems(makeViewer(), all);

    expect(listed.map(({ title, isRequired }) => [title, isRequired])).toEqual([
      ["Written", false],
      ["Small", false],
      ["Severe", true],
      ["Open", false],
    ]);
    expect(listed[0]).toMatchObject({ version: 1, updatedBy: "Grace" });
    expect(titles({ ...all, view: "required" })).toEqual(["Severe"]);
    expect(titles({ ...all, view: "written" })).toEqual(["Written"]);
    expect(countPostmortems(makeViewer(), { ...all, view: "required" })).toBe(1);
  });

  test("finds titles and keys by a part of them, to the letter", () => {
    const key = makeIncident({ title: "100% of logins fail" });
    makeIncident({ title: "1000 logins fail" });

    expect(titles({ ...all, text: "100%" })).toEqual(["100% of logins fail"]);
    expect(titles({ ...all, text: key.toLowerCase() })).toEqual(["100% of logins fail"]);
  });

  test("gives fifty to a page", () => {
    for (let made = 0; made < 51; made += 1) makeIncident({ title: `Incident ${made}` });

    expect(listPostmortems(makeViewer(), all)).toHaveLength(50);
    expect(titles({ ...all, page: 2 })).toEqual(["Incident 0"]);
    expect(countPostmortems(makeViewer(), all)).toBe(51);
  });

  test("lists by where a postmortem stands", () => {
    written("Begun");
    stand(written("Reviewed"), "in_review");
    stand(written("Approved"), "approved");
    const published = written("Published");
    const seen = nextEditionOf(grace, idOf(published))?.seen ?? "";
    publishEdition(grace, { key: published, edition: 0, seen, withoutApproval: true });

    expect(titles({ ...all, view: "draft" })).toEqual(["Begun"]);
    expect(titles({ ...all, view: "in_review" })).toEqual(["Reviewed"]);
    expect(titles({ ...all, view: "approved" })).toEqual(["Approved"]);
    expect(listPostmortems(grace, { ...all, view: "published" })).toMatchObject([
      { title: "Published", state: "published", edition: 1 },
    ]);
  });

  test("asks for none where somebody said that none is required", () => {
    const key = makeIncident({ title: "Severe" });
    resolve(key);
    stand(key, "not_required");

    expect(titles({ ...all, view: "required" })).toEqual([]);
    expect(titles({ ...all, view: "overdue" }, NOON + 1000 * HOUR)).toEqual([]);
    expect(titles({ ...all, view: "not_required" })).toEqual(["Severe"]);
  });

  test("is overdue a day after the resolution without a draft, and three days without an edition", () => {
    const at = NOON + HOUR;
    const bare = makeIncident({ title: "Bare" });
    const begun = written("Begun");
    for (const key of [bare, begun]) resolveIncident(grace, { key }, at);
    const overdue = (now: number) => titles({ ...all, view: "overdue" }, now);

    expect(overdue(at + 23 * HOUR)).toEqual([]);
    expect(overdue(at + 25 * HOUR)).toEqual(["Bare"]);
    expect(overdue(at + 73 * HOUR)).toEqual(["Begun", "Bare"]);
    expect(countPostmortems(grace, { ...all, view: "overdue" }, at + 73 * HOUR)).toBe(2);
  });

  test("finds severity, service and author", () => {
    makeIncident({ title: "Small", severity: "SEV4" });
    makeIncident({ title: "Paying", service: "payments" });
    written("Ada's", "text", makeViewer({ name: "Ada" }));

    expect(titles({ ...all, severity: "SEV4" })).toEqual(["Small"]);
    expect(titles({ ...all, service: "payments" })).toEqual(["Paying"]);
    expect(titles({ ...all, author: "Ada" })).toEqual(["Ada's"]);
    expect(titles({ ...all, author: "Ad" })).toEqual([]);
    expect(listAuthors(grace)).toEqual(["Ada"]);
  });

  test("finds words of the text", () => {
    written("One", "The connection pool was exhausted.");
    written("Other", "A certificate expired.");

    expect(titles({ ...all, text: "exhausted pool" })).toEqual(["One"]);
    expect(titles({ ...all, text: "certif" })).toEqual(["Other"]);
  });

  test("sorts by change and by severity", () => {
    makeIncident({ title: "Small", severity: "SEV3" }, NOON + 60_000);
    const severe = makeIncident({ title: "Severe", severity: "SEV1" }, NOON);
    savePostmortem(grace, { key: severe, body: "text", baseVersion: 0 });

    expect(titles(all)).toEqual(["Small", "Severe"]);
    expect(titles({ ...all, sort: "changed" })).toEqual(["Severe", "Small"]);
    expect(titles({ ...all, sort: "severity" })).toEqual(["Severe", "Small"]);
  });
});

const titles = (filters: LibraryFilters, now?: number) =>
  listPostmortems(makeViewer(), filters, now).map(({ title }) => title);

const resolve = (key: string) => resolveIncident(grace, { key, description: "Fixed." });
