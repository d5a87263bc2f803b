import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { toMessage, type SendLetter, type Sender } from "./mail";

/** The file of a letter, named by its key: `digest_7_2026-11-23.eml`. */
export const fileNameOf = (key: string) => `${encodeURIComponent(key.replaceAll("/", "_"))}.eml`;

/** Writes letters into a folder, where no mail server is set: each whole or not at all, and once. */
export function fileSender(folder: string, sender: Sender): SendLetter {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return async (letter) => {
    const { message } = await transport.sendMail(toMessage(letter, sender));
    if (!Buffer.isBuffer(message)) throw new Error("The mail was not made as one piece.");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = fileNameOf(letter.key);
    const draft = join(folder, `.${name}.${process.pid}`);
    await writeThrough(draft, message);
    await rename(draft, join(folder, name));
    return { is: "sent" };
  };
}

/** Gives back once the bytes are on the disk. */
async function writeThrough(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
