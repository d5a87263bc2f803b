/**
 * The numbers of many incidents, counted anew from their exports as the specification has them, with nothing of
 * the portal's own rules.
 */
export type Exported = {
  record: {
    incident: {
      id: string;
      severity: string;
      status: string;
      declared_at: string;
      resolved_at?: string | null;
      service?: string | null;
      affected_services?: string[];
    };
    events?: { timestamp: string; type?: string }[];
    communications?: { timestamp: string; audience?: string; message: string }[];
    action_items?: { title: string; status?: string; deadline?: string }[];
    resolution?: { contributing_factors?: string[] };
  };
  /** What people chose or did in the portal. */
  mitigatedAt?: number | undefined;
  publishedAt?: number | undefined;
  categories: Record<string, string>;
  /** By the item's title. */
  closedAt: Record<string, number | null>;
};

/** What each factor in use is known to be: its category, and which others say the same. */
export type Known = Record<string, { category: string; group: string }>;

const TARGETS: Record<string, Record<string, number>> = {
  detect: { SEV1: 10, SEV2: 30, SEV3: 60, SEV4: 120 },
  mitigate: { SEV1: 60, SEV2: 120, SEV3: 240, SEV4: 480 },
  resolve: { SEV1: 120, SEV2: 480, SEV3: 1440, SEV4: 2880 },
};
const WEIGHTS: Record<string, number> = { SEV1: 8, SEV2: 4, SEV3: 2, SEV4: 1 };
const DAY = 24 * 60 * 60 * 1000;

const tenth = (number: number) => Math.round(number * 10) / 10;
const minutes = (from: number | undefined, to: number | undefined) =>
  from === undefined || to === undefined || to < from ? undefined : tenth((to - from) / 60_000);

function timesOf({ record, mitigatedAt }: Exported) {
  const { incident, events = [] } = record;
  const at = (type: string) =>
    events
      .filter((event) => event.type === type)
      .map(({ timestamp }) => Date.parse(timestamp))
      .sort((a, b) => a - b);
  const all = events.map(({ timestamp }) => Date.parse(timestamp)).sort((a, b) => a - b);
  const started = at("trigger")[0] ?? all[0];
  const detected = at("detection")[0];
  const declared = Date.parse(incident.declared_at);
  const resolved = incident.resolved_at
    ? Date.parse(incident.resolved_at)
    : at("resolution").at(-1);
  const mitigated =
    mitigatedAt ??
    at("mitigation")
      .filter((each) => each <= (resolved ?? Infinity))
      .at(-1);
  return {
    detect: minutes(started, detected),
    mitigate: minutes(detected, mitigated),
    resolve: minutes(detected, resolved),
    duration: minutes(declared, resolved),
  };
}

function spreadOf(values: { value: number; severity: string }[], time: string) {
  const sorted = values.map(({ value }) => value).sort((a, b) => a - b);
  const n = sorted.length;
  const met = values.filter(({ value, severity }) => value <= (TARGETS[time]?.[severity] ?? 0));
  if (n < 5) return { n, median: null, p90: null, values: sorted, met: met.length };
  const middle = [sorted[Math.floor((n - 1) / 2)] ?? 0, sorted[Math.floor(n / 2)] ?? 0];
  const p90 = sorted.find((each) => sorted.filter((other) => other <= each).length >= 0.9 * n);
  const median = tenth(((middle[0] ?? 0) + (middle[1] ?? 0)) / 2);
  return { n, median, p90: p90 ?? null, values: [], met: met.length };
}

function promisesOf({ record, publishedAt }: Exported) {
  const { incident, communications = [] } = record;
  const isOver = Boolean(incident.resolved_at) || ["resolved", "closed"].includes(incident.status);
  const told = communications.map(({ timestamp, ...message }) => ({
    ...message,
    at: Date.parse(timestamp),
  }));
  return told.flatMap(({ at, audience, message }) => {
    const update = /Next update in (\d+) minutes/.exec(message)?.[1];
    const report = /report within (\d+) hours/.exec(message)?.[1];
    const answers = told.filter((other) => other.audience === audience && other.at > at);
    const answeredAt = answers.map((answer) => answer.at).sort((a, b) => a - b)[0];
    const state = (due: number, came: number | undefined, without: string) =>
      came === undefined ? without : came <= due ? "kept" : "missed";
    return [
      ...(update
        ? [`updates ${state(at + Number(update) * 60_000, answeredAt, isOver ? "missed" : "open")}`]
        : []),
      ...(report ? [`reports ${state(at + Number(report) * 3_600_000, publishedAt, "open")}`] : []),
    ];
  });
}

