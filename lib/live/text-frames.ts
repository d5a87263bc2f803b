import type { TextEvents } from "@/lib/domain/live-text";
import { frame } from "./frames";

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** One event of a text's stream. */
export const textFrame = <Type extends keyof TextEvents>(type: Type, data: TextEvents[Type]) =>
  frame(type, data);
