import { describe, expect, test } from "vitest";
import { importRecord } from "@/db/mutations/import";
import { editActionItem } from "@/db/mutations/action-item-edits";
import { moveActionItem } from "@/db/mutations/action-items";
import { confirmAlias } from "@/db/mutations/people";
import { listBoardCards } from "@/db/queries/action-items";
import { listPeople, listProposals } from "@/db/queries/people";
import { findIncidentByKey, recordOf } from "@/db/queries/record";
import type { BoardCard } from "@/db/queries/action-items";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";

freshDatabase();

const viewer = makeViewer();

function exported() {
  const incident = findIncidentByKey(makeViewer(), "INC-2024-0142");
  if (!incident) throw new Error("The sample is not stored.");
  return recordOf(incident.id);
}

function firstCard(): BoardCard {
  const [card] = listBoardCards(makeViewer());
  if (!card) throw new Error("The board is empty.");
  return card;
}

/** The sample as it is when its first action item says something else. */
function sampleWith(change: Record<string, string>) {
  const sample = sampleRecord();
  const [first, ...others] = sample.action_items ?? [];
  if (!first) throw new Error("The sample has no action item.");
  return { ...sample, action_items: [{ ...first, ...change }, ...others] };
}

describe("the export of the sample", () => {
  test("is the sample while its cards stand on the board", () => {
    importRecord(viewer.name, sampleRecord());
    expect(listBoardCards(makeViewer()).map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
    expect(exported()).toEqual(sampleRecord());
  });

  test("is the sample after someone confirmed whose addresses those are", () => {
    importRecord(viewer.name, sampleRecord());
    expect(listPeople().map(({ name }) => name)).toEqual([
      "Alice Chen",
      "Bob Kim",
      "Carol Davis",
      "Jane Smith",
    ]);
    const proposals = listProposals();
    expect(proposals.map(({ alias, proposed }) => [alias, proposed])).toEqual([
      ["alice@company.com", "Alice Chen"],
      ["bob@company.com", "Bob Kim"],
      ["carol@company.com", "Carol Davis"],
      ["director-eng@company.com", undefined],
    ]);

    for (const { alias, proposed } of proposals) {
      confirmAlias(viewer, { alias, name: proposed ?? "Dana Roy" });
    }

    expect(listProposals()).toEqual([]);
    expect(firstCard()).toMatchObject({ owner: "alice@company.com", person: "Alice Chen" });
    expect(exported()).toEqual(sampleRecord());
  });

  test("differs by a moved card's status alone, until the move is undone", () => {
    importRecord(viewer.name, sampleRecord());
    const { id, status } = firstCard();

    const proof = { evidenceKind: "figure", evidence: "Alerts at 70 %" } as const;
    moveActionItem(viewer, { ...proof, id, to: "done", index: 0 });
    expect(exported()).toEqual(sampleWith({ status: "done" }));

    moveActionItem(viewer, { id, to: "open", index: 3, word: status, isUndo: true });
    expect(exported()).toEqual(sampleRecord());
  });

  test("differs by an edited field alone", () => {
    importRecord(viewer.name, sampleRecord());
    const { id, version, title, owner, priority, type, status } = firstCard();
    const words = { title, owner: owner ?? "", priority: priority ?? "", type: type ?? "" };

    const day = { deadline: "2024-01-23", deadlineReason: "A freeze" };
    editActionItem(viewer, { ...words, ...day, id, version, status: status ?? "" });

    expect(exported()).toEqual(sampleWith({ deadline: "2024-01-23" }));
  });
});
