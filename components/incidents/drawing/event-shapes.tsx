type Shape = { d: string; className: string };

const line = (colour: string) => `fill-none stroke-[2.5] ${colour}`;
const solid = (colour: string) => `stroke-card ${colour}`;

/** Twelve pixels around the middle, each type another outline. */
const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ["trigger", { d: "M0-6 6 5H-6Z", className: solid("fill-danger") }],
  ["detection", { d: "M0-5A5 5 0 0 1 0 5 5 5 0 0 1 0-5Z", className: solid("fill-warning") }],
  ["declaration", { d: "M-1 7V-6H9L6-2 9 2H1V7Z", className: solid("fill-danger") }],
  [
    "investigation",
    { d: "M2 2 6 6M3-1A4 4 0 0 1-5-1 4 4 0 0 1 3-1Z", className: line("stroke-muted-foreground") },
  ],
  ["communication", { d: "M-6-5H6V3H0L-4 6V3H-6Z", className: solid("fill-info") }],
  ["escalation", { d: "M0-7 6 0H2V6H-2V0H-6Z", className: solid("fill-warning") }],
  [
    "mitigation",
    { d: "M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z", className: solid("fill-status-maintenance") },
  ],
  ["resolution", { d: "M-6 0-2 4 6-5", className: line("stroke-success") }],
  ["reopening", { d: "M5-6V6L-6 0Z", className: solid("fill-danger") }],
]);
const OTHER: Shape = { d: "M-2-5H2V5H-2Z", className: solid("fill-muted-foreground") };

export function EventShape({ type }: { type: string }) {
  return <path {...(SHAPES.get(type) ?? OTHER)} />;
}
