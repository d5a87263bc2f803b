// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test } from "vitest";
import { NewSource } from "@/components/alerts/sources/new-source";
import { RawBody } from "@/components/alerts/sources/raw-body";
import { SourceForm } from "@/components/alerts/sources/source-form";
import { SourceList } from "@/components/alerts/sources/source-list";
import type { SourceRow } from "@/db/queries/alert-sources";
import type { Refusal } from "@/lib/action";

afterEach(cleanup);

const refused: Refusal = {
  ok: false,
  error: "Please check the form.",
  fields: { name: ["Say what sends them."] },
  values: { kind: "datadog", name: "" },
};

const makeSource = (overrides: Partial<SourceRow> = {}): SourceRow => ({
  id: 1,
  kind: "grafana",
  name: "Grafana",
  keyEnding: "abcd",
  proof: "none",
  settings: {},
  serviceId: null,
  service: null,
  lastSeenAt: null,
  disabledAt: null,
  version: 1,
  createdBy: "Ada",
  createdAt: 1,
  ...overrides,
});

describe("the form for a new source", () => {
  test("shows the address this one time, with what to do with it", async () => {
    const made = { id: 7, kind: "alertmanager", key: "the-key" } as const;
    render(
      <NewSource
        action={async () => ({ ok: true, data: made })}
        baseUrl="https://muster.example.com"
      />,
    );
    await userEvent.click(screen.getByRole("button", { name: "Add source" }));
    const url = "https://muster.example.com/api/hooks/alertmanager/the-key";
    const address = await screen.findByLabelText<HTMLInputElement>("Address for alerts");
    expect(address.value).toBe(url);
    expect(screen.getByLabelText("What to set up").textContent).toContain(`- url: ${url}`);
    expect(screen.getByRole("link").getAttribute("href")).toBe("/alerts/sources/7");
  });

  test("says what is missing, and keeps what was chosen", async () => {
    render(<NewSource action={async () => refused} baseUrl="https://muster.example.com" />);
    await userEvent.selectOptions(screen.getByLabelText("What sends alerts"), "datadog");
    await userEvent.click(screen.getByRole("button", { name: "Add source" }));
    expect(await screen.findByText("Say what sends them.")).toBeTruthy();
    expect(screen.getByLabelText<HTMLSelectElement>("What sends alerts").value).toBe("datadog");
  });
});

describe("the form of a source", () => {
  const show = (source: SourceRow) =>
    render(<SourceForm source={source} services={[]} action={async () => refused} />);
  const optionsOf = (label: string) =>
    [...screen.getByLabelText<HTMLSelectElement>(label).options].map(({ value }) => value);

  test("offers what the source can show", () => {
    show(makeSource());
    expect(optionsOf("What it has to show")).toEqual(["none", "signature", "bearer", "basic"]);
    expect(screen.getByLabelText("Header of the signature")).toBeTruthy();
  });

  test("shows no secret, and says that a new one can be written", () => {
    show(makeSource({ kind: "sentry", proof: "signature" }));
    expect(screen.getByLabelText<HTMLInputElement>("New secret").value).toBe("");
    expect(screen.queryByLabelText("Header of the signature")).toBeNull();
    expect(screen.queryByLabelText("User")).toBeNull();
  });
});

describe("what is shown of sources", () => {
  test("says which are off, and which were never heard of", () => {
    render(<SourceList sources={[makeSource({ disabledAt: 1 })]} />);
    expect(screen.getByText("Switched off")).toBeTruthy();
    expect(screen.getByText("Never heard of")).toBeTruthy();
  });

  test("shows what came as text, in lines where it is JSON", () => {
    const { rerender } = render(<RawBody body={'{"a":"<b>"}'} headers={{}} />);
    expect(screen.getByLabelText("What it held").textContent).toBe('{\n  "a": "<b>"\n}');
    rerender(<RawBody body="a=<b>" headers={{}} />);
    expect(screen.getByLabelText("What it held").textContent).toBe("a=<b>");
    rerender(<RawBody body={undefined} headers={{}} />);
    expect(screen.getByText("What it held is not kept.")).toBeTruthy();
  });
});
