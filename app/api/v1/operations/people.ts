import { z } from "zod";
import { confirmAlias, removeAlias } from "@/db/mutations/people";
import { listAccounts } from "@/db/queries/accounts";
import { listPeople } from "@/db/queries/people";
import { line, numberInPath, shownTime } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import { aliasKey } from "@/lib/domain/people";
import { ROLES } from "@/lib/domain/permissions";

const tags = ["People"];
const id = numberInPath("The person’s id.");
const person = z
  .object({
    id: z.int(),
    name: z.string(),
    aliases: z.array(
      z.object({ alias: z.string(), confirmedBy: z.string(), confirmedAt: shownTime }),
    ),
  })
  .meta({ id: "Person" });

const account = z
  .object({
    id: z.int(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    personId: z.int().nullable().meta({ description: "The person of the records that they are." }),
    disabledAt: shownTime.nullable(),
    lastSeenAt: shownTime.nullable(),
    createdAt: shownTime,
  })
  .meta({ id: "Account" });

const list = defineOperation({
  id: "listPeople",
  method: "GET",
  path: "/people",
  summary: "List the people whom records name",
  tags,
  needs: "portal:read",
  scope: "people:read",
  query: z.strictObject(pageQuery),
  answer: listOf(person),
  run: (_, { query }) => pageWithin(listPeople(), query, ({ id }) => id),
});

const get = defineOperation({
  id: "getPerson",
  method: "GET",
  path: "/people/{id}",
  summary: "Get a person",
  tags,
  needs: "portal:read",
  scope: "people:read",
  params: z.strictObject({ id }),
  answer: person,
  run: (_, { params }) => personOf((each) => each.id === params.id),
});

const confirm = defineOperation({
  id: "confirmAlias",
  method: "POST",
  path: "/people",
  summary: "Say whose name or address it is",
  description: "A new name joins the directory.",
  tags,
  needs: "person:confirm",
  scope: "people:write",
  body: z.strictObject({
    name: line("Name the person it belongs to."),
    alias: line("Name the alias."),
  }),
  answer: person,
  run(viewer, { body }) {
    confirmAlias(viewer, body);
    return personOf(({ name }) => aliasKey(name) === aliasKey(body.name));
  },
});

const remove = defineOperation({
  id: "removeAlias",
  method: "DELETE",
  path: "/people/{id}/aliases/{alias}",
  summary: "Take a name or an address from a person",
  description: "`If-Match` names the person’s ETag.",
  tags,
  needs: "person:confirm",
  scope: "people:write",
  params: z.strictObject({ id, alias: z.string().min(1).max(200) }),
  seen: get,
  run(viewer, { params: { id, alias } }) {
    const { aliases } = personOf((each) => each.id === id);
    if (aliases.every((known) => known.alias !== aliasKey(alias))) {
      throw new NotFoundError("They are not known by this.");
    }
    removeAlias(viewer, { alias });
  },
});

const listOfAccounts = defineOperation({
  id: "listAccounts",
  method: "GET",
  path: "/accounts",
  summary: "List who can sign in",
  description: "Also disabled accounts. They are made and changed by people alone, in the portal.",
  tags,
  needs: "account:manage",
  scope: "people:read",
  query: z.strictObject(pageQuery),
  answer: listOf(account),
  run: (_, { query }) => pageWithin(listAccounts(), query, ({ id }) => id),
});

export const PEOPLE_OPERATIONS = [list, confirm, get, remove, listOfAccounts];

type Person = ReturnType<typeof listPeople>[number];

function personOf(isMeant: (person: Person) => boolean): Person {
  const found = listPeople().find(isMeant);
  if (!found) throw new NotFoundError("This person is not in the directory.");
  return found;
}
