"use client";

import { createContext, use, type ReactNode } from "react";
import type { DeadlineGuide } from "@/lib/domain/deadline-guide";

const Guide = createContext<DeadlineGuide | undefined>(undefined);

/** Tells the forms within which day the policy sets. */
export function Guided({ guide, children }: { guide: DeadlineGuide; children: ReactNode }) {
  return <Guide value={guide}>{children}</Guide>;
}

export const useGuide = () => use(Guide);
