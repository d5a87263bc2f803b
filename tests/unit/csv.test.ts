import { describe, expect, test } from "vitest";
import { csvOf } from "@/lib/domain/csv";

describe("csvOf", () => {
  test("ends each line and leaves what is missing empty", () => {
    expect(csvOf([["a", 1, null], ["b"]])).toBe("\ufeffa,1,\r\nb\r\n");
  });

  test("quotes what would end a cell", () => {
    expect(csvOf([['say "no", twice\nor more']])).toBe('\ufeff"say ""no"", twice\nor more"\r\n');
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"])(
    "keeps %j from being a formula",
    (text) => {
      expect(csvOf([[text]])).toContain(`'${text}`);
    },
  );

  test("keeps numbers numbers", () => {
    expect(csvOf([[-5]])).toBe("\ufeff-5\r\n");
  });
});
