// Sends once what is due at a moment, from a data folder through a mail server; says so when it is done.
import { sendOnce } from "@/app/outbox/outbox";

const [now = ""] = process.argv.slice(2);
await sendOnce(Number(now));
process.stdout.write("done\n");
process.exit(0);
