"use client";

import { createContext, useContext } from "react";
import type { FormAction } from "@/components/form/use-form";
import type { Opened, TimelineAddress, TimelinePlace } from "./timeline-address";

/** The id of the list of people that fields offer. */
export const PEOPLE_LIST = "timeline-people";

export type TimelineActions = {
  add: FormAction;
  edit: FormAction;
  pin: FormAction;
  link: FormAction;
  attachPicture: FormAction;
  removeLink: FormAction;
  ask: FormAction;
};

export type TimelineWriting = {
  incidentKey: string;
  viewer: { name: string; isAdmin: boolean };
  actions: TimelineActions;
  /** Whom one can ask. */
  people: string[];
};

export type TimelineTools = {
  place: TimelinePlace;
  address: TimelineAddress;
  opened: Opened;
  writing: TimelineWriting | undefined;
};

const Tools = createContext<TimelineTools | undefined>(undefined);
export const TimelineToolsProvider = Tools.Provider;

/** Where the rows of a timeline find what they have in common. */
export function useTimelineTools(): TimelineTools {
  const tools = useContext(Tools);
  if (!tools) throw new Error("A row of a timeline stands outside of one.");
  return tools;
}
