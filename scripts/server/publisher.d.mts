import type { Change } from "@/scripts/status/press";

export function startPublisher(
  given: {
    dataDir: string;
    url: string;
    isCopy?: boolean;
    thread?: URL;
    onStanding?: (standing: { staleSince: number | undefined }) => void;
  },
  onChange: (change: Change) => void,
  onError: (error: Error) => void,
): { end: () => Promise<number> };
