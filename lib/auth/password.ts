import { hash, verify } from "@node-rs/argon2";
import { isTooLong, passwordProblem } from "@/lib/domain/password";
import { DomainError } from "@/lib/domain/error";

/** Argon2id, the package's default algorithm, at OWASP's first choice of costs. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of bytes nobody kept: what the password of an account that does not exist is checked against. */
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$5nbqLyPU8NqixuNuca/VvA$ZhywZhcmdAiSLT6k3liCA7+zeadBa2ZU4lI2W5HKOFE";

const AT_ONCE = 2;

declare global {
  var musterHashing: { running: number; waiting: (() => void)[] } | undefined;
}

/** The hash to store of a new password; throws a DomainError for one that cannot be chosen. */
export async function hashPassword(password: string): Promise<string> {
  const problem = passwordProblem(password);
  if (problem) throw new DomainError(problem);
  return inTurn(() => hash(password, COSTS));
}

/** The hash to store of a share link's passcode, which is looked at elsewhere. */
export const hashPasscode = (passcode: string): Promise<string> =>
  inTurn(() => hash(passcode, COSTS));

/** Whether the password fits the hash. Without a hash it takes as long, and does not. */
export async function fitsPassword(password: string, stored: string | undefined): Promise<boolean> {
  if (isTooLong(password)) return false;
  const fits = await inTurn(() => verify(stored ?? NOBODY, password));
  return fits && stored !== undefined;
}

/** Hashing is meant to be costly; a few at once leave the processor to everybody else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const queue = (globalThis.musterHashing ??= { running: 0, waiting: [] });
  if (queue.running >= AT_ONCE) await new Promise<void>((start) => queue.waiting.push(start));
  else queue.running += 1;
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}
