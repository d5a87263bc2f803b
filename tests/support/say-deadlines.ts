import { replaceDatabase } from "@/db/client";
import { addActionItem } from "@/db/mutations/action-item-edits";
import { setDeadline } from "@/db/mutations/deadlines";
import { importRecord } from "@/db/mutations/import";
import { openDatabase } from "@/db/open";
import { listBoardCards } from "@/db/queries/action-items";
import { findIncidentByKey, recordOf } from "@/db/queries/record";
import { addDays } from "@/lib/domain/working-days";
import { formatDate } from "@/lib/format";
import { makeViewer, sampleRecord } from "./make";
import { makeTeam } from "./make-team";

/** Around the changes of clocks in Berlin, New York and on Lord Howe, a year's end and a leap day. */
const MOMENTS = [
  "2026-03-08T06:59:59Z",
  "2026-03-29T00:59:59Z",
  "2026-04-04T14:59:59Z",
  "2026-10-25T00:30:00Z",
  "2026-11-01T05:30:00Z",
  "2026-12-31T23:30:00Z",
  "2028-02-28T23:30:00Z",
].map((text) => Date.parse(text));
const ZONES = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin", "Australia/Lord_Howe"];
const DAYS = Array.from({ length: 60 }, (_, index) => addDays("2023-12-30", index * 73));

const viewer = makeViewer();
const key = sampleRecord().incident.id;
replaceDatabase(openDatabase(":memory:"));
importRecord(viewer.name, sampleRecord());
for (const zone of ZONES) makeTeam({ name: zone, zone, members: [zone] });

for (const now of MOMENTS) {
  for (const owner of ["", ...ZONES]) {
    addActionItem(viewer, { key, title: "Dated by the policy", owner, priority: "P1" }, now);
  }
}
for (const [index, day] of DAYS.entries()) {
  const { id } = addActionItem(viewer, { key, title: "Dated by a person", deadline: day });
  const later = DAYS[(index * 7) % DAYS.length] ?? day;
  setDeadline(viewer, { id, seen: day, deadline: later, deadlineReason: "Later" });
  setDeadline(viewer, { id, seen: later, deadline: day, deadlineReason: "Back" });
}

const incident = findIncidentByKey(viewer, key);
const exported = recordOf(incident?.id ?? 0).action_items ?? [];
const seen = MOMENTS.map((now) =>
  listBoardCards(viewer, {}, now).map((card) => [
    ...[card.id, card.deadline, card.today, card.state, card.isUnownedTooLong],
    formatDate(card.deadline ?? ""),
  ]),
);
process.stdout.write(
  JSON.stringify({ days: DAYS, exported: exported.map(({ deadline }) => deadline), seen }),
);
