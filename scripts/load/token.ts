// Makes an API token for one of the demo's people of the data folder in the environment, and prints it.
import { createApiToken } from "@/db/mutations/api-tokens";
import { findUserByEmail } from "@/db/queries/auth/users";
import { operator } from "@/lib/domain/viewer";
import { SCOPE_NAMES } from "@/lib/domain/scopes";

const [who = "responder"] = process.argv.slice(2);
const user = findUserByEmail(`${who}@demo.example`);
if (!user) throw new Error(`The demo has no ${who}.`);
const wanted = { name: "load", scopes: SCOPE_NAMES, days: 2 };
process.stdout.write(createApiToken({ ...operator(user.name), userId: user.id }, wanted).token);
