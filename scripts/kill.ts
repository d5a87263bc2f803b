// Kills a built portal again and again under load: npm run kill -- --times 100
import { parseArgs } from "node:util";
import { killAgainAndAgain } from "./load/kill";

const { values } = parseArgs({
  options: { times: { type: "string", default: "100" }, seed: { type: "string", default: "1" } },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const killed = await killAgainAndAgain(Number(values.times), Number(values.seed), say);
say(JSON.stringify(killed, null, 2));
process.exitCode = killed.lost.length === 0 && killed.integrity === "ok" ? 0 : 1;
