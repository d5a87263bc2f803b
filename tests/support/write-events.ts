// Declares an incident and adds events to it until it is killed; prints each text once it is stored.
import { replaceDatabase } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { declareIncident } from "@/db/mutations/incidents";
import { openDatabase } from "@/db/open";
import { makeViewer } from "./make";

const [file = ""] = process.argv.slice(2);
replaceDatabase(openDatabase(file));
const viewer = makeViewer();
const { key } = declareIncident(viewer, {
  title: "Checkout is slow",
  severity: "SEV2",
  submissionKey: `${process.pid}`,
});
for (let written = 0; ; written += 1) {
  const description = `${process.pid}-${written}`;
  addEvent(viewer, { key, type: "investigation", description, at: Date.now() });
  process.stdout.write(`${description}\n`);
}
