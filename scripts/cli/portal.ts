import { z } from "zod";
import type { Method } from "@/lib/api/operation";

/** What a verb asks of a portal: an operation of its API. */
export type Asked = {
  method: Method;
  /** Below /api/v1, with the query. */
  path: string;
  body?: unknown;
  /** Of a change: the ETag of what was read before. */
  ifMatch?: string | undefined;
};

export type Answered = { body: unknown; etag: string | undefined };

/**
 * Muster as the command line speaks to it: the database here, or a portal that runs elsewhere. Both do the
 * same and refuse the same, by throwing `Refused`.
 */
export type Portal = (asked: Asked) => Promise<Answered>;

export const problemShape = z.object({
  type: z.string(),
  detail: z.string(),
  errors: z
    .array(
      z.object({
        pointer: z.string().optional(),
        parameter: z.string().optional(),
        detail: z.string(),
      }),
    )
    .optional(),
  current: z.unknown().optional(),
  findings: z.array(z.object({ key: z.string(), says: z.string() })).optional(),
});

export type ProblemSaid = z.infer<typeof problemShape>;

/** A portal's no. */
export class Refused extends Error {
  override name = "Refused";
  constructor(readonly problem: ProblemSaid) {
    super([problem.detail, ...partsOf(problem)].join("\n"));
  }
}

function partsOf({ detail, errors = [] }: ProblemSaid): string[] {
  return errors
    .filter((each) => each.detail !== detail)
    .map(({ pointer, parameter, detail: says }) => {
      const place = pointer?.slice(1) ?? parameter ?? "";
      return `  ${place === "" ? "" : `${place}: `}${says}`;
    });
}

/** Reads something in the shape that a verb needs of it. */
export async function read<Shape extends z.ZodType>(
  portal: Portal,
  path: string,
  shape: Shape,
): Promise<z.output<Shape>> {
  return shape.parse((await portal({ method: "GET", path })).body);
}

/** Changes something as whoever has just read it at `at`. */
export async function change(
  portal: Portal,
  asked: { method: "PATCH" | "PUT" | "DELETE"; path: string; body?: unknown },
  at = asked.path,
): Promise<unknown> {
  const { etag } = await portal({ method: "GET", path: at });
  return (await portal({ ...asked, ifMatch: etag })).body;
}

/** A path of the API: a template's literal parts as they are, its values escaped. */
export const pathOf = (parts: TemplateStringsArray, ...values: (string | number)[]): string =>
  parts.map((part, index) => part + encodeURIComponent(String(values[index] ?? ""))).join("");

/** A query of what is set. */
export function queryOf(given: Record<string, string | boolean | undefined>): string {
  const set = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return set.length === 0 ? "" : `?${new URLSearchParams(set)}`;
}
