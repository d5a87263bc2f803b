import { describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { isLoopbackName } from "@/lib/loopback";

describe("parseEnv", () => {
  test("needs nothing to be set", () => {
    expect(parseEnv({})).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      baseUrl: "http://127.0.0.1:3000",
      demo: true,
      onLoopback: true,
    });
  });

  test("makes the address from the host and the port", () => {
    expect(parseEnv({ HOST: "::1", PORT: "8080" })).toMatchObject({
      baseUrl: "http://[::1]:8080",
      onLoopback: true,
    });
  });

  test("takes the address that people use, without its last slash", () => {
    expect(parseEnv({ BASE_URL: "https://muster.example.com/" }).baseUrl).toBe(
      "https://muster.example.com",
    );
  });

  test("is not on loopback once another machine can reach the portal, itself or through a proxy", () => {
    expect(parseEnv({ HOST: "0.0.0.0" }).onLoopback).toBe(false);
    expect(parseEnv({ BASE_URL: "https://muster.example.com" }).onLoopback).toBe(false);
  });

  test("reads the first admin in lower case, and leaves the demo out", () => {
    const variables = {
      ADMIN_EMAIL: "Ops@Example.com",
      ADMIN_PASSWORD: "a long password",
      DEMO: "0",
    };
    expect(parseEnv(variables)).toMatchObject({
      adminEmail: "ops@example.com",
      adminPassword: "a long password",
      demo: false,
    });
  });

  test("takes a mail server with whoever writes, and writes files without one", () => {
    const mail = {
      SMTP_URL: "smtps://me:secret@mail.example.com",
      MAIL_FROM: "Ops <ops@example.com>",
    };
    expect(parseEnv(mail)).toMatchObject({ smtpUrl: mail.SMTP_URL, mailFrom: mail.MAIL_FROM });
    expect(parseEnv({})).toMatchObject({
      smtpUrl: undefined,
      mailFrom: "Muster <muster@localhost>",
    });
  });

  test.each([
    [{ SMTP_URL: "https://mail.example.com" }, "SMTP_URL is not an smtp or smtps address"],
    [{ SMTP_URL: "smtp://mail.example.com" }, "MAIL_FROM is missing, which SMTP_URL needs"],
    [{ MAIL_FROM: "Ops" }, "MAIL_FROM is no address such as muster@example.com"],
    [{ MAIL_FROM: "Ops\r\n <ops@example.com>" }, "MAIL_FROM is no address"],
    [{ PORT: "http" }, "PORT is not a number"],
    [{ PORT: "0" }, "PORT is below 1"],
    [{ PORT: "65536" }, "PORT is above 65535"],
    [{ PORT: "80.5" }, "PORT is not a whole number"],
    [{ DATA_DIR: "" }, "DATA_DIR is empty"],
    [{ HOST: "" }, "HOST is empty"],
    [{ BASE_URL: "ftp://muster.example.com" }, "BASE_URL is not an http or https address"],
    [{ ADMIN_EMAIL: "ops" }, "ADMIN_EMAIL is not an e-mail address"],
    [{ ADMIN_PASSWORD: "short" }, "ADMIN_PASSWORD has fewer than 12 characters"],
    [{ DEMO: "no" }, "DEMO is neither 0 nor 1"],
  ])("refuses %j in words", (variables, problem) => {
    expect(() => parseEnv(variables)).toThrow(problem);
  });

  test("names every problem at once", () => {
    expect(() => parseEnv({ PORT: "http", DEMO: "no" })).toThrow(/PORT .*; DEMO /);
  });
});

describe("isLoopbackName", () => {
  test.each(["localhost", "127.0.0.1", "::1", "[::1]"])("knows %s", (host) => {
    expect(isLoopbackName(host)).toBe(true);
  });

  test.each(["0.0.0.0", "localhost.example.com", "10.0.0.1", ""])("does not take %j", (host) => {
    expect(isLoopbackName(host)).toBe(false);
  });
});
