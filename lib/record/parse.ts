import type { IncidentRecord } from "@/lib/domain/record";
import { parseTime } from "@/lib/domain/time";
import { inspectContent } from "./content";
import { formatPath, isObject, show, type Report } from "./path";
import { isRecord } from "./schema";
import { readJson } from "./syntax";

export type ParsedRecord = { ok: true; record: IncidentRecord } | { ok: false; problems: string[] };

/** Five for each of the events that a record may have; a hostile file is not answered by a larger one. */
const MOST_PROBLEMS = 50_000;

/** A record from a file, or every problem that it has, each with its path. */
export function parseRecord(input: Uint8Array | string): ParsedRecord {
  const read = readJson(input);
  if (!read.ok) return { ok: false, problems: [read.problem] };

  const { report, problems } = collectProblems();
  const { text, document } = read;
  inspectContent(text, report);
  reportOrder(document, report);
  return isRecord(document, report) && problems().length === 0
    ? { ok: true, record: document }
    : { ok: false, problems: problems() };
}

/** What forbids a record that was put together here: the rules on its fields and their number. */
export function problemsOf(record: IncidentRecord): string[] {
  const { report, problems } = collectProblems();
  reportOrder(record, report);
  isRecord(record, report);
  return problems();
}

function reportOrder(document: unknown, report: Report): void {
  if (!isObject(document) || !isObject(document.incident)) return;
  const { declared_at: declared, resolved_at: resolved } = document.incident;
  if (typeof declared !== "string" || typeof resolved !== "string") return;
  const [from, to] = [parseTime(declared), parseTime(resolved)];
  if (from !== undefined && to !== undefined && to < from) {
    report(
      ["incident", "resolved_at"],
      `${show(resolved)} is before declared_at, ${show(declared)}`,
    );
  }
}

function collectProblems() {
  const listed = new Set<string>();
  let unlisted = 0;
  const report: Report = (path, problem) => {
    if (listed.size < MOST_PROBLEMS) listed.add(`${formatPath(path)}: ${problem}`);
    else unlisted += 1;
  };
  const problems = () =>
    unlisted === 0 ? [...listed] : [...listed, `record: ${unlisted} more problems are not listed`];
  return { report, problems };
}
