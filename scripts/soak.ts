// Lets a built portal live through a realistic load, on data of its own: npm run soak -- --minutes 30
import { parseArgs } from "node:util";
import { growth, soak } from "./load/soak";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    "per-second": { type: "string", default: "5" },
  },
});
const minutes = Number(values.minutes);
const print = (...cells: (string | number)[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);

print("minute", "memory, MB", "open files", "WAL, MB", "requests", "median ms", "p99 ms");
print("---", "---", "---", "---", "---", "---", "---");
const wanted = { minutes, samples: 20, perSecond: Number(values["per-second"]) };
const { samples, others, ended } = await soak(wanted, (sample) =>
  print(
    ...[sample.minute.toFixed(1), sample.memory, sample.files],
    ...[sample.log, sample.done, sample.p50, sample.p99],
  ),
);
const percent = (share: number) => `${Math.round(share * 100)} %`;
const grown = { memory: growth(samples, "memory"), files: growth(samples, "files") };
process.stdout.write(
  `From the second quarter to the last, memory grew by ${percent(grown.memory)} and open files by ${percent(grown.files)}.\n`,
);
process.stdout.write(
  `Not answered as expected: ${JSON.stringify(Object.fromEntries(others))}. The portal ended with ${ended}.\n`,
);
process.exitCode = grown.memory < 0.15 && grown.files < 0.15 && others.size === 0 ? 0 : 1;
