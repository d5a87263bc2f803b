import { z } from "zod";
import { findComponentHistory, STATES_PER_PAGE } from "@/db/queries/component-history";
import { numberInPath } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { cursorOf, listOf, pageQuery, placeOf } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import { componentState } from "../shapes/component";
import { componentOf } from "./components";

const list = defineOperation({
  id: "listComponentStates",
  method: "GET",
  path: "/components/{id}/states",
  summary: "List how a component was",
  description: `The newest first. Pages have ${STATES_PER_PAGE} entries.`,
  tags: ["Components"],
  needs: "portal:read",
  scope: "components:read",
  params: z.strictObject({ id: numberInPath("The component’s id.") }),
  query: z.strictObject({ cursor: pageQuery.cursor }),
  answer: listOf(componentState),
  run(viewer, { params: { id }, query: { cursor } }) {
    const [page] = placeOf(cursor, z.tuple([z.int().min(1).max(1_000_000)])) ?? [1];
    const { publicId } = componentOf(id);
    const history = findComponentHistory(viewer, { publicId, page }, Date.now());
    if (!history) throw new NotFoundError("A group has no states of its own.");
    const items = history.states.map((state) => ({
      ...state,
      incident: state.incident?.key ?? null,
      maintenance: state.maintenance?.publicId ?? null,
    }));
    const isLast = history.total <= page * STATES_PER_PAGE;
    return {
      items: page > history.page ? [] : items,
      nextCursor: isLast ? null : cursorOf([page + 1]),
    };
  },
});

export const COMPONENT_STATE_OPERATIONS = [list];
