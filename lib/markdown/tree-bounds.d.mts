import type { Root } from "mdast";

export function tooLarge(root: Root): boolean;
