import { describe, expect, test } from "vitest";
import { ticketKeyOf, ticketName, writtenTicket } from "@/lib/domain/ticket";

describe("ticketKeyOf", () => {
  test.each([
    ["https://acme.atlassian.net/browse/OPS-123", "OPS-123"],
    ["https://jira.acme.example/jira/browse/ops_2-7?focusedId=1", "OPS_2-7"],
    ["https://acme.atlassian.net/jira/software/projects/OPS/boards/1?selectedIssue=OPS-9", "OPS-9"],
    ["https://acme.atlassian.net/jira/software/c/projects/OPS/issues/OPS-12", "OPS-12"],
    ["https://github.com/acme/shop/issues/12", "acme/shop#12"],
    ["https://github.com/acme/shop/pull/13/files", "acme/shop#13"],
    ["https://github.acme.example/acme/shop/issues/14", "acme/shop#14"],
    ["https://gitlab.com/acme/web/shop/-/issues/15", "acme/web/shop#15"],
    ["https://code.acme.example/acme/shop/-/work_items/16", "acme/shop#16"],
    ["https://gitlab.com/acme/shop/-/merge_requests/17", "acme/shop!17"],
    ["https://linear.app/acme/issue/eng-18/raise-the-pool", "ENG-18"],
    ["https://linear.app/acme/issue/ENG-19", "ENG-19"],
  ])("reads %s", (address, key) => {
    expect(ticketKeyOf(address)).toBe(key);
  });

  test.each([
    "OPS-123",
    "https://acme.example/",
    "https://acme.example/browse/",
    "https://acme.example/acme/shop/issues/12",
    "https://acme.example/%E0%A4%A",
  ])("knows nothing of %s", (address) => {
    expect(ticketKeyOf(address)).toBeUndefined();
  });
});

describe("a ticket", () => {
  test("is kept in the history with its key", () => {
    expect(writtenTicket("https://acme.example/1", "OPS-1")).toBe("OPS-1 https://acme.example/1");
    expect(writtenTicket("https://acme.example/1", null)).toBe("https://acme.example/1");
    expect(writtenTicket(null, null)).toBeNull();
  });

  test("is called by its key, or by the host that has it", () => {
    expect(ticketName("https://acme.example/1", "OPS-1")).toBe("OPS-1");
    expect(ticketName("https://acme.example/1", null)).toBe("acme.example");
    expect(ticketName("no address", null)).toBe("no address");
  });
});
