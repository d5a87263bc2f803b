import { toUtc } from "@/lib/domain/time";
import type { Word } from "@/lib/domain/word";
import { linkOf, type Telling } from "./words";

/** What a signed webhook says: one happening, or several in one where there were too many. */
export function webhookEnvelope(telling: Telling) {
  const { words, more } = telling;
  const [first] = words;
  const told = words.map((word) => factsOf(word, telling));
  if (first && words.length + more === 1) {
    return { type: first.happening, timestamp: toUtc(first.at), data: told[0] };
  }
  return {
    type: "several",
    timestamp: toUtc(first?.at ?? 0),
    data: { count: words.length + more, happenings: told },
  };
}

export const webhookTest = (text: string, at: number) => ({
  type: "test",
  timestamp: toUtc(at),
  data: { text },
});

function factsOf(word: Word, telling: Telling) {
  const { happening, at, by, text, message, key, title, severity, status } = word;
  const { services, isDrill } = word;
  const url = linkOf(word, telling);
  return {
    ...{ happening, at: toUtc(at), by, text, message, url },
    ...{ incident: key, title, severity, status, services, is_drill: isDrill },
  };
}
