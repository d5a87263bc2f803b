import { z } from "zod";
import { askQuestion } from "@/db/mutations/share-questions";
import { DomainError } from "@/lib/domain/error";
import { LONGEST_QUESTION } from "@/lib/domain/share-question";
import { optional, requiredLine, requiredText } from "@/lib/fields";
import { formOf } from "@/lib/form-of";
import { html } from "@/lib/status-page/html";
import { goTo, plain, plainPage } from "../../../plain-page";
import { forReaders } from "../holder";

const input = z.object({
  question: requiredText("Write your question.", LONGEST_QUESTION),
  name: optional(requiredLine("Write your name.", 80)),
});

/** Takes a question to those who run the incident. One that is refused is given back as it was typed. */
export const POST = forReaders(async ({ link }, request) => {
  const form = await formOf(request);
  const typed = { question: form.text("question"), name: form.text("name") };
  const parsed = input.safeParse(typed);
  if (!parsed.success) return refuse(parsed.error.issues[0]?.message ?? "", typed.question);
  try {
    askQuestion(link, { text: parsed.data.question, asker: parsed.data.name });
  } catch (error) {
    if (error instanceof DomainError) return refuse(error.message, typed.question);
    throw error;
  }
  return goTo(`/s/view/${link.key}?done=asked#questions`);
});

const refuse = (why: string, question: string): Response =>
  plainPage(
    400,
    plain(
      "Your question was not sent",
      html`<p>${why}</p>
        <p>You wrote: ${question}</p>
        <p>Go back to change it.</p>`,
    ),
  );
