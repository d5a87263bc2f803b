// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { FormAction } from "@/components/form/use-form";
import { FactsForm } from "@/components/incidents/facts/facts-form";

afterEach(cleanup);

const FACTS = ["service", "affected_services"] as const;

function open(action: FormAction, service: string) {
  const form = (current: string) => (
    <FactsForm
      action={action}
      incidentKey="INC-1"
      summary="Change the services"
      facts={FACTS}
      current={{ service: current, affected_services: "" }}
    />
  );
  const { container, rerender } = render(form(service));
  container.querySelector("details")?.setAttribute("open", "");
  return {
    field: () => screen.getByRole<HTMLInputElement>("textbox", { name: "Service" }),
    seen: () => container.querySelector<HTMLInputElement>("[name=seen]")?.value,
    save: () => userEvent.click(screen.getByRole("button", { name: "Save" })),
    refresh: (current: string) => rerender(form(current)),
  };
}

const taken: FormAction = () => Promise.resolve({ ok: true, data: undefined });

describe("FactsForm", () => {
  test("follows the page until someone writes", () => {
    const { field, seen, refresh } = open(taken, "orders");
    refresh("payments");
    expect(field().value).toBe("payments");
    expect(seen()).toBe('{"service":"payments","affected_services":""}');
  });

  test("keeps what its writer saw and wrote when the page changes", async () => {
    const { field, seen, refresh } = open(taken, "orders");
    await userEvent.type(field(), "-api");
    refresh("payments");
    expect(field().value).toBe("orders-api");
    expect(seen()).toBe('{"service":"orders","affected_services":""}');
  });

  test("builds on what it was told of after a conflict, with the text kept", async () => {
    const current = { service: "payments", affected_services: "" };
    const { field, seen, save } = open(
      () => Promise.resolve({ ok: false, error: "Someone else was faster.", conflict: current }),
      "orders",
    );
    await userEvent.type(field(), "-api");
    await save();
    expect(screen.getByRole("alert").textContent).toBe("Someone else was faster.");
    expect(field().value).toBe("orders-api");
    expect(seen()).toBe(JSON.stringify(current));
  });

  test("keeps that also when another reason refuses it next", async () => {
    const told = '{"service":"payments","affected_services":""}';
    const action = vi
      .fn<FormAction>()
      .mockResolvedValueOnce({ ok: false, error: "Faster.", conflict: JSON.parse(told) })
      .mockResolvedValueOnce({ ok: false, error: "Use one line.", values: { seen: told } });
    const { field, seen, save } = open(action, "orders");
    await userEvent.type(field(), "-api");
    await save();
    await save();
    expect(screen.getByRole("alert").textContent).toBe("Use one line.");
    expect(seen()).toBe(told);
  });

  test("begins anew once it is taken", async () => {
    const { field, seen, save, refresh } = open(taken, "orders");
    await userEvent.type(field(), "-api");
    await save();
    refresh("orders-api");
    expect(field().value).toBe("orders-api");
    expect(seen()).toBe('{"service":"orders-api","affected_services":""}');
  });
});
