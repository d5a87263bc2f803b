import { describe, expect, test } from "vitest";
import { HAPPENINGS } from "@/lib/domain/happenings";
import {
  channelHears,
  choiceOf,
  choicesFor,
  personHears,
  usualChoice,
  type ChannelLimits,
  type Listener,
  type Subject,
} from "@/lib/domain/hearing";

const subject = (overrides: Partial<Subject> = {}): Subject => ({
  ...{ severity: "SEV2", serviceIds: [1], teamIds: [7], isPrivate: false, isDrill: false },
  ...overrides,
});

const limits = (overrides: Partial<ChannelLimits> = {}): ChannelLimits => ({
  ...{ isInternal: true, hearsDrills: true, serviceId: null, teamId: null },
  ...overrides,
});

const DECLARED = { happening: "incident.declared", downTo: "SEV4" } as const;

describe("channelHears", () => {
  test("tells an open channel of everything that is not private", () => {
    expect(channelHears(limits(), DECLARED, subject())).toBe(true);
    expect(channelHears(limits(), DECLARED, subject({ isPrivate: true }))).toBe(false);
  });

  test("tells of severities down to the rule’s, and of one that nobody knows", () => {
    const rule = { ...DECLARED, downTo: "SEV2" } as const;
    const heard = (severity: Subject["severity"]) =>
      channelHears(limits(), rule, subject({ severity }));
    expect([heard("SEV1"), heard("SEV2"), heard("SEV3"), heard(null)]).toEqual([
      ...[true, true, false, true],
    ]);
  });

  test("tells of one service or one team’s alone, where it is limited to them", () => {
    const heard = (overrides: Partial<ChannelLimits>) =>
      channelHears(limits(overrides), DECLARED, subject());
    expect([heard({ serviceId: 1 }), heard({ serviceId: 2 })]).toEqual([true, false]);
    expect([heard({ teamId: 7 }), heard({ teamId: 8 })]).toEqual([true, false]);
    expect(heard({ serviceId: 1, teamId: 8 })).toBe(false);
  });

  test("leaves drills out where it is not to hear of them", () => {
    const drill = subject({ isDrill: true });
    expect(channelHears(limits(), DECLARED, drill)).toBe(true);
    expect(channelHears(limits({ hearsDrills: false }), DECLARED, drill)).toBe(false);
  });

  test("tells outsiders of public updates alone", () => {
    const outside = limits({ isInternal: false });
    const heard = HAPPENINGS.filter((happening) =>
      channelHears(outside, { happening, downTo: "SEV4" }, subject()),
    );
    expect(heard).toEqual(["update.posted_public"]);
  });
});

describe("choicesFor", () => {
  test("gives nobody what others are asked, and lets nobody miss a call", () => {
    expect(choicesFor("role.assigned")).toEqual(["never", "mine"]);
    expect(choicesFor("escalation.raised")).toEqual(["mine", "all"]);
    expect(choicesFor("incident.declared")).toEqual(["never", "mine", "all"]);
  });

  test("holds what is usual, for each happening", () => {
    for (const happening of HAPPENINGS) {
      expect(choicesFor(happening)).toContain(usualChoice(happening));
    }
  });
});

describe("choiceOf", () => {
  test("is the person’s own, as far as it can be chosen", () => {
    expect(choiceOf("incident.declared", "all")).toBe("all");
    expect(choiceOf("incident.declared", undefined)).toBe("never");
    expect(choiceOf("role.assigned", "all")).toBe("mine");
    expect(choiceOf("escalation.raised", "never")).toBe("mine");
  });
});

describe("personHears", () => {
  const listener = (overrides: Partial<Listener> = {}): Listener => ({
    ...{ choice: "mine", isAddressed: false, isConcerned: false, isActor: false },
    ...overrides,
  });
  const heard = (overrides: Partial<Listener>, isDrill = false) =>
    personHears(listener(overrides), "incident.resolved", { isDrill });

  test("tells whom it concerns or addresses, and whoever wants to hear of all", () => {
    expect(heard({})).toBe(false);
    expect(heard({ isConcerned: true })).toBe(true);
    expect(heard({ isAddressed: true })).toBe(true);
    expect(heard({ choice: "all" })).toBe(true);
    expect(heard({ choice: "never", isConcerned: true })).toBe(false);
  });

  test("does not tell people of what they did themselves", () => {
    expect(heard({ isConcerned: true, isActor: true })).toBe(false);
  });

  test("tells of a drill whom it concerns alone", () => {
    expect(heard({ choice: "all" }, true)).toBe(false);
    expect(heard({ choice: "all", isConcerned: true }, true)).toBe(true);
  });

  test("tells of what is personal nobody but whom it addresses", () => {
    const given = (overrides: Partial<Listener>) =>
      personHears(listener(overrides), "role.assigned", { isDrill: false });
    expect(given({ isConcerned: true })).toBe(false);
    expect(given({ isAddressed: true })).toBe(true);
  });

  test("calls whoever is to come, whatever they chose", () => {
    const called = listener({ choice: "never", isAddressed: true, isActor: true });
    expect(personHears(called, "escalation.raised", { isDrill: false })).toBe(true);
  });
});
