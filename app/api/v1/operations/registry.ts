import type { Operation } from "@/lib/api/operation";
import { declareIncidentOperation, getIncident, listIncidents } from "./incidents";

/** Everything that the API does, in the order in which it is documented. */
export const OPERATIONS: Operation[] = [listIncidents, declareIncidentOperation, getIncident];
