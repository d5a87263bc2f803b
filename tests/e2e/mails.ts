import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";
import { dataDir } from "./support";

/** The mails that were written to an address, the oldest first; without a mail server they are files. */
export async function mailsTo(address: string): Promise<Email[]> {
  const folder = join(dataDir, "outbox");
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter(
    (file) => file.endsWith(".eml") && !file.startsWith("."),
  );
  const raw = files
    .map((file) => readFileSync(join(folder, file)))
    .filter((each) => each.includes(address));
  const mails = await Promise.all(raw.map((each) => PostalMime.parse(each)));
  return mails
    .filter(({ to }) => to?.some((one) => one.address === address))
    .toSorted((a, b) => Date.parse(a.date ?? "") - Date.parse(b.date ?? ""));
}

/** The mail to an address whose subject fits, once it is there. */
export async function mailAbout(address: string, subject: RegExp): Promise<Email> {
  let found: Email | undefined;
  const look = async () => {
    found = (await mailsTo(address)).find((mail) => subject.test(mail.subject ?? ""));
    return found !== undefined;
  };
  await expect.poll(look, { timeout: 60_000 }).toBe(true);
  if (!found) throw new Error("no such mail");
  return found;
}
