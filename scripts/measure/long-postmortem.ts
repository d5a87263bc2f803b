const WORDS =
  "the pool of connections was too small for what the new version of the library asked of it when customers paid with saved cards".split(
    " ",
  );

const SECTIONS = 40;
const PARAGRAPHS = 5;
const ROWS = 200;
const IMAGES = 50;
const WORDS_IN_ALL = 20_000;

/** Some words, others for each start. */
const words = (count: number, start: number) =>
  Array.from({ length: count }, (_, at) => WORDS[(start + at * 7) % WORDS.length]).join(" ");

/** A postmortem of 20,000 words, with 50 images and a table of 200 rows. */
export function longPostmortem(image: string): string {
  const perParagraph = Math.floor((WORDS_IN_ALL - ROWS * 8) / SECTIONS / PARAGRAPHS) - 12;
  const sections = Array.from({ length: SECTIONS }, (_, index) =>
    [
      `## Section ${index + 1}`,
      ...Array.from(
        { length: PARAGRAPHS },
        (__, at) =>
          `Paragraph ${at + 1} of **section ${index + 1}**: ${words(perParagraph, index + at)}.`,
      ),
      [1, 2, 3].map((at) => `- Item ${at} with \`code\` and ${words(12, at)}`).join("\n"),
      ...images(index, image),
    ].join("\n\n"),
  );
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `| ${at} | ${words(3, at)} | ${words(3, at + 1)} |`,
  );
  const table = ["| Row | What | Why |", "| --- | --- | --- |", ...rows].join("\n");
  return [...sections.toSpliced(SECTIONS / 2, 0, "## Table", table), ""].join("\n\n");
}

function images(section: number, image: string): string[] {
  const count =
    Math.ceil(((section + 1) * IMAGES) / SECTIONS) - Math.ceil((section * IMAGES) / SECTIONS);
  return Array.from({ length: count }, (_, at) => `![Graph ${section + 1}.${at + 1}](${image})`);
}
