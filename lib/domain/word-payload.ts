import { z } from "zod";

/** More mails than this go to nobody in a minute: the rest are told in one. */
export const PERSON_PER_MINUTE = 10;

/** What a message to a channel or a person is made of; one that tells nothing is a test. */
export const wordPayload = z.union([
  z.strictObject({ channel: z.int(), happenings: z.array(z.int()), test: z.string().optional() }),
  z.strictObject({ person: z.int(), happenings: z.array(z.int()) }),
]);
export type WordPayload = z.infer<typeof wordPayload>;

/** One message of several that go to the same hearer. */
export function toldTogether(payloads: unknown[]): WordPayload {
  const [first, ...others] = payloads.map((payload) => wordPayload.parse(payload));
  if (!first) throw new Error("Nothing is to be told.");
  return { ...first, happenings: [first, ...others].flatMap(({ happenings }) => happenings) };
}
