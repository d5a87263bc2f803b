import { formatPath, isObject, show } from "@/lib/record/path";
import { readJson } from "@/lib/record/syntax";
import { answer, type Answer } from "./shape";
import { takenSite, type TakenSite } from "./taken";

/** A file's name, and what stands in it; one that was not named by anybody may be something else. */
export type GivenFile = { name: string; content: Uint8Array | string; isNamed: boolean };

export type ReadSite =
  | { ok: true; site: TakenSite; read: string[]; notes: string[] }
  | { ok: false; problems: string[] };

const LISTS = ["components", "incidents", "scheduled_maintenances"];
const FIELDS = ["page", "status", ...LISTS];
const MOST_PROBLEMS = 50;
const PAGE = 50;

/** The site that files of the Statuspage API tell of, or all that is wrong with them, each with its path. */
export function readSiteFiles(files: GivenFile[]): ReadSite {
  const problems: string[] = [];
  const answers: { name: string; answer: Answer }[] = [];
  for (const file of files) {
    const read = readFile(file);
    if ("answer" in read) answers.push({ name: file.name, answer: read.answer });
    else problems.push(...read.problems.map((problem) => `${file.name}: ${problem}`));
  }
  const [first, ...more] = answers;
  if (problems.length === 0 && !first) problems.push("There is no answer of the Statuspage API.");
  const other = more.find((one) => one.answer.page.id !== first?.answer.page.id);
  if (first && other) {
    problems.push(
      `${other.name}: page.id: ${show(other.answer.page.id)} is another page than ${show(first.answer.page.id)} of ${first.name}`,
    );
  }
  if (!first || problems.length > 0) return { ok: false, problems: limited(problems) };
  const site = takenSite([first.answer, ...more.map((one) => one.answer)]);
  return { ok: true, site, read: answers.map(({ name }) => name), notes: notesOn(site, answers) };
}

type Read = { answer: Answer } | { problems: string[] };

function readFile({ content, isNamed }: GivenFile): Read {
  const read = readJson(content);
  if (!read.ok) return { problems: [read.problem] };
  const { document } = read;
  if (!isObject(document) || !isObject(document.page) || !LISTS.some((list) => list in document)) {
    const problem = `This is no answer of the Statuspage API: it has no page, or none of ${LISTS.join(", ")}.`;
    return { problems: isNamed ? [problem] : [] };
  }
  if (!isNamed && Object.keys(document).some((field) => !FIELDS.includes(field))) {
    return { problems: [] }; // of some other API
  }
  const parsed = answer.safeParse(document);
  if (parsed.success) return { answer: parsed.data };
  return {
    problems: parsed.error.issues.map(({ path, message }) => {
      const words = message.startsWith("is ") ? message : message.replace(/^Invalid \w+: /, "");
      return `${formatPath(path)}: ${words}`;
    }),
  };
}

function limited(problems: string[]): string[] {
  const more = problems.length - MOST_PROBLEMS;
  if (more <= 0) return problems;
  return [...problems.slice(0, MOST_PROBLEMS), `${more} more problems are not listed.`];
}

/** What the files leave out, as far as one can tell. */
function notesOn(site: TakenSite, answers: { answer: Answer }[]): string[] {
  const { components, incidents, page } = site;
  const fullest = Math.max(...answers.map((one) => one.answer.incidents?.length ?? 0));
  const oldest = incidents.reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity);
  return [
    page.zone === undefined && "The page's time zone is not known, so it stays as it is here.",
    components.some((one) => !one.isGroup && !one.isPast && one.startDate === null) &&
      "Some components have no first day: until they are given one, their uptime is no data.",
    fullest === PAGE &&
      incidents.length % PAGE === 0 &&
      `The incidents reach back to ${new Date(oldest).toISOString().slice(0, 10)} and may be cut off there: give incidents.json?page=${incidents.length / PAGE + 1} as well.`,
  ].filter((note) => note !== false);
}
