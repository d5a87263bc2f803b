import { databaseFile, replaceDatabase } from "@/db/client";
import { ensureFirstAccounts } from "@/db/mutations/first-accounts";
import { removeDemo } from "@/db/mutations/removal";
import { openDatabase } from "@/db/open";
import { headOfChain } from "@/db/queries/audit-rows";
import { hasUsers } from "@/db/queries/auth/users";
import { headsFile } from "@/lib/audit/heads";
import { headKeeper } from "@/lib/audit/kept-head";
import { signingKey } from "@/lib/auth/audit-keys";
import { loadSecrets } from "@/lib/auth/secrets";
import { env } from "@/lib/env";
import { withOrigin } from "@/lib/origin";
import { runAnalyze } from "./cli/analyze";
import { runAudit } from "./cli/audit";
import { runExport } from "./cli/export";
import { runImport } from "./cli/import";
import { runImportStatuspage } from "./cli/import-statuspage";
import { runStatus } from "./cli/status";
import { runRemind } from "./cli/remind";
import { runSecrets } from "./cli/secrets";
import { runUser } from "./cli/user";

export type Io = { out: (line: string) => void; err: (line: string) => void; cwd: string };
type Command = (args: string[], io: Io) => Promise<number>;

const HELP = `Usage: npm run -s muster -- VERB …   (or: muster VERB …)

  start                              serve the portal (npm start also installs and builds)
  import FILE… [--replace] [--publish]
                                     import incident records; --replace where one differs,
                                     --publish its external status-page messages
  import-statuspage FILE… [--dry-run]
                                     take over a page from answers of the Statuspage API
  export KEY [--out FILE]            print an incident's record as JSON
  analyze FILE…                      print what is derived from a record; no database is touched
  remind                             send the reminders that are due, and what else waits
  status export DIR [--url ADDRESS] [--watch]
                                     write the whole public site as files; --watch on every change
  audit verify [FILE]                check the audit record, or an export of it
  audit export [--since TIME] [--until TIME] [--out FILE]
                                     print the audit record as JSON lines
  user list | add EMAIL [--role ROLE] | reset EMAIL | disable EMAIL | enable EMAIL
                                     keep accounts; add and reset print a link to hand over
  secrets rotate                     new secrets in place of the old ones; everybody signs in again
  demo remove                        remove all demo data
  help                               this text

Settings come from the environment: DATA_DIR, HOST, PORT, BASE_URL, ADMIN_EMAIL,
ADMIN_PASSWORD (first start only), DEMO=0, SMTP_URL, MAIL_FROM.`;

const COMMANDS: Record<string, Command> = {
  import: withDatabase(runImport),
  "import-statuspage": withDatabase(runImportStatuspage),
  export: withDatabase(runExport),
  analyze: runAnalyze,
  status: runStatus,
  remind: withDatabase(runRemind),
  audit: withDatabase(runAudit),
  user: withDatabase(runUser),
  secrets: withDatabase(runSecrets),
  demo: withDatabase(runDemo),
  help: async (_, { out }) => {
    out(HELP);
    return 0;
  },
};

/** Runs one verb and gives the exit code: 0 done, 1 refused or failed, 2 not understood. */
export async function runCommand(verb: string, args: string[], io: Io): Promise<number> {
  const command = COMMANDS[verb.replace(/^--?h(elp)?$/, "help")];
  if (!command || !Object.hasOwn(COMMANDS, verb.replace(/^--?h(elp)?$/, "help"))) {
    io.err(`There is no verb “${verb}”.\n\n${HELP}`);
    return 2;
  }
  try {
    return await withOrigin({ via: "cli" }, () => command(args, io));
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function withDatabase(command: Command): Command {
  return async (args, io) => {
    const { dataDir } = env();
    replaceDatabase(openDatabase(databaseFile(dataDir)));
    try {
      const keepHead = headKeeper(headsFile(dataDir), headOfChain, signingKey);
      const before = headOfChain().id;
      const code = await command(args, io);
      if (headOfChain().id !== before) keepHead(Date.now());
      return code;
    } finally {
      replaceDatabase(undefined);
    }
  };
}

async function runDemo([what]: string[], { out, err }: Io): Promise<number> {
  if (what !== "remove") {
    err("Usage: muster demo remove");
    return 2;
  }
  const removed = removeDemo("command line");
  out(`Removed the demo data: ${removed.incidents} incidents and ${removed.users} accounts.`);
  if (!hasUsers()) {
    const { demoPassword } = loadSecrets(env().dataDir);
    out(`Sign in: ${await ensureFirstAccounts({ ...env(), demo: false, demoPassword })}.`);
  }
  return 0;
}
