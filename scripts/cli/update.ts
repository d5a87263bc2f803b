import { z } from "zod";
import { pathOf, Refused, type Portal } from "./portal";
import { FLAG, nounCommand, WORD, type Verb } from "./verbs";

const posted = z.object({ seq: z.int(), publicId: z.string().nullable() });

const post: Verb = {
  usage:
    "update post KEY internal|stakeholders|external TEXT [--status STATUS] [--next MINUTES] [--anyway]",
  options: { status: WORD, next: WORD, anyway: FLAG },
  async run([key, audience, message, ...more], { status, next, anyway }, { io, portal }) {
    if (key === undefined || message === undefined || more.length > 0) return false;
    const nextUpdateMinutes = next === undefined ? undefined : Number(next);
    const body = { audience, message, status, nextUpdateMinutes };
    const path = pathOf`/incidents/${key}/updates`;
    const answer = await postChecked(portal, path, body, anyway === true);
    const { seq, publicId } = posted.parse(answer.body);
    const where = publicId === null ? "" : ", and is on the public page";
    io.out(`${key} update ${seq} is posted to ${audience}${where}`);
  },
};

/** Posts it; what the check of its words finds keeps it back, unless it is to be posted anyway. */
async function postChecked(portal: Portal, path: string, body: object, isAnyway: boolean) {
  const send = (confirmed: string[]) =>
    portal({ method: "POST", path, body: { ...body, confirmed } });
  try {
    return await send([]);
  } catch (error) {
    const findings = error instanceof Refused ? (error.problem.findings ?? []) : [];
    if (findings.length === 0) throw error;
    if (isAnyway) return send(findings.map(({ key }) => key));
    const says = findings.map((finding) => `  ${finding.says}`).join("\n");
    throw new Error(`${wordsOf(error)}\n${says}\n  Post it as it is with --anyway.`, {
      cause: error,
    });
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Posts an update to an audience. */
export const runUpdate = nounCommand({ post });
