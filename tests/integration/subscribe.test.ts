import { beforeEach, describe, expect, test } from "vitest";
import { GET as ask, POST as subscribe } from "@/app/(public)/status/subscribe/route";
import { GET as open, POST as choose } from "@/app/(public)/status/subscribe/[token]/route";
import {
  GET as askLeave,
  POST as leave,
} from "@/app/(public)/status/subscribe/[token]/leave/route";
import { db } from "@/db/client";
import { forgetUnconfirmed } from "@/db/mutations/subscriptions";
import { findSubscription } from "@/db/queries/public/subscription";
import { outbox, subscribers } from "@/db/schema";
import { ASK_AGAIN_AFTER, ASKED_KEPT } from "@/lib/domain/subscriber";
import { freshDatabase } from "../support/database";
import { makeComponent } from "../support/make-component";
import { makeSubscriber, publicIdOf } from "../support/make-subscriber";

freshDatabase();
beforeEach(() => {
  globalThis.musterSubscribeAsks = undefined;
});

const URL_OF_PAGE = "http://127.0.0.1:3000/status/subscribe";

function formOf(fields: [string, string][]): RequestInit {
  return { method: "POST", body: new URLSearchParams(fields) };
}

const send = (fields: Record<string, string>) =>
  subscribe(new Request(URL_OF_PAGE, formOf(Object.entries({ kind: "mail", ...fields }))));
const held = (token: string) => ({ params: Promise.resolve({ token }) });
const rows = () => db().select().from(subscribers).all();
const messages = () => db().select().from(outbox).all();

describe("subscribing", () => {
  test("offers the components that there are", async () => {
    makeComponent("Payments");
    makeComponent("Search & <b>find</b>");
    const text = await (await ask()).text();
    expect(text).toContain("Search &amp; &lt;b&gt;find&lt;/b&gt;");
  });

  test("sends an address a way to confirm, and tells nobody anything before", async () => {
    const response = await send({ address: " Ada@Example.com " });
    expect(response.status).toBe(200);
    expect(rows()).toMatchObject([{ address: "ada@example.com", state: "asked" }]);
    expect(messages()).toMatchObject([
      { recipient: "ada@example.com", payload: { subscriber: "confirm" }, rank: 0 },
    ]);
  });

  test("answers alike for an address that is known, and sends it a way to change that", async () => {
    makeSubscriber("ada@example.com");
    const known = await send({ address: "ada@example.com" });
    const unknown = await send({ address: "grace@example.com" });
    expect(await known.text()).toBe(await unknown.text());
    expect(messages().map(({ payload }) => payload)).toEqual([
      { subscriber: "known" },
      { subscriber: "confirm" },
    ]);
    expect(rows()[0]).toMatchObject({ state: "active" });
  });

  test("sends an address no more than one mail in ten minutes", async () => {
    await send({ address: "ada@example.com" });
    await send({ address: "ada@example.com" });
    expect(messages()).toHaveLength(1);
    db()
      .update(subscribers)
      .set({ askedAt: Date.now() - ASK_AGAIN_AFTER })
      .run();
    await send({ address: "ada@example.com" });
    expect(messages()).toHaveLength(2);
  });

  test("gives a client that tries many addresses no more tries", async () => {
    const answers = [];
    for (let i = 0; i < 22; i += 1) {
      answers.push((await send({ address: `a${i}@example.com` })).status);
    }
    expect(answers.filter((status) => status === 429)).toHaveLength(2);
  });

  test("keeps what was typed where it is no address, or leads inside", async () => {
    const mail = await send({ address: '"<script>@x' });
    expect(mail.status).toBe(400);
    expect(await mail.text()).toContain("&quot;&lt;script&gt;@x");
    const webhook = await send({ kind: "webhook", address: "http://10.0.0.1/" });
    expect(webhook.status).toBe(400);
    expect(rows()).toEqual([]);
  });

  test("forgets who did not confirm within a week", async () => {
    await send({ address: "ada@example.com" });
    forgetUnconfirmed(Date.now() + ASKED_KEPT - 1000);
    expect(rows()).toHaveLength(1);
    forgetUnconfirmed(Date.now() + ASKED_KEPT + 1000);
    expect(rows()).toEqual([]);
  });
});

describe("the link of a subscription", () => {
  test("does nothing by being opened, and confirms by its button", async () => {
    await send({ address: "ada@example.com" });
    const token = rows()[0]?.token ?? "";
    const page = await open(new Request(`${URL_OF_PAGE}/${token}`), held(token));
    expect(await page.text()).toContain("Yes, tell me");
    expect(rows()).toMatchObject([{ state: "asked" }]);

    const done = await choose(new Request(URL_OF_PAGE, formOf([["do", "confirm"]])), held(token));
    expect(done.status).toBe(303);
    expect(done.headers.get("location")).toBe(`/status/subscribe/${token}?done=confirmed`);
    expect(rows()).toMatchObject([{ state: "active" }]);
  });

  test("changes which components it is about, and never shows the whole address", async () => {
    const payments = makeComponent("Payments");
    makeComponent("Search");
    const { token } = makeSubscriber("ada@example.com");
    const form = formOf([
      ["do", "change"],
      ["component", publicIdOf(payments)],
      ["component", "no such one"],
    ]);
    await choose(new Request(URL_OF_PAGE, form), held(token));
    expect(findSubscription(token)?.chosen).toEqual([publicIdOf(payments)]);
    const page = await (await open(new Request(`${URL_OF_PAGE}/${token}`), held(token))).text();
    expect(page).toContain("a…@example.com");
    expect(page).not.toContain("ada@example.com");
    expect(page).toMatch(new RegExp(`value="${publicIdOf(payments)}"\\s+checked`));
  });

  test("leaves with one request, and not by being opened", async () => {
    const { token } = makeSubscriber("ada@example.com");
    await askLeave(new Request(`${URL_OF_PAGE}/${token}/leave`), held(token));
    expect(rows()).toMatchObject([{ state: "active" }]);
    const oneClick = formOf([["List-Unsubscribe", "One-Click"]]);
    expect((await leave(new Request(URL_OF_PAGE, oneClick), held(token))).status).toBe(200);
    expect((await leave(new Request(URL_OF_PAGE, oneClick), held(token))).status).toBe(200);
    expect(rows()).toMatchObject([{ state: "left" }]);
  });

  test("is not there for a token that nobody has", async () => {
    const answers = await Promise.all([
      open(new Request(`${URL_OF_PAGE}/x`), held("x")),
      choose(new Request(URL_OF_PAGE, formOf([["do", "confirm"]])), held("x")),
      leave(new Request(URL_OF_PAGE, formOf([])), held("x")),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});
