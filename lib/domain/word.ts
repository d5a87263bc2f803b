import type { Happening } from "./happenings";
import type { Severity } from "./incident";

/** What is told of something that happened, as it was then: the same each time that it is sent. */
export type Word = {
  happening: Happening;
  at: number;
  by: string;
  /** One line that says it. */
  text: string;
  /** What somebody wrote. */
  message: string | null;
  /** Where it is read on: a path of the portal, or another whole address. */
  path: string;
  /** The incident's key; `null` for an alert. */
  key: string | null;
  title: string;
  severity: Severity | null;
  status: string | null;
  services: string[];
  isDrill: boolean;
  /** What outsiders may read of it instead. */
  publicUpdateId: number | null;
};
