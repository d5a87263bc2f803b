// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { Input } from "@/components/ui/input";

afterEach(cleanup);

const described = (element: HTMLElement) =>
  (element.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent);

describe("Field", () => {
  test("gives its control the label and the name", () => {
    render(
      <Field label="Title" name="title" required>
        <Input />
      </Field>,
    );
    const control = screen.getByRole("textbox", { name: "Title" });
    expect(control.getAttribute("name")).toBe("title");
    expect(control.hasAttribute("required")).toBe(true);
    expect(control.hasAttribute("aria-describedby")).toBe(false);
    expect(control.hasAttribute("aria-invalid")).toBe(false);
  });

  test("ties the hint and the problems to the control", () => {
    render(
      <Field label="Title" name="title" hint="One line." error={["Too short.", "No words."]}>
        <Input />
      </Field>,
    );
    const control = screen.getByRole("textbox", { name: "Title" });
    expect(described(control)).toEqual(["One line.", "Too short. No words."]);
    expect(control.getAttribute("aria-invalid")).toBe("true");
  });
});

describe("FormError", () => {
  test("is silent while nothing is wrong", () => {
    render(<FormError result={null} />);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("says what is wrong and leads to the first field with a problem", () => {
    render(
      <form>
        <FormError result={{ ok: false, error: "Please check the form." }} />
        <Field label="Title" name="title">
          <Input />
        </Field>
        <Field label="Service" name="service" error="Unknown.">
          <Input />
        </Field>
      </form>,
    );
    expect(screen.getByRole("alert").textContent).toBe("Please check the form.");
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Service" }));
  });
});
