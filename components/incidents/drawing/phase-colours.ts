const FILLS: ReadonlyMap<string, string> = new Map([
  ["detection", "fill-component-degraded"],
  ["triage", "fill-component-partial"],
  ["investigation", "fill-component-major"],
  ["mitigation", "fill-component-maintenance"],
  ["resolution", "fill-component-operational"],
]);

/** A phase's fill. The name stands beside it wherever it is used. */
export function colourOf(phase: string): string {
  return FILLS.get(phase) ?? "fill-muted-foreground";
}
