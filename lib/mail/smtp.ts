import { createTransport } from "nodemailer";
import { LONGEST_ATTEMPT, type Outcome } from "@/lib/domain/outbox";
import { isLoopbackName } from "@/lib/loopback";
import { toMessage, type SendLetter, type Sender } from "./mail";

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends through the mail server of `SMTP_URL`. A password never goes over an open line to another machine. */
export function smtpSender(url: string, sender: Sender): SendLetter {
  const { username, hostname } = new URL(url);
  const requireTLS = username !== "" && !isLoopbackName(hostname);
  const transport = createTransport({ url, requireTLS, ...TIMEOUTS });
  return async (letter) => {
    try {
      const signal = AbortSignal.timeout(LONGEST_ATTEMPT);
      await transport.sendMail({ ...toMessage(letter, sender), signal });
      return { is: "sent" };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

/** Where the fault is the letter's or its reader's: a sign-in that is refused can be put right. */
const FOR_GOOD = ["EENVELOPE", "EMESSAGE"];

const UNREACHED: Record<string, string> = {
  EDNS: "The mail server’s name is not known.",
  ECONNECTION: "The connection to the mail server broke.",
  ESOCKET: "The mail server could not be reached.",
  ETIMEDOUT: "The mail server did not answer in time.",
  EABORT: "The mail server took too long.",
  ETLS: "No safe connection to the mail server could be made.",
  EAUTH: "The mail server refused the sign-in.",
};

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof Error) || !("code" in error)) throw error;
  const { code } = error;
  const known = typeof code === "string" ? code : "";
  const answer = "response" in error && typeof error.response === "string" ? error.response : "";
  if (answer && FOR_GOOD.includes(known)) {
    const isForGood = "permanent" in error && error.permanent === true;
    return { is: isForGood ? "refused" : "delayed", problem: `The mail server said: ${answer}` };
  }
  const words = UNREACHED[known] ?? `The mail server could not be used (${known}).`;
  return { is: "delayed", problem: answer ? `${words} It said: ${answer}` : words };
}
