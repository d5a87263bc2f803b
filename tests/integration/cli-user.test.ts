import { describe, expect, test } from "vitest";
import { acceptInvitation } from "@/db/mutations/invitations";
import { resetPassword } from "@/db/mutations/passwords";
import { runUser } from "@/scripts/cli/user";
import { freshDatabase } from "@/tests/support/database";
import { makeUser, PASSWORD } from "@/tests/support/make-user";

freshDatabase();

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    cwd: "",
  };
  return { code: await runUser(args, io), out, err };
}

const tokenIn = (lines: string[]) => /token=([\w-]+)$/.exec(lines.at(-1) ?? "")?.[1] ?? "";

describe("muster user", () => {
  test("adds somebody by a link to hand over", async () => {
    const { code, out } = await run("add", "grace@example.com", "--role", "viewer");
    expect(code).toBe(0);
    expect(out[1]).toMatch("http://127.0.0.1:3000/login/invitation?token=");
    await acceptInvitation({ token: tokenIn(out), name: "Grace", password: PASSWORD });
    expect((await run("list")).out).toEqual(["grace@example.com\tviewer\tGrace"]);
  });

  test("prints a link to a new password", async () => {
    await makeUser();
    const { out } = await run("reset", "Grace@example.com");
    await resetPassword({ token: tokenIn(out), password: "green tractor opera" });
  });

  test("closes an account and opens it again, but never the last admin's", async () => {
    await makeUser({ role: "admin" });
    await makeUser({ email: "vera@example.com", name: "Vera", role: "viewer" });
    expect((await run("disable", "vera@example.com")).out[0]).toMatch("Closed the account of Vera");
    expect((await run("list")).out).toContain("vera@example.com\tviewer\tVera\tclosed");
    expect((await run("enable", "vera@example.com")).out).toEqual(["Vera can sign in again."]);
    await expect(run("disable", "grace@example.com")).rejects.toThrow("last admin");
  });

  test.each([
    [[]],
    [["add"]],
    [["add", "x@example.com", "--role", "king"]],
    [["list", "x@example.com"]],
    [["reset", "x@example.com", "--all"]],
    [["remove", "x@example.com"]],
  ])("does not understand %j", async (args) => {
    expect(await run(...args)).toMatchObject({ code: 2, out: [] });
  });

  test("says so where there is no such account or address", async () => {
    await expect(run("reset", "x@example.com")).rejects.toThrow("no account of x@example.com");
    await expect(run("reset", "x@example.com", "--second-factor")).rejects.toThrow("no account");
    await expect(run("add", "x y@example.com")).rejects.toThrow("not an e-mail address");
  });
});
