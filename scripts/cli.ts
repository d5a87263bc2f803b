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
import { runAction } from "./cli/action";
import { runAnalyze } from "./cli/analyze";
import { runAudit } from "./cli/audit";
import { runExport } from "./cli/export";
import { runImport } from "./cli/import";
import { runImportStatuspage } from "./cli/import-statuspage";
import { runIncident } from "./cli/incident";
import { localPortal } from "./cli/local-portal";
import type { Portal } from "./cli/portal";
import type { Io } from "./cli/records";
import { portalAddress, remotePortal } from "./cli/remote-portal";
import { runStatus } from "./cli/status";
import { runRemind } from "./cli/remind";
import { runSearch } from "./cli/search";
import { runSecrets } from "./cli/secrets";
import { runUpdate } from "./cli/update";
import { runUser } from "./cli/user";

type Command = (args: string[], io: Io) => Promise<number>;

const HELP = `Usage: npm run -s muster -- VERB …   (or: muster VERB …)

  start                              serve the portal (npm start also installs and builds)

On the database here, or on the portal at MUSTER_URL as the owner of MUSTER_TOKEN:
  incident list [--view open|resolved|all] [--severity SEV] [--text WORDS] [--json]
  incident show KEY [--json]
  incident declare TITLE --severity SEV [--service NAME] [--summary TEXT]
  incident note KEY TEXT [--type TYPE] [--at TIME]
  incident status KEY STATUS [--note TEXT]
  incident resolve KEY [NOTE]
  update post KEY AUDIENCE TEXT [--status STATUS] [--next MINUTES] [--anyway]
  action list [--status STATUS] [--owner PERSON] [--incident KEY] [--overdue] [--json]
  action move AI-NUMBER STATUS [--evidence TEXT --evidence-kind KIND] [--reason TEXT]
  search WORDS… [--kind KIND] [--json]
  import FILE… [--replace] [--publish]
                                     import incident records; --replace where one differs,
                                     --publish its external status-page messages
  export KEY [--out FILE]            print an incident's record as JSON
  analyze FILE…                      print what is derived from a record; nothing is asked

On the portal's own machine:
  import-statuspage FILE… [--dry-run]
                                     take over a page from answers of the Statuspage API
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

Exit codes: 0 done, 1 refused or failed, 2 not understood.
Settings come from the environment: MUSTER_URL, MUSTER_TOKEN, or DATA_DIR, HOST, PORT, BASE_URL, ADMIN_EMAIL,
ADMIN_PASSWORD (first start only), DEMO=0, SMTP_URL, MAIL_FROM.`;

const COMMANDS: Record<string, Command> = {
  incident: withPortal(runIncident),
  update: withPortal(runUpdate),
  action: withPortal(runAction),
  search: withPortal(runSearch),
  import: withPortal(runImport),
  export: withPortal(runExport),
  analyze: runAnalyze,
  "import-statuspage": onlyHere(withDatabase(runImportStatuspage)),
  status: onlyHere(runStatus),
  remind: onlyHere(withDatabase(runRemind)),
  audit: onlyHere(withDatabase(runAudit)),
  user: onlyHere(withDatabase(runUser)),
  secrets: onlyHere(withDatabase(runSecrets)),
  demo: onlyHere(withDatabase(runDemo)),
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

/** A verb that does the same on the database here and on a portal elsewhere. */
function withPortal(command: (args: string[], io: Io, portal: Portal) => Promise<number>): Command {
  const here = withDatabase((args, io) => command(args, io, localPortal));
  return (args, io) => {
    const address = portalAddress(process.env);
    return address ? command(args, io, remotePortal(address)) : here(args, io);
  };
}

/** A verb for the portal's own machine, which is not to be run on another database by mistake. */
function onlyHere(command: Command): Command {
  return async (args, io) => {
    if (portalAddress(process.env) === undefined) return command(args, io);
    io.err("This verb works on the portal's own machine alone. Run it there, without MUSTER_URL.");
    return 1;
  };
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
