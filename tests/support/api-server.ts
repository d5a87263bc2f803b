import { replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { serveApi } from "./serve-api";

/** Serves the API alone on the database named in the arguments, and prints its port. */
replaceDatabase(openDatabase(process.argv[2] ?? ""));
const { url } = await serveApi();
process.stdout.write(`${new URL(url).port}\n`);
