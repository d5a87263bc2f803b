export function chosenZone(query: string | undefined): string | undefined;

export function makeZones(send: (wanted: { path: string; zone: string }) => void): {
  want: (path: string, zone: string, answer: () => void) => void;
  settle: (name: string) => void;
};
