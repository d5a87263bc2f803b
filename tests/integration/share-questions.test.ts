import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { createShareLink } from "@/db/mutations/share-links";
import {
  answerShareQuestion,
  askQuestion,
  closeShareQuestion,
} from "@/db/mutations/share-questions";
import { draftOf } from "@/db/queries/postmortems";
import { findShareLink } from "@/db/queries/public/share";
import { listAsked } from "@/db/queries/public/share-questions";
import { listShareLinks, listShareQuestions } from "@/db/queries/share-links";
import { auditLog } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncidentRow } from "../support/make-publication";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 12);
const grace = makeViewer({ name: "Grace" });

function shareWith(label: string, incident = makeIncidentRow()) {
  const { token } = createShareLink(grace, { key: incident.key, label }, NOW);
  const link = findShareLink(token, NOW);
  if (!link) throw new Error("The link does not work.");
  return { incident, link };
}

function askedOf(incidentId: number) {
  const [question] = listShareQuestions(incidentId);
  if (!question) throw new Error("Nobody asked.");
  return question;
}

describe("askQuestion", () => {
  test("reaches the incident, its link and the postmortem's open questions", () => {
    const { incident, link } = shareWith("Acme");
    askQuestion(link, { text: "Was our data touched?", asker: "Olga" }, NOW);

    expect(listShareQuestions(incident.id)).toMatchObject([
      { text: "Was our data touched?", asker: "Olga", label: "Acme", answer: null },
    ]);
    expect(listShareLinks(incident.id, NOW)).toMatchObject([{ openQuestions: 1 }]);
    expect(draftOf(incident.id)).toContain(
      "> **TODO:** Answer what somebody asked through the share link for Acme: Was our data touched?",
    );
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Somebody with the link for Acme",
      action: "share-question:ask",
      incidentId: incident.id,
    });
  });

  test("is refused where too many wait", () => {
    const { link } = shareWith("Acme");
    for (let i = 0; i < 10; i += 1) askQuestion(link, { text: `Question ${i}?` }, NOW);
    expect(() => askQuestion(link, { text: "One more?" }, NOW)).toThrow("within this hour");
    expect(listAsked(link.id)).toHaveLength(10);
  });
});

describe("answerShareQuestion", () => {
  test("comes back on the page of that link alone, without e-mail addresses", () => {
    const { incident, link } = shareWith("Acme");
    const other = shareWith("Other", incident);
    askQuestion(link, { text: "Was our data touched?" }, NOW);
    const { id: question, version } = askedOf(incident.id);

    const answer = "No. Or ask help@example.com about it.";
    answerShareQuestion(grace, { key: incident.key, question, version, answer }, NOW + 1);

    expect(listAsked(link.id)).toEqual([
      {
        id: question,
        text: "Was our data touched?",
        asker: null,
        askedAt: NOW,
        answer: "No. Or ask [e-mail hidden] about it.",
        answeredAt: NOW + 1,
      },
    ]);
    expect(listAsked(other.link.id)).toEqual([]);
    expect(draftOf(incident.id)).not.toContain("Was our data touched?");
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Grace",
      action: "share-question:answer",
      detail: { before: { answer: null }, after: { answer } },
    });
  });

  test("replaces no answer that its writer has not seen", () => {
    const { incident, link } = shareWith("Acme");
    askQuestion(link, { text: "When?" }, NOW);
    const { id: question, version } = askedOf(incident.id);
    const named = { key: incident.key, question, version };
    answerShareQuestion(grace, { ...named, answer: "Soon." }, NOW);
    expect(() => answerShareQuestion(grace, { ...named, answer: "Never." }, NOW)).toThrow(
      "Grace answered this meanwhile.",
    );
    expect(listAsked(link.id)).toMatchObject([{ answer: "Soon." }]);
  });

  test("says so when the question is another incident's", () => {
    const { incident, link } = shareWith("Acme");
    askQuestion(link, { text: "When?" }, NOW);
    const { id: question, version } = askedOf(incident.id);
    const { key } = makeIncidentRow();
    const named = { key, question, version, answer: "Now." };
    expect(() => answerShareQuestion(grace, named, NOW)).toThrow("not there");
  });
});

describe("closeShareQuestion", () => {
  test("takes it from what waits, and its readers are told no more", () => {
    const { incident, link } = shareWith("Acme");
    askQuestion(link, { text: "When?" }, NOW);
    const { id: question, version } = askedOf(incident.id);
    closeShareQuestion(grace, { key: incident.key, question, version }, NOW + 1);
    expect(listAsked(link.id)).toMatchObject([{ answer: null, answeredAt: NOW + 1 }]);
    expect(listShareLinks(incident.id, NOW)).toMatchObject([{ openQuestions: 0 }]);
  });
});
