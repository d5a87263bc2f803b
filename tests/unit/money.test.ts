import { describe, expect, test } from "vitest";
import { MASKED_MONEY, maskMoney, moneyIn } from "@/lib/domain/money";

describe("maskMoney", () => {
  test.each([
    "$28,500",
    "US$ 300",
    "€1.2 million",
    "£40k",
    "28,500 USD",
    "EUR 300",
    "1'200 CHF",
    "300 dollars",
    "20 €",
  ])("hides %s", (amount) => {
    expect(maskMoney(`It cost ${amount} in all.`)).toBe(`It cost ${MASKED_MONEY} in all.`);
    expect(moneyIn(`${amount}, then nothing`)).toEqual([amount]);
  });

  test.each([
    "Error rate at 28%",
    "Pool of 500 connections",
    "$HOME is full",
    "v3.2.0 at 14:40",
    "12,500 users in us-east-1",
    "5 pounding retries",
  ])("leaves “%s”", (text) => {
    expect(maskMoney(text)).toBe(text);
  });
});
