// Merges the first incident of each pair into the second, or the other way around, once it is told to start.
import { replaceDatabase } from "@/db/client";
import { mergeIncident } from "@/db/mutations/merges";
import { openDatabase } from "@/db/open";
import { DomainError } from "@/lib/domain/error";
import { makeViewer } from "./make";

const [file = "", direction = "", ...keys] = process.argv.slice(2);
replaceDatabase(openDatabase(file));
process.stdout.write("ready\n");
process.stdin.once("data", () => {
  for (let index = 0; index < keys.length; index += 2) {
    const [a = "", b = ""] = keys.slice(index, index + 2);
    const [key, other] = direction === "forth" ? [a, b] : [b, a];
    try {
      mergeIncident(makeViewer({ name: direction }), { key, other });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  process.exit();
});
