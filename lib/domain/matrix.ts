import { HAPPENINGS, isPublic, type Happening } from "./happenings";
import { SEVERITIES, type Severity } from "./incident";

/** A channel is told of a happening down to a severity. */
export type Rule = { channelId: number; happening: Happening; downTo: Severity };

/** The fields of the matrix's form by name: a severity, or nothing where a channel is not told. */
export type MatrixTexts = Record<string, string>;

type Column = { id: number; isInternal: boolean };

export const cellName = (channelId: number, happening: Happening): string =>
  `rule.${channelId}.${happening}`;

/** What a channel may be told of. */
export const happeningsFor = ({ isInternal }: Pick<Column, "isInternal">): readonly Happening[] =>
  isInternal ? HAPPENINGS : HAPPENINGS.filter(isPublic);

/** What a cell may hold, and in which words. */
export const CELL_CHOICES: readonly (readonly [string, string])[] = [
  ["", "–"],
  ["SEV4", "All"],
  ["SEV3", "SEV1–3"],
  ["SEV2", "SEV1–2"],
  ["SEV1", "SEV1"],
];

/** Every cell of the matrix as its form holds it. */
export function matrixTexts(columns: readonly Column[], rules: readonly Rule[]): MatrixTexts {
  const standing = new Map(
    rules.map(({ channelId, happening, downTo }) => [cellName(channelId, happening), downTo]),
  );
  return Object.fromEntries(
    columns.flatMap((column) =>
      happeningsFor(column).map((happening) => {
        const name = cellName(column.id, happening);
        return [name, standing.get(name) ?? ""] as const;
      }),
    ),
  );
}

export type CellChange = {
  channelId: number;
  happening: Happening;
  before: string;
  after: Severity | null;
};

/**
 * What somebody changed in the matrix: only the cells that they left otherwise than they saw them. `collided` says
 * whether somebody else changed one of those meanwhile.
 */
export function matrixChanges(
  columns: readonly Column[],
  rules: readonly Rule[],
  { written, seen }: { written: MatrixTexts; seen: MatrixTexts },
): { changes: CellChange[]; collided: boolean } {
  const standing = matrixTexts(columns, rules);
  const cells = columns.flatMap((column) =>
    happeningsFor(column).map((happening) => ({ channelId: column.id, happening })),
  );
  const changed = cells.flatMap((cell) => {
    const name = cellName(cell.channelId, cell.happening);
    const [saw = "", before = ""] = [seen[name], standing[name]];
    const text = written[name] ?? saw;
    if (text === saw || text === before) return [];
    const after = SEVERITIES.find((severity) => severity === text) ?? null;
    return [{ ...cell, before, after, isLate: before !== saw }];
  });
  return {
    changes: changed.map(({ isLate: _, ...change }) => change),
    collided: changed.some(({ isLate }) => isLate),
  };
}
