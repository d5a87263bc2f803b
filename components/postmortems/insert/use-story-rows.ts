import { useEffect, useState } from "react";
import type { StoryRows } from "@/db/queries/story-rows";

const TYPING_MS = 150;

type Asked = {
  incidentKey: string;
  text: string;
  page: number;
  /** Anything that is another one whenever the record may say something else. */
  renewed: unknown;
};

type Answer = { found?: StoryRows; problem?: string };

/** A page of the incident's story, read again as the record changes. The last answer stays meanwhile. */
export function useStoryRows({ incidentKey, text, page, renewed }: Asked): Answer {
  const [answer, setAnswer] = useState<Answer>({});

  useEffect(() => {
    const stop = new AbortController();
    const query = new URLSearchParams({ text, page: String(page) });
    const path = `/incidents/${encodeURIComponent(incidentKey)}/postmortem/events?${query}`;
    const timer = setTimeout(async () => {
      const read = await rowsAt(path, stop.signal);
      if (!stop.signal.aborted) setAnswer((before) => ({ ...before, problem: undefined, ...read }));
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [incidentKey, text, page, renewed]);

  return answer;
}

async function rowsAt(path: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(path, { signal });
    if (response.ok) return { found: await response.json() };
    return { problem: "The rows cannot be read now." };
  } catch {
    return { problem: "The portal cannot be reached. The rows are those of before." };
  }
}
