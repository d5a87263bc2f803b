import { answerWith } from "../door";
import { OPERATIONS } from "../operations/registry";

export const dynamic = "force-dynamic";

const answer = (request: Request) => answerWith(OPERATIONS, request);

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
