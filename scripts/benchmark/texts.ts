import type { Random } from "./random";

const AREAS = "payments,orders,search,catalog,login,accounts,mail,shipping,billing,reports".split(
  ",",
);
const PARTS = "api,gateway,worker,cache,database,queue".split(",");
const FIRST = "Alice,Bob,Chen,Dana,Emeka,Farah,Grace,Hiro,Ines,Jonas,Kofi,Lena".split(",");
const LAST = "Adler,Bauer,Costa,Diaz,Evans,Fischer,Gupta,Haddad,Ito,Jensen".split(",");

const pairs = (before: string[], after: string[], joint: string) =>
  before.flatMap((one) => after.map((other) => `${one}${joint}${other}`));

const listOf = (items: string[]): [string, ...string[]] => [items[0] ?? "", ...items.slice(1)];

export const SERVICES = listOf(pairs(AREAS, PARTS, "-"));
export const PEOPLE = listOf(pairs(FIRST, LAST, " "));

/** What incidents are blamed on, with a number behind it that makes it one of several. */
export const FACTORS =
  "No alert on the queue of node,The review missed the limit of,A vendor changed the interface of,Somebody mistyped the address of,The load was beyond the capacity of".split(
    ",",
  );

/** In one event of 50,000. */
export const RARE_WORD = "heisenbug";
const RARE = 1 / 50_000;

const SUBJECTS = listOf(
  "The gateway,The connection pool,A replica,The primary database,The queue,The cache,A certificate,The load balancer,One node,The deployment,DNS,The rate limiter,A cron job,The token service".split(
    ",",
  ),
);
const VERBS = listOf(
  "is exhausted,answers slowly,times out,refuses connections,was restarted,ran out of memory,fell behind,was rolled back,returned errors,recovered,was scaled up,lost its leader,hit its limit".split(
    ",",
  ),
);
const CIRCUMSTANCES = listOf(
  "after the last deployment,in eu-west-1,in us-east-1,for a tenth of requests,since a traffic peak,during the nightly batch,behind the proxy,on two of five nodes,with error rate above 5 %,while the backup ran,for premium customers,after a configuration change".split(
    ",",
  ),
);
const FAULTS = listOf(
  "Elevated errors,Slow answers,Timeouts,Failed logins,Lost messages,Stale data,Double charges,Missing mail,Full disk,Broken uploads".split(
    ",",
  ),
);

/** "The queue fell behind in eu-west-1, 43 percent of requests affected." */
export function sentence(random: Random): string {
  const subject = random.next() < RARE ? `A ${RARE_WORD}` : random.pick(SUBJECTS);
  const number = random.below(100);
  return `${subject} ${random.pick(VERBS)} ${random.pick(CIRCUMSTANCES)}, ${number} percent of requests affected.`;
}

export const incidentTitle = (random: Random, service: string) =>
  `${random.pick(FAULTS)} in ${service} ${random.pick(CIRCUMSTANCES)}`;

export function message(random: Random, service: string): string {
  const minutes = [15, 30, 60][random.below(3)];
  return `We see ${random.pick(FAULTS).toLowerCase()} in ${service}. ${sentence(random)} Next update in ${minutes} minutes.`;
}

export function postmortem(random: Random): string {
  const paragraphs = Array.from({ length: 8 }, () => sentence(random)).join("\n\n");
  return `## Summary\n\n${paragraphs}\n\n## Root cause\n\n${sentence(random)}\n`;
}
