import { describe, expect, test } from "vitest";
import { OPERATIONS } from "@/app/api/v1/operations/registry";
import { openApiOf } from "@/lib/api/openapi";
import { readableOf, typeOf } from "@/lib/api/readable";

const { operations, shapes } = readableOf(openApiOf(OPERATIONS, "http://127.0.0.1:3000"));
const named = (id: string) => operations.find((operation) => operation.id === id);

describe("the readable page of the API", () => {
  test("has every operation", () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
  });

  test("names the parameters with their limits", () => {
    const limit = named("listIncidents")?.parameters.find(({ name }) => name === "limit");
    expect(limit).toMatchObject({ place: "query", isRequired: false });
    expect(limit?.type).toBe("whole number, 1 to 200, 50 by default");
  });

  test("names the fields of a body, and the shape of what is answered", () => {
    const declare = named("declareIncident");
    expect(declare?.body.find(({ name }) => name === "title")).toMatchObject({
      type: "text, 200 characters at most",
      isRequired: true,
    });
    expect(declare?.answers.find(({ status }) => status === "201")?.shape).toBe("Incident");
    expect(named("listIncidents")?.answers[0]?.shape).toBe("ListedIncident");
  });

  test("describes every shape that it names", () => {
    const known = shapes.map(({ name }) => name);
    const used = operations.flatMap(({ answers }) => answers.flatMap(({ shape }) => shape ?? []));
    expect(used.filter((shape) => !known.includes(shape))).toEqual([]);
  });
});

describe("typeOf", () => {
  test.each([
    [{ type: "string", format: "date" }, "day"],
    [{ anyOf: [{ type: "string", format: "date-time" }, { type: "null" }] }, "time or null"],
    [{ type: "array", items: { $ref: "#/components/schemas/Fact" } }, "list of Fact"],
    [{ enum: ["SEV1", "SEV2"] }, "SEV1, SEV2"],
    [{ const: "x" }, "x"],
    [{}, "anything"],
    [{ type: ["string", "null"] }, "text or null"],
    [{ type: "integer", minimum: 1, maximum: 9007199254740991 }, "whole number"],
  ])("says %j as “%s”", (schema, words) => {
    expect(typeOf(schema)).toBe(words);
  });
});