function outcomesOf({ record, closedAt }: Exported, now: number) {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return (record.action_items ?? []).map(({ title, status, deadline }) => {
    const closed = closedAt[title];
    if (status === "wont_do") return "dropped";
    if (status !== "done" && status !== "completed") {
      return deadline && deadline < day(now) ? "overdue" : "open";
    }
    if (closed === null || closed === undefined) return "day-unknown";
    if (!deadline) return "undated";
    return day(closed) <= deadline ? "in-time" : "late";
  });
}

function countBy(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** All numbers, in the portal's shape as far as that has an order of its own. */
export function recount(exported: Exported[], known: Known, now: number) {
  const incidents = exported.map((each) => ({ ...each, times: timesOf(each) }));
  const severityOf = ({ record }: Exported) => record.incident.severity;
  const spread = (time: "detect" | "mitigate" | "resolve", severity?: string) =>
    spreadOf(
      incidents.flatMap((each) => {
        const value = each.times[time];
        const isMeant = severity === undefined || severityOf(each) === severity;
        return value === undefined || !isMeant ? [] : [{ value, severity: severityOf(each) }];
      }),
      time,
    );
  const numbers = (time: "detect" | "mitigate" | "resolve") => ({
    all: spread(time),
    bySeverity: Object.fromEntries(
      Object.keys(WEIGHTS).map((severity) => [severity, spread(time, severity)]),
    ),
  });
  const promises = countBy(incidents.flatMap(promisesOf));
  const ended = (kind: string) => ({
    kept: promises[`${kind} kept`] ?? 0,
    missed: promises[`${kind} missed`] ?? 0,
    open: promises[`${kind} open`] ?? 0,
  });
  const factors = incidents.flatMap(({ record, categories }) =>
    (record.resolution?.contributing_factors ?? []).map((text) => ({
      key: record.incident.id,
      category: categories[text] ?? known[text]?.category ?? "",
      group: known[text]?.group ?? "",
    })),
  );
  const incidentsWith = (isMeant: (factor: (typeof factors)[number]) => boolean) =>
    new Set(factors.filter(isMeant).map(({ key }) => key)).size;
  const services: Record<
    string,
    { incidents: number; untimed: number; minutes: number; weighted: number }
  > = {};
  for (const each of incidents) {
    const { service, affected_services: affected = [], severity } = each.record.incident;
    for (const name of new Set([...(service ? [service] : []), ...affected])) {
      const sum = services[name] ?? { incidents: 0, untimed: 0, minutes: 0, weighted: 0 };
      const length = each.times.duration ?? 0;
      services[name] = {
        incidents: sum.incidents + 1,
        untimed: sum.untimed + (each.times.duration === undefined ? 1 : 0),
        minutes: tenth(sum.minutes + length),
        weighted: tenth(sum.weighted + length * (WEIGHTS[severity] ?? 0)),
      };
    }
  }
  const mondays = incidents.map(({ record }) => {
    const at = Date.parse(record.incident.declared_at);
    const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
    const monday = new Date(at - sinceMonday * DAY).toISOString().slice(0, 10);
    return `${monday} ${record.incident.severity}`;
  });
  return {
    total: incidents.length,
    weeks: countBy(mondays),
    times: {
      detect: numbers("detect"),
      mitigate: numbers("mitigate"),
      resolve: numbers("resolve"),
    },
    promises: { updates: ended("updates"), reports: ended("reports") },
    categories: Object.fromEntries(
      ["process", "tooling", "human", "environment", "external"].map((category) => [
        category,
        {
          incidents: incidentsWith((factor) => factor.category === category),
          factors: factors.filter((factor) => factor.category === category).length,
        },
      ]),
    ),
    recurring: Object.fromEntries(
      [...new Set(factors.map(({ group }) => group))]
        .map((group) => [group, incidentsWith((factor) => factor.group === group)] as const)
        .filter(([, count]) => count > 1),
    ),
    services,
    actions: {
      "in-time": 0,
      late: 0,
      undated: 0,
      "day-unknown": 0,
      overdue: 0,
      open: 0,
      dropped: 0,
      ...countBy(incidents.flatMap((each) => outcomesOf(each, now))),
    },
  };
}
