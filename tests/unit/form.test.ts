import { describe, expect, test } from "vitest";
import { formFields, shownValues } from "@/lib/form";

function formOf(...fields: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe("formFields", () => {
  test("makes a list of a name that comes more than once", () => {
    const form = formOf(["title", "Slow"], ["service", "api"], ["service", "web"]);
    expect(formFields(form)).toEqual({ title: "Slow", service: ["api", "web"] });
  });

  test("leaves out what React adds", () => {
    expect(formFields(formOf(["$ACTION_REF_1", ""], ["$ACTION_1:0", "{}"], ["a", "1"]))).toEqual({
      a: "1",
    });
  });

  test("keeps files as files", () => {
    const file = new File(["{}"], "record.json");
    expect(formFields(formOf(["file", file])).file).toBeInstanceOf(File);
  });

  test("does not let a name reach the prototype", () => {
    const fields = formFields(formOf(["__proto__", "evil"]));
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(Object.keys(fields)).toEqual(["__proto__"]);
  });
});

describe("shownValues", () => {
  test("gives texts back, but neither files nor passwords", () => {
    const form = formOf(
      ["email", "ada@example.com"],
      ["password", "secret"],
      ["newPassword", "secret"],
      ["file", new File(["{}"], "record.json")],
    );
    expect(shownValues(form)).toEqual({ email: "ada@example.com" });
  });
});
