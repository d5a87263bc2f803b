import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GivenFile } from "@/lib/statuspage-import/read";
import { readSiteFiles } from "@/lib/statuspage-import/read";
import type { TakenSite } from "@/lib/statuspage-import/taken";

const FOLDER = "tests/support/statuspage";

/** Answers of a page's API by their file's name, fresh on each call, to be changed by a test. */
export function sampleAnswers(page: "harbor" | "lantern") {
  return Object.fromEntries(
    readdirSync(join(FOLDER, page)).map((name) => [
      name,
      JSON.parse(readFileSync(join(FOLDER, page, name), "utf8")),
    ]),
  );
}

export const filesOf = (answers: object): GivenFile[] =>
  Object.entries(answers).map(([name, answer]) => ({
    name,
    content: JSON.stringify(answer),
    isNamed: true,
  }));

/** The site that answers tell of, which the test says are well formed. */
export function siteOf(answers: object): TakenSite {
  const read = readSiteFiles(filesOf(answers));
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return read.site;
}
