import type { Root } from "hast";

export function layOut(markdown: string): Root | undefined;
