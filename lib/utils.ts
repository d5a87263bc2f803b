import { clsx, type ClassValue } from "clsx";
import { twMerge } from "tailwind-merge";

/** Class names in one string; of two that collide, the later one stays. */
export function cn(...inputs: ClassValue[]): string {
  return twMerge(clsx(inputs));
}
