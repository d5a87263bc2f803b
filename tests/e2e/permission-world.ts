import Database from "better-sqlite3";
import { join } from "node:path";
import { z } from "zod";
import { databaseFile, replaceDatabase } from "@/db/client";
import { createApiToken } from "@/db/mutations/api-tokens";
import { addPicture } from "@/db/mutations/pictures";
import { createShareLink } from "@/db/mutations/share-links";
import { openDatabase } from "@/db/open";
import { loadSecrets } from "@/lib/auth/secrets";
import { ROLES, type Role } from "@/lib/domain/permissions";
import { SCOPE_NAMES, type Scope } from "@/lib/domain/scopes";
import type { Viewer } from "@/lib/domain/viewer";
import { makeAlert, makeRule } from "@/tests/support/make-alert";
import { makeDelivery } from "@/tests/support/make-alert-source";
import { makeChannel } from "@/tests/support/make-channel";
import { makeSubscriber } from "@/tests/support/make-subscriber";
import type { OwnServer } from "./own-server";

/** What stands in braces in the permission table's addresses. */
export type World = Record<string, string>;

/** The address with what it names of the world. */
export const addressIn = (world: World, at: string) =>
  at.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(world[name] ?? name));

const WITH_EDITION = `from postmortem_editions join postmortems on postmortems.id = postmortem_id
  join incidents on incidents.id = postmortems.incident_id where number = 1 order by incidents.id`;
const FIRST = {
  incident: `select incidents.key ${WITH_EDITION}`,
  title: `select incidents.title ${WITH_EDITION}`,
  item: "select id from action_items order by id",
  component: "select public_id from components where not is_group order by id",
  maintenance: "select public_id from maintenances order by id",
  team: "select slug from teams order by id",
  account: "select id from users order by id",
};

const GIF = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64");

/** Makes what the table's addresses need, beside the demo's data, and tokens for each role and each scope. */
export function makeWorld({ dataDir }: OwnServer) {
  globalThis.musterAuditKeys = loadSecrets(dataDir).auditKeys;
  globalThis.musterSealKeys = loadSecrets(dataDir).sealKeys;
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  try {
    const people = readPeople(dataDir);
    const { responder, admin } = people;
    const found = readFirst(dataDir);
    const key = found.incident ?? "";
    const { id: share, token: link } = createShareLink(responder, { key, label: "Acme" });
    const { source, delivery } = makeDelivery();
    const world: World = {
      ...found,
      template: "Short",
      alert: String(makeAlert().id),
      source: String(source),
      delivery: String(delivery),
      channel: String(makeChannel().id),
      rule: String(makeRule({ disabledAt: 1 }).id),
      subscriber: String(makeSubscriber("reader@example.com").id),
      file: addPicture(responder, { key, name: "dot.gif", bytes: GIF }).publicId,
      share: String(share),
      link,
    };
    return {
      world,
      byRole: Object.fromEntries(ROLES.map((role) => [role, tokenFor(people[role], SCOPE_NAMES)])),
      byScope: SCOPE_NAMES.map((scope): [Scope, string] => [scope, tokenFor(admin, [scope])]),
    };
  } finally {
    replaceDatabase(undefined);
    globalThis.musterAuditKeys = undefined;
    globalThis.musterSealKeys = undefined;
  }
}

const tokenFor = (viewer: Viewer, scopes: readonly Scope[]) =>
  createApiToken(viewer, { name: scopes.join(" ").slice(0, 60), scopes: [...scopes], days: 1 })
    .token;

function readFirst(dataDir: string): World {
  return reading(dataDir, (sqlite) =>
    Object.fromEntries(
      Object.entries(FIRST).map(([name, query]) => [
        name,
        String(sqlite.prepare(`${query} limit 1`).pluck().get()),
      ]),
    ),
  );
}

const person = z.object({
  userId: z.number(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
});

function readPeople(dataDir: string): Record<Role, Viewer> {
  const rows = reading(dataDir, (sqlite) =>
    sqlite.prepare("select id as userId, name, email, role from users").all(),
  ).map((row) => person.parse(row));
  const of = (role: Role) => {
    const found = rows.find((row) => row.role === role);
    if (!found) throw new Error(`The demo has no ${role}.`);
    return found;
  };
  return { admin: of("admin"), responder: of("responder"), viewer: of("viewer") };
}

function reading<Value>(dataDir: string, run: (sqlite: Database.Database) => Value): Value {
  const sqlite = new Database(join(dataDir, "muster.db"), { readonly: true });
  try {
    return run(sqlite);
  } finally {
    sqlite.close();
  }
}
