import type { PackedFile } from "@/scripts/status/packed";
import type { Change } from "@/scripts/status/press";
import type { Wanted } from "@/scripts/status/zoned-page";

export function startPublisher(
  given: {
    dataDir: string;
    url: string;
    isCopy?: boolean;
    thread?: URL;
    onZoned?: (zoned: { name: string; file?: PackedFile }) => void;
    onStanding?: (standing: { staleSince: number | undefined }) => void;
  },
  onChange: (change: Change) => void,
  onError: (error: Error) => void,
): { want: (wanted: Wanted) => void; end: () => Promise<number> };
