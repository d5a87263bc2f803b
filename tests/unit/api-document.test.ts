import { describe, expect, test } from "vitest";
import { OPERATIONS } from "@/app/api/v1/operations/registry";
import { openApiOf } from "@/lib/api/openapi";
import { findOperation } from "@/lib/api/match";

const document = openApiOf(OPERATIONS, "https://muster.example.com");

describe("the operations of the API", () => {
  test("have names and addresses of their own", () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const places = OPERATIONS.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test("are each found at their address", () => {
    for (const operation of OPERATIONS) {
      const path = operation.path.replaceAll(/\{\w+\}/g, "7");
      expect(findOperation(OPERATIONS, operation.method, path)).toMatchObject({ operation });
    }
  });

  test("say whose ETag a change has to name, and only read without one", () => {
    const blind = OPERATIONS.filter(
      ({ method, seen }) => ["PUT", "PATCH", "DELETE"].includes(method) !== (seen !== undefined),
    );
    expect(blind.map(({ id }) => id)).toEqual([]);
    const wrong = OPERATIONS.filter(({ seen }) => seen !== undefined && seen.method !== "GET");
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test("name every part of their address, as a strict object", () => {
    for (const { id, path, schemas } of OPERATIONS) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const known = schemas.params && "shape" in schemas.params ? schemas.params.shape : {};
      expect({ id, names: Object.keys(known ?? {}).sort() }).toEqual({ id, names: names.sort() });
    }
  });
});

describe("the document of the API", () => {
  test("tells of every operation with its scope and its problems", () => {
    const told = Object.values(document.paths ?? {}).flatMap((path) => Object.values(path));
    expect(told).toHaveLength(OPERATIONS.length);
    for (const operation of told) {
      expect(operation["x-scope"]).toMatch(/^[a-z-]+:[a-z]+$/);
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining(["400", "401", "403", "429", "500"]),
      );
    }
  });

  test("is made from the schemas that check the input", () => {
    expect(document.paths).toMatchObject({
      "/incidents": {
        get: { parameters: expect.arrayContaining([expect.objectContaining({ name: "limit" })]) },
        post: {
          requestBody: {
            content: {
              "application/json": {
                schema: {
                  required: ["title", "severity"],
                  additionalProperties: false,
                  properties: { title: { type: "string", minLength: 1, maxLength: 200 } },
                },
              },
            },
          },
          responses: {
            201: {
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/Incident" } },
              },
            },
          },
        },
      },
    });
  });

  test("describes times of answers as what they are", () => {
    expect(document.components?.schemas?.Incident).toMatchObject({
      properties: { declaredAt: { type: "string", format: "date-time" } },
    });
  });
});
