import { describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";

const primaryOf = (url: string | undefined, token?: string) =>
  parseEnv({ DATABASE_SYNC_URL: url, DATABASE_SYNC_TOKEN: token }).primary;

describe("the database that several machines share", () => {
  test("is none where no address is given", () => {
    expect(primaryOf(undefined)).toBeUndefined();
  });

  test.each([
    ["http://10.0.0.5:8080", "http://10.0.0.5:8080"],
    ["https://primary.example.com/", "https://primary.example.com"],
    ["libsql://primary.example.com", "https://primary.example.com"],
  ])("at %s is asked at %s", (given, url) => {
    expect(primaryOf(given, "secret")).toEqual({ url, token: "secret" });
  });

  test.each(["primary.example.com", "file:/data.db", "ftp://primary.example.com"])(
    "cannot be at %s",
    (given) => {
      expect(() => primaryOf(given)).toThrow("DATABASE_SYNC_URL is not an http, https or libsql");
    },
  );
});
