// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test } from "vitest";
import type { FormAction } from "@/components/form/use-form";
import { UpdateDrafts } from "@/components/incidents/detail/update-drafts";
import { UpdateForm } from "@/components/incidents/detail/update-form";
import type { UpdateSubject } from "@/components/incidents/detail/update-subject";

afterEach(cleanup);

const taken: FormAction = () => Promise.resolve({ ok: true, data: undefined });

const DRAFT = {
  id: 7,
  audience: "stakeholders",
  message: "Payments work again.",
  draftedBy: "Grace",
  createdAt: Date.UTC(2026, 0, 5, 12),
} as const;

const SUBJECT: UpdateSubject = {
  writer: 1,
  asOf: Date.UTC(2026, 0, 5, 12),
  components: [],
  drafts: [DRAFT],
  page: undefined,
  otherActive: [],
  key: "INC-1",
  title: "Checkout is slow",
  status: "investigating",
  severity: "SEV2",
  isOver: false,
  service: "Checkout",
  nextStatus: "identified",
  endWarnings: [],
  updateEvery: 30,
  wellSince: undefined,
  notPublic: undefined,
};

const form = (draft?: typeof DRAFT) => (
  <UpdateForm action={taken} subject={SUBJECT} draft={draft} open={true} />
);

const message = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /Message/ });

describe("a drafted update", () => {
  test("is shown with for whom it is meant, and leads to the composer", () => {
    render(<UpdateDrafts incidentKey="INC-1" drafts={[DRAFT]} discard={taken} />);
    expect(screen.getByText(/Stakeholders, by a program of Grace/)).toBeDefined();
    const link = screen.getByRole<HTMLAnchorElement>("link", { name: /Look over and post/ });
    expect(link.getAttribute("href")).toBe("/incidents/INC-1?draft=7#update-message");
  });

  test("fills the composer, also one that is open already, and names itself when sent", () => {
    const { container, rerender } = render(form());
    expect(message().value).toBe("");
    rerender(form(DRAFT));
    expect(message().value).toBe(DRAFT.message);
    const chosen = container.querySelector<HTMLInputElement>("[name=audience]:checked");
    expect(chosen?.value).toBe("stakeholders");
    expect(container.querySelector<HTMLInputElement>("[name=draft]")?.value).toBe("7");
  });

  test("can be changed before it is posted", async () => {
    render(form(DRAFT));
    await userEvent.type(message(), " Since noon.");
    expect(message().value).toBe("Payments work again. Since noon.");
  });
});
