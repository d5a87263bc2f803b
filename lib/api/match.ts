import type { Method, Operation } from "./operation";

export type Match =
  | { operation: Operation; params: Record<string, string> }
  /** The address is known, but not with this method. */
  | { allowed: Method[] }
  | undefined;

/** Which operation answers a method at a path below /api/v1; a name beats a parameter. */
export function findOperation(operations: Operation[], method: string, path: string): Match {
  const segments = segmentsOf(path);
  if (!segments) return undefined;
  const here = operations
    .flatMap((operation) => {
      const params = paramsOf(operation.path, segments);
      return params ? [{ operation, params }] : [];
    })
    .toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
  const wanted = method === "HEAD" ? "GET" : method;
  const found = here.find(({ operation }) => operation.method === wanted);
  if (found) return found;
  return here.length > 0 ? { allowed: here.map(({ operation }) => operation.method) } : undefined;
}

function segmentsOf(path: string): string[] | undefined {
  try {
    return path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function paramsOf(template: string, segments: string[]): Record<string, string> | undefined {
  const names = template.split("/").slice(1);
  if (names.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? "";
    const param = /^\{(\w+)\}$/.exec(name)?.[1];
    if (param === undefined && name !== segment) return undefined;
    if (param !== undefined) params[param] = segment;
  }
  return params;
}
