import { z } from "zod";
import { listServices } from "@/db/queries/components";
import { listTeams } from "@/db/queries/teams";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { service } from "../shapes/component";

const list = defineOperation({
  id: "listServices",
  method: "GET",
  path: "/services",
  summary: "List services",
  description: "Those that incidents named, and those that teams own.",
  tags: ["Components"],
  needs: "portal:read",
  scope: "components:read",
  query: z.strictObject(pageQuery),
  answer: listOf(service),
  run(_, { query }) {
    const owners = new Map(
      listTeams().flatMap(({ slug, services }) => services.map(({ id }) => [id, slug] as const)),
    );
    const rows = listServices().map((each) => ({ ...each, team: owners.get(each.id) ?? null }));
    return pageWithin(rows, query, ({ id }) => id);
  },
});

export const SERVICE_OPERATIONS = [list];
