import { answerWith } from "@/app/api/v1/door";
import { OPERATIONS } from "@/app/api/v1/operations/registry";
import { serveHandler } from "./serve-handler";

/** Serves the API alone, on the database that is open in this process; gives its address. */
export const serveApi = () => serveHandler((request) => answerWith(OPERATIONS, request));
