import { db } from "@/db/client";
import { writeEntries } from "./audit";

/** Writes as many entries as the command line says, as a process of its own. */
globalThis.musterAuditKeys = [{ id: "test", key: "a key for tests, of thirty-two letters" }];
db();
writeEntries(Number(process.argv[2]));
