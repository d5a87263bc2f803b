import { MOST_MATCHES, type SearchKind } from "@/lib/domain/search";

/** What things of a kind are called. */
export const KIND_WORDS: Readonly<Record<SearchKind, string>> = {
  incident: "Incidents",
  event: "Timelines",
  communication: "Messages",
  postmortem: "Postmortems",
  action: "Actions",
};

/** How many were found, as far as they are counted. */
export const countOf = (count: number): string =>
  `${count.toLocaleString("en")}${count === MOST_MATCHES ? "+" : ""}`;
