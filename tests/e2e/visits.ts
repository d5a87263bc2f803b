import { expect, type Page } from "@playwright/test";
import { linkOf, proveAnew } from "./account-support";
import { putRule, takeAlerts } from "./alert-support";
import { settled } from "./editor-support";
import { awake, copyOfSample, fileOf, importCopy, replaceText } from "./support";

/** Incidents of the checks' own: one with everything, one with nothing but its title. */
export type Prepared = { full: string; bare: string };

export function prepare(): Prepared {
  return {
    full: importCopy(undefined, { publish: true }),
    bare: importCopy((record) => {
      const { id, title, severity, status, declared_at } = record.incident;
      for (const section of Object.keys(record)) Reflect.deleteProperty(record, section);
      record.incident = { id, title, severity, status, declared_at };
    }),
  };
}

export type Visit = {
  name: string;
  /** The page as the build's manifest names it. */
  route: string;
  open: (page: Page, prepared: Prepared) => Promise<unknown>;
  /** True where an answer that failed is what the visit is for: the browser's console tells of it. */
  fails?: true;
};

const at = (path: string) => (page: Page) => page.goto(path);

const FEW_CARDS = "/actions?incident=INC-2024-0142";
const LIVE_TEXT = "**/api/postmortems/**";
const PICTURE = { name: "graph.png", mimeType: "image/png", buffer: Buffer.from("PNG") };
const NOT_FOUND = "/_not-found";

/** What people see before they sign in. */
export const STRANGERS_VISITS: Visit[] = [
  { name: "sign-in", route: "/(auth)/login", open: at("/login") },
  {
    name: "sign-in refused",
    route: "/(auth)/login",
    open: async (page) => {
      await page.goto("/login");
      await page.getByLabel("Email").fill(`nobody-${Math.random()}@example.com`);
      await page.getByLabel("Password", { exact: true }).fill("not the password");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("alert").first()).toBeVisible();
    },
  },
  { name: "forgotten password", route: "/(auth)/login/forgot", open: at("/login/forgot") },
  { name: "dead reset link", route: "/(auth)/login/reset", open: at("/login/reset?token=x") },
  {
    name: "reset link",
    route: "/(auth)/login/reset",
    open: (page) => page.goto(linkOf("reset", "viewer@demo.example")),
  },
  { name: "dead invitation", route: "/(auth)/login/invitation", open: at("/login/invitation") },
  {
    name: "invitation",
    route: "/(auth)/login/invitation",
    open: (page) => page.goto(linkOf("add", `visit-${Math.random()}@example.com`)),
  },
  {
    name: "link of a call, not working",
    route: "/(auth)/login/acknowledge",
    open: at("/login/acknowledge?token=none"),
  },
  { name: "second step without a first", route: "/(auth)/login/code", open: at("/login/code") },
  { name: "setup after it is done", route: "/(auth)/login/setup", open: at("/login/setup") },
  {
    name: "status 404",
    route: NOT_FOUND,
    open: async (page) => {
      await page.goto("/status/subscribe/no/such/page");
      await expect(page.getByRole("link", { name: "Current status" })).toBeVisible();
    },
    fails: true,
  },
  { name: "no such link", route: "/(public)/s/[token]", open: at("/s/nothing"), fails: true },
];

/** What a signed-in admin sees, in the order in which it is visited. */
export const VISITS: Visit[] = [
  {
    name: "start",
    route: "",
    open: at("/"),
  },
  { name: "open incidents", route: "/(portal)/incidents", open: at("/incidents") },
  { name: "all incidents", route: "/(portal)/incidents", open: at("/incidents?view=all") },
  { name: "no match", route: "/(portal)/incidents", open: at("/incidents?text=zzzz") },
  {
    name: "menu open",
    route: "/(portal)/incidents",
    open: async (page) => {
      await page.goto("/incidents");
      const narrow = page.locator("header summary");
      await narrow
        .or(page.getByRole("button", { name: "Theme" }))
        .filter({ visible: true })
        .last()
        .click();
      await expect(page.locator("[role=menu], header details[open]")).toBeVisible();
    },
  },
  {
    name: "keys explained",
    route: "/(portal)/incidents",
    open: async (page) => {
      await page.goto("/incidents");
      await expect(async () => {
        await page.keyboard.press("?");
        await expect(page.getByRole("dialog")).toBeVisible({ timeout: 500 });
      }).toPass();
    },
  },
  {
    name: "resolved incident, unfolded",
    route: "/(portal)/incidents/[key]",
    open: async (page, { full }) => {
      await page.goto(`/incidents/${full}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("main details:not([name])"))
          details.setAttribute("open", "");
      });
    },
  },
  {
    name: "timeline with a row, a place and a question opened",
    route: "/(portal)/incidents/[key]",
    open: (page, { full }) => page.goto(`/incidents/${full}?row=2&after=5&ask=13`),
  },
  {
    name: "bare incident",
    route: "/(portal)/incidents/[key]",
    open: (page, { bare }) => page.goto(`/incidents/${bare}`),
  },
  {
    name: "open incident",
    route: "/(portal)/incidents/[key]",
    open: async (page) => {
      await page.goto("/incidents");
      await page.getByRole("link", { name: "Payments with saved cards fail" }).click();
      await page.waitForURL("/incidents/INC-*");
      await expect(page.getByRole("timer")).toBeVisible();
    },
  },
  {
    name: "public update in the composer",
    route: "/(portal)/incidents/[key]",
    open: async (page, { bare }) => {
      await page.goto(`/incidents/${bare}#update-message`);
      await page.getByRole("radio", { name: "Public status page" }).check();
    },
  },
  {
    name: "event refused",
    route: "/(portal)/incidents/[key]",
    open: async (page, { bare }) => {
      await page.goto(`/incidents/${bare}#event-description`);
      await page.getByLabel("What happened").fill("Too early to be true");
      await page.getByLabel("When, in UTC").fill("9999-01-01T00:00");
      await page.getByRole("button", { name: "Add to timeline" }).last().click();
      await expect(page.locator("[role=alert]").first()).toBeVisible();
      await page.evaluate(() => scrollTo(0, 0)); // from where the bar at the foot cuts no button in half
    },
  },
  { name: "declare", route: "/(portal)/incidents/new", open: at("/incidents/new") },
  {
    name: "declare refused",
    route: "/(portal)/incidents/new",
    open: async (page) => {
      await page.goto("/incidents/new");
      await page.getByLabel("Title").fill("   ");
      await page.getByRole("button", { name: /^Declare SEV/ }).click();
      await expect(page.locator("main [role=alert]").first()).toBeVisible();
    },
  },
  {
    name: "broken",
    route: "/(portal)/incidents/new",
    open: async (page) => {
      await page.goto("/incidents/new");
      await page.route("**/incidents/new", (route) => route.fulfill({ status: 500 }));
      await page.getByLabel("Title").fill("It does not matter");
      await page.getByRole("button", { name: /^Declare SEV/ }).click();
      await expect(page.getByText("Something broke on our side.")).toBeVisible();
      await page.unrouteAll();
    },
    fails: true,
  },
  { name: "search", route: "/(portal)/search", open: at("/search?q=connection+pool") },
  {
    name: "timelines found",
    route: "/(portal)/search",
    open: at("/search?q=the&kind=event&page=2"),
  },
  {
    name: "palette open",
    route: "/(portal)/search",
    open: async (page) => {
      await page.goto("/search");
      const palette = page.getByRole("dialog", { name: "Commands and search" });
      await expect(async () => {
        if (!(await palette.isVisible())) await page.keyboard.press("Control+k");
        await expect(palette).toBeVisible({ timeout: 2000 });
      }).toPass();
      await page.keyboard.type("payment");
      await expect(palette.getByRole("option").filter({ hasText: "INC-" }).first()).toBeVisible();
    },
  },
  { name: "wall", route: "/(portal)/wall", open: at("/wall") },
  { name: "import", route: "/(portal)/import", open: at("/import") },
  {
    name: "import preview",
    route: "/(portal)/import",
    open: async (page) => {
      await page.goto("/import");
      await page.getByLabel("Incident record").setInputFiles(fileOf(copyOfSample()));
      await expect(page.getByRole("button", { name: /^Import INC-/ })).toBeVisible();
    },
  },
  {
    name: "import with problems",
    route: "/(portal)/import",
    open: async (page) => {
      await page.goto("/import");
      const record = copyOfSample((each) => {
        each.incident.title = "";
        each.incident.declared_at = "yesterday";
      });
      await page.getByLabel("Incident record").setInputFiles(fileOf(record));
      await expect(page.getByRole("region", { name: "Problems" })).toBeVisible();
    },
  },
  { name: "board", route: "/(portal)/actions", open: at("/actions?view=board") },
  { name: "deadlines", route: "/(portal)/actions/deadlines", open: at("/actions/deadlines") },
  {
    name: "deadlines refused",
    route: "/(portal)/actions/deadlines",
    open: async (page) => {
      await page.goto("/actions/deadlines");
      const field = page.getByLabel("P0, SEV1: working days until it is done");
      await replaceText(field, "soon");
      await page.getByRole("button", { name: "Save the policy" }).click();
      await expect(page.getByText("Write whole days")).toBeVisible();
    },
  },
  {
    name: "earlier actions, an answer refused",
    route: "/(portal)/incidents/[key]",
    open: async (page) => {
      await page.goto("/incidents?view=all&text=suggestions");
      await page.getByRole("link", { name: "Search suggestions are slow" }).click();
      const unrelated = page.getByRole("button", { name: "Unrelated" }).first();
      await awake(unrelated);
      await unrelated.click();
      await expect(page.getByText(/has nothing to do with/)).toBeVisible();
    },
  },
  { name: "insights", route: "/(portal)/insights", open: at("/insights?range=all") },
  {
    name: "insights of no incidents",
    route: "/(portal)/insights",
    open: at("/insights?from=1971-01-01&to=1971-01-31"),
  },
  {
    name: "incidents behind a number",
    route: "/(portal)/insights/[set]",
    open: at("/insights/resolve?range=all"),
  },
  {
    name: "items behind a number",
    route: "/(portal)/insights/[set]",
    open: at("/insights/day-unknown?range=all"),
  },
  { name: "numbers", route: "/(portal)/actions/numbers", open: at("/actions/numbers") },
  {
    name: "numbers of a period",
    route: "/(portal)/actions/numbers",
    open: at("/actions/numbers?from=2024-01-01&to=2024-12-31"),
  },
  { name: "action list", route: "/(portal)/actions", open: at("/actions?view=list") },
  { name: "action lanes", route: "/(portal)/actions", open: at("/actions?view=board&group=owner") },
  { name: "action table", route: "/(portal)/actions", open: at("/actions?view=table&group=owner") },
  { name: "items of nobody", route: "/(portal)/actions", open: at("/actions?owner=nobody") },
  {
    name: "action rows selected",
    route: "/(portal)/actions",
    open: async (page) => {
      await page.goto(`${FEW_CARDS}&view=table`);
      await page.locator("[data-tick]").first().check();
      await page.locator("#bulk summary").click();
      await page.locator("#bulk").getByLabel("Status").selectOption("Done");
      await expect(page.locator("#bulk").getByLabel("Evidence")).toBeVisible();
    },
  },
  {
    name: "action row edited",
    route: "/(portal)/actions",
    open: async (page) => {
      await page.goto(`${FEW_CARDS}&view=table`);
      await page
        .getByRole("link", { name: /^Edit AI-/ })
        .first()
        .click();
      await expect(page.locator("table").getByLabel("Title")).toBeVisible();
    },
  },
  {
    name: "card to be moved",
    route: "/(portal)/actions",
    open: async (page) => {
      await page.goto(FEW_CARDS);
      await page.locator("article summary").first().click();
      await expect(page.locator("article form").first()).toBeVisible();
    },
  },
  {
    name: "card to be closed, without its proof",
    route: "/(portal)/actions",
    open: async (page) => {
      await page.goto(FEW_CARDS);
      const card = page.locator("article").first();
      await awake(card);
      await card.locator("summary").click();
      await card.getByLabel("Column").selectOption("Done");
      await card.getByRole("button", { name: "Move card" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Move card" }).click();
      await expect(page.getByText("Say what proves it")).toBeVisible();
    },
  },
  {
    name: "item refused",
    route: "/(portal)/actions/[item]",
    open: async (page) => {
      await page.goto(FEW_CARDS);
      await page.goto((await page.locator("[data-open]").first().getAttribute("href")) ?? "");
      const text = page.getByRole("region", { name: "Description" });
      await text.locator("summary", { hasText: "Change this item" }).click();
      await replaceText(text.getByLabel("Ticket", { exact: true }), "ftp://example.com/1");
      await text.getByRole("button", { name: /^Save AI-/ }).click();
      await expect(text.getByText("Only addresses that begin with")).toBeVisible();
    },
  },
  {
    name: "item to be closed",
    route: "/(portal)/actions/[item]",
    open: async (page) => {
      await page.goto(FEW_CARDS);
      const address = await page.locator("[data-open]").first().getAttribute("href");
      await page.goto(`${address}?close=wont_do`);
      await expect(page.getByLabel("Why it will not be done")).toBeVisible();
    },
  },
  {
    name: "card edited",
    route: "/(portal)/actions",
    open: async (page) => {
      await page.goto(FEW_CARDS);
      await page.locator("[data-edit]").first().click();
      await expect(page.locator("article").getByLabel("Title")).toBeVisible();
    },
  },
  {
    name: "action item added",
    route: "/(portal)/actions",
    open: async (page) => {
      await page.goto(FEW_CARDS);
      await page.getByRole("link", { name: "Add action item" }).click();
      await expect(page.getByRole("heading", { name: "Add an action item" })).toBeVisible();
    },
  },
  {
    name: "reminders not snoozed without a reason",
    route: "/(portal)/actions/[item]",
    open: async (page, { full }) => {
      await page.goto(`/actions?incident=${full}&view=list`);
      const item = page.locator("main a[href^='/actions/AI-']").first();
      await page.goto((await item.getAttribute("href")) ?? "");
      const reminders = page.getByRole("region", { name: "Reminders" });
      await reminders.locator("summary").click();
      const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
      await reminders.getByLabel("Until").fill(nextWeek);
      await reminders.getByLabel("Why nobody is to be reminded").fill("  ");
      await reminders.getByRole("button", { name: "Snooze reminders" }).click();
      await expect(reminders.getByRole("alert")).toBeVisible();
    },
  },
  { name: "reminders", route: "/(portal)/actions/reminders", open: at("/actions/reminders") },
  { name: "messages", route: "/(portal)/messages", open: at("/messages") },
  { name: "backup and health", route: "/(portal)/operation", open: at("/operation") },
  { name: "audit record", route: "/(portal)/audit", open: at("/audit") },
  {
    name: "no such audit entries",
    route: "/(portal)/audit",
    open: at("/audit?who=nobody&kind=refusal"),
  },
  {
    name: "audit entry",
    route: "/(portal)/audit/[entry]",
    open: async (page) => {
      await page.goto("/audit?verb=incident:import");
      await page.goto((await page.locator("main ol a").first().getAttribute("href")) ?? "");
    },
  },
  { name: "no such messages", route: "/(portal)/messages", open: at("/messages?state=failed") },
  { name: "components", route: "/(portal)/components", open: at("/components") },
  { name: "component", route: "/(portal)/components/[component]", open: toComponent },
  {
    name: "component's history, told what a correction changes",
    route: "/(portal)/components/[component]",
    open: async (page) => {
      await toComponent(page);
      await page
        .getByRole("link", { name: /^Correct/ })
        .first()
        .click();
      const correction = page.getByRole("region", { name: "Correct this state" });
      await awake(correction.getByLabel("Why"));
      await correction.getByLabel("State").selectOption("Under maintenance");
      await correction.getByLabel("Why").fill("For a look at what it changes");
      await correction.getByRole("button", { name: "See what it changes" }).click();
      await expect(correction.getByText("Nothing is changed yet.")).toBeVisible();
    },
  },
  { name: "alerts", route: "/(portal)/alerts", open: at("/alerts?tab=all") },
  {
    name: "alert",
    route: "/(portal)/alerts/[alert]",
    open: (page) => page.goto(`/alerts/${takeAlerts([{ title: "Queue is long" }])[0]}`),
  },
  { name: "unknown deliveries", route: "/(portal)/alerts/unknown", open: at("/alerts/unknown") },
  { name: "rules for alerts", route: "/(portal)/alerts/rules", open: at("/alerts/rules") },
  {
    name: "rule for alerts",
    route: "/(portal)/alerts/rules/[rule]",
    open: (page) => page.goto(`/alerts/rules/${putRule("Queues")}`),
  },
  {
    name: "new rule for alerts",
    route: "/(portal)/alerts/rules/new",
    open: at("/alerts/rules/new"),
  },
  { name: "sources of alerts", route: "/(portal)/alerts/sources", open: at("/alerts/sources") },
  { name: "new source of alerts", route: "/(portal)/alerts/sources", open: addSource },
  {
    name: "new source of alerts refused",
    route: "/(portal)/alerts/sources",
    open: async (page) => {
      await page.goto("/alerts/sources");
      await page.getByRole("button", { name: "Add source" }).click();
      await expect(page.locator("main [role=alert]").first()).toBeVisible();
    },
  },
  {
    name: "source of alerts",
    route: "/(portal)/alerts/sources/[source]",
    open: async (page) => {
      await addSource(page);
      await page.getByRole("link", { name: /^What it has to show/ }).click();
      await expect(page.getByRole("heading", { name: "At the other side" })).toBeVisible();
    },
  },
  {
    name: "delivery of alerts",
    route: "/(portal)/alerts/sources/[source]/deliveries/[delivery]",
    open: async (page) => {
      const address = await addSource(page);
      await page.request.post(new URL(address).pathname, { data: { hello: "world" } });
      await page.getByRole("link", { name: /^What it has to show/ }).click();
      await page.getByRole("region", { name: "What it sent" }).getByRole("link").click();
      await expect(page.getByLabel("What it held")).toBeVisible();
    },
  },
  { name: "subscribers", route: "/(portal)/subscribers", open: at("/subscribers") },
  {
    name: "subscriber refused",
    route: "/(portal)/subscribers",
    open: async (page) => {
      await page.goto("/subscribers");
      const form = page.getByRole("region", { name: "Add a subscriber" });
      await form.getByLabel("Address").fill("nobody");
      await form.getByRole("button", { name: "Add subscriber" }).click();
      await expect(form.getByText("Write an e-mail address")).toBeVisible();
    },
  },
  { name: "subscriber", route: "/(portal)/subscribers/[id]", open: toSubscriber },
  { name: "page settings", route: "/(portal)/status-page", open: at("/status-page") },
  {
    name: "page settings refused",
    route: "/(portal)/status-page",
    open: async (page) => {
      await page.goto("/status-page");
      await replaceText(page.getByLabel("Where readers report a problem"), "help");
      await page.getByRole("button", { name: "Save settings" }).click();
      await expect(page.getByText("Write the whole address")).toBeVisible();
    },
  },
  { name: "maintenance", route: "/(portal)/maintenance", open: at("/maintenance") },
  {
    name: "maintenance to come, unfolded",
    route: "/(portal)/maintenance/[id]",
    open: async (page) => {
      await page.goto("/maintenance");
      await page.getByRole("link", { name: "Database upgrade for sign-in" }).click();
      await page.waitForURL(/\/maintenance\/[0-9a-z]{12}$/);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("main details"))
          details.setAttribute("open", "");
      });
    },
  },
  {
    name: "schedule maintenance refused",
    route: "/(portal)/maintenance/new",
    open: async (page) => {
      await page.goto("/maintenance/new");
      await page.getByLabel("Title").fill("Nothing of it");
      await page.getByLabel("Announcement").fill("It is over already.");
      await page.getByLabel("Begins").fill("2020-01-01T10:00");
      await page.getByLabel("Ends").fill("2020-01-01T11:00");
      await page.getByRole("button", { name: "Schedule maintenance" }).click();
      await expect(page.getByText("That is over. Choose a later end.")).toBeVisible();
      await page.evaluate(() => scrollTo(0, 0)); // the header lies over what is half scrolled away
    },
  },
  {
    name: "maintenance templates",
    route: "/(portal)/maintenance/templates",
    open: at("/maintenance/templates"),
  },
  { name: "people", route: "/(portal)/people", open: at("/people") },
  { name: "teams", route: "/(portal)/teams", open: at("/teams") },
  { name: "team", route: "/(portal)/teams/[team]", open: at("/teams/payments") },
  {
    name: "team refused",
    route: "/(portal)/teams",
    open: async (page) => {
      await page.goto("/teams");
      await replaceText(page.getByLabel("Name"), "Nowhere");
      await replaceText(page.getByLabel("Time zone"), "Nowhere");
      await page.getByRole("button", { name: "Add team" }).click();
      await expect(page.getByText("is not a time zone such as")).toBeVisible();
    },
  },
  { name: "postmortems", route: "/(portal)/postmortems", open: at("/postmortems") },
  {
    name: "postmortem templates",
    route: "/(portal)/postmortems/templates",
    open: at("/postmortems/templates"),
  },
  {
    name: "postmortem template",
    route: "/(portal)/postmortems/templates/[template]",
    open: at("/postmortems/templates/Short"),
  },
  {
    name: "postmortem drafted again",
    route: "/(portal)/incidents/[key]/postmortem/draft",
    open: async (page) => {
      await toWritten(page);
      await page.goto(`${page.url()}/draft`);
    },
  },
  {
    name: "handover brief",
    route: "/(portal)/incidents/[key]/handover",
    open: (page, { full }) => page.goto(`/incidents/${full}/handover`),
  },
  {
    name: "drafted postmortem",
    route: "/(portal)/incidents/[key]/postmortem",
    open: (page, { full }) => page.goto(`/incidents/${full}/postmortem`),
  },
  { name: "written postmortem", route: "/(portal)/incidents/[key]/postmortem", open: toWritten },
  {
    name: "postmortem preview",
    route: "/(portal)/incidents/[key]/postmortem",
    open: async (page) => {
      await toWritten(page);
      await page.goto(`${page.url()}?view=preview`);
    },
  },
  {
    name: "postmortem as Markdown",
    route: "/(portal)/incidents/[key]/postmortem",
    open: async (page) => {
      await toWritten(page);
      await page.goto(`${page.url()}?view=markdown`);
      await expect(page.getByLabel("Text, in Markdown")).toBeVisible();
    },
  },
  {
    name: "menu of the editor",
    route: "/(portal)/incidents/[key]/postmortem",
    open: async (page) => {
      await toEditor(page);
      await page.getByRole("button", { name: "Callout" }).click();
      await expect(page.getByRole("menuitem", { name: "Warning" })).toBeVisible();
    },
  },
  {
    name: "link of the editor, refused",
    route: "/(portal)/incidents/[key]/postmortem",
    open: async (page) => {
      await toEditor(page);
      await page.keyboard.press("Control+k");
      await page.getByLabel("Address").fill("javascript:alert(1)");
      await page.getByLabel("Address").press("Enter");
      await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "keys of the editor",
    route: "/(portal)/incidents/[key]/postmortem",
    open: async (page) => {
      await toEditor(page);
      await page.keyboard.press("Control+/");
      await expect(page.getByRole("dialog", { name: "Keys of the editor" })).toBeVisible();
    },
  },
  {
    name: "selected words in the editor",
    route: "/(portal)/incidents/[key]/postmortem",
    open: async (page) => {
      await toEditor(page);
      await expect(async () => {
        await page.keyboard.press("Control+Home");
        await settled(page);
        await page.keyboard.press("Shift+End");
        const bubble = page.getByRole("group", { name: "Selected text" });
        await expect(bubble).toBeVisible({ timeout: 2000 });
      }).toPass();
    },
  },
  {
    name: "things to insert in the editor",
    route: "/(portal)/incidents/[key]/postmortem",
    open: async (page) => {
      await toEditor(page);
      await page.keyboard.press("Control+End");
      await settled(page);
      await page.keyboard.press("Enter");
      await page.keyboard.type("/");
      await expect(page.getByRole("listbox", { name: "Insert" })).toBeVisible();
    },
  },
  {
    name: "tables in the editor",
    route: "/(portal)/incidents/[key]/postmortem",
    open: async (page) => {
      await toEditor(page);
      await page.getByRole("button", { name: "Table", exact: true }).click();
      await expect(page.getByRole("menuitem", { name: /^Insert table/ })).toBeVisible();
    },
  },
  {
    name: "picture for the editor, without words",
    route: "/(portal)/incidents/[key]/postmortem",
    open: async (page) => {
      await toEditor(page);
      const chosen = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Picture", exact: true }).click();
      await (await chosen).setFiles(PICTURE);
      const dialog = page.getByRole("dialog", { name: "Insert a picture" });
      await dialog.getByRole("button", { name: "Insert picture" }).click();
      await expect(dialog.getByText(/^Say what it shows/)).toBeVisible();
    },
  },
  {
    name: "postmortem to be read only",
    route: "/(portal)/incidents/[key]/postmortem",
    fails: true,
    open: async (page) => {
      await toWritten(page);
      await page.route(LIVE_TEXT, (route) => route.abort());
      await page.reload();
      const told = page.getByRole("alert").filter({ hasText: "to be read only" });
      await expect(told).toBeVisible({ timeout: 30_000 });
      page.once("framenavigated", () => void page.unroute(LIVE_TEXT));
    },
  },
  {
    name: "postmortem version",
    route: "/(portal)/incidents/[key]/postmortem/revisions/[version]",
    open: async (page) => {
      await toWritten(page);
      await page.goto(`${page.url()}/revisions/1`);
    },
  },
  {
    name: "history of a postmortem",
    route: "/(portal)/incidents/[key]/postmortem/history",
    open: async (page, prepared) => {
      await page.goto(`${await toPublished(page, prepared)}/history?from=1&to=1&layout=side`);
    },
  },
  {
    name: "postmortem to be published",
    route: "/(portal)/incidents/[key]/postmortem/publish",
    open: async (page) => {
      await toWritten(page);
      await page.goto(`${new URL(page.url()).pathname}/publish`);
    },
  },
  {
    name: "published postmortem",
    route: "/(portal)/incidents/[key]/postmortem/publish",
    open: async (page, prepared) => page.goto(`${await toPublished(page, prepared)}/publish`),
  },
  {
    name: "edition",
    route: "/(portal)/incidents/[key]/postmortem/editions/[number]",
    open: async (page, prepared) => page.goto(`${await toPublished(page, prepared)}/editions/1`),
  },
  {
    name: "postmortem for share links",
    route: "/(portal)/incidents/[key]/postmortem/publish/[outside]",
    open: async (page, prepared) => {
      const path = await toPublished(page, prepared);
      await page.goto(`${path}/publish/links?section=0&section=1`);
    },
  },
  {
    name: "postmortem for everyone, refused",
    route: "/(portal)/incidents/[key]/postmortem/publish/[outside]",
    open: async (page, prepared) => {
      const path = await toPublished(page, prepared);
      const all = Array.from({ length: 20 }, (_, index) => `section=${index}`).join("&");
      await page.goto(`${path}/publish/public?${all}`);
    },
  },
  {
    name: "postmortem on paper",
    route: "/(portal)/incidents/[key]/postmortem/print",
    open: async (page, prepared) =>
      page.goto(`${await toPublished(page, prepared)}/print?edition=1`),
  },
  {
    name: "causes and actions, a form opened",
    route: "/(portal)/incidents/[key]/postmortem/causes",
    open: async (page, { full }) => {
      await page.goto(`/incidents/${full}/postmortem/causes?answer=0`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("main details"))
          details.setAttribute("open", "");
      });
    },
  },
  {
    name: "causes of a bare incident",
    route: "/(portal)/incidents/[key]/postmortem/causes",
    open: (page, { bare }) => page.goto(`/incidents/${bare}/postmortem/causes`),
  },
  {
    name: "review of a postmortem",
    route: "/(portal)/incidents/[key]/postmortem/review",
    open: async (page) => {
      await toWritten(page);
      await page.goto(`${new URL(page.url()).pathname}/review`);
    },
  },
  {
    name: "review of no postmortem yet",
    route: "/(portal)/incidents/[key]/postmortem/review",
    open: (page, { bare }) => page.goto(`/incidents/${bare}/postmortem/review`),
  },
  { name: "account", route: "/(portal)/account", open: at("/account") },
  { name: "sessions", route: "/(portal)/account/sessions", open: at("/account/sessions") },
  {
    name: "second factor",
    route: "/(portal)/account/second-factor",
    open: at("/account/second-factor"),
  },
  { name: "is it you", route: "/(portal)/account/confirm", open: at("/account/confirm") },
  { name: "accounts", route: "/(portal)/people/accounts", open: at("/people/accounts") },
  {
    name: "invited",
    route: "/(portal)/people/accounts",
    open: async (page) => {
      await proveAnew(page, "/people/accounts");
      await page.getByLabel("Email").fill(`visit-${Math.random()}@example.com`);
      await page.getByRole("button", { name: "Invite" }).click();
      await expect(page.getByLabel("Link to hand over")).toBeVisible();
    },
  },
  {
    name: "one account",
    route: "/(portal)/people/accounts/[account]",
    open: at("/people/accounts/2"),
  },
  {
    name: "share",
    route: "/(portal)/incidents/[key]/share",
    open: (page, { full }) => page.goto(`/incidents/${full}/share`),
  },
  {
    name: "new share link",
    route: "/(portal)/incidents/[key]/share",
    open: (page, prepared) => makeLink(page, prepared),
  },
  {
    name: "share link with its preview",
    route: "/(portal)/incidents/[key]/share/[link]",
    open: async (page, prepared) => {
      await makeLink(page, prepared);
      await page.getByRole("link", { name: "A reader", exact: true }).first().click();
      await expect(page.getByRole("region", { name: "Preview", exact: true })).toBeVisible();
    },
  },
  {
    name: "shared incident",
    route: "/(public)/s/view/[key]",
    open: async (page, prepared) => page.goto(await makeLink(page, prepared)),
  },
  {
    name: "shared incident, a question asked",
    route: "/(public)/s/view/[key]",
    open: async (page, prepared) => {
      await page.goto(await makeLink(page, prepared));
      await page.getByLabel("Your question").fill("Was our data touched?");
      await page.getByRole("button", { name: "Ask" }).click();
      await expect(page.getByText("Your question reached the people")).toBeVisible();
    },
  },
  {
    name: "passcode refused",
    route: "/(public)/s/view/[key]",
    open: async (page, prepared) => {
      await page.goto(await makeLink(page, prepared, "tulip 7"));
      await page.getByLabel("Passcode").fill("rose 8");
      await page.getByRole("button", { name: "Open" }).click();
      await expect(page.getByText("This is not the passcode.")).toBeVisible();
    },
  },
  {
    name: "own notifications",
    route: "/(portal)/account/notifications",
    open: at("/account/notifications"),
  },
  { name: "channels", route: "/(portal)/notifications", open: makeChannel },
  {
    name: "channel refused",
    route: "/(portal)/notifications",
    open: async (page) => {
      await page.goto("/notifications");
      const form = page.getByRole("region", { name: "Add a channel" });
      await form.getByLabel("Name").fill("Nowhere");
      await form.getByLabel("Address").fill("nowhere");
      await form.getByRole("button", { name: "Add channel" }).click();
      await expect(form.getByText("Write the whole address")).toBeVisible();
    },
  },
  {
    name: "channel",
    route: "/(portal)/notifications/[channel]",
    open: async (page) => {
      await makeChannel(page);
      await page
        .getByRole("link", { name: /^Robot / })
        .first()
        .click();
      await expect(page.getByRole("button", { name: "Send a test" })).toBeVisible();
    },
  },
  { name: "API tokens", route: "/(portal)/account/tokens", open: at("/account/tokens") },
  { name: "a new API token", route: "/(portal)/account/tokens", open: makeToken },
  {
    name: "an API token for nothing",
    route: "/(portal)/account/tokens",
    open: async (page) => {
      await page.goto("/account/tokens");
      await page.getByLabel("Name").fill("A program");
      await page.getByRole("button", { name: "Create token" }).click();
      await expect(page.getByText("Choose what the token may do.")).toBeVisible();
    },
  },
  { name: "what the API does", route: "/(portal)/docs/api", open: at("/docs/api") },
  { name: "404", route: NOT_FOUND, open: at("/nowhere"), fails: true },
  { name: "no such incident", route: NOT_FOUND, open: at("/incidents/INC-0000"), fails: true },
];

/** A channel that hears of nothing, with its secret shown. */
async function makeChannel(page: Page): Promise<void> {
  await proveAnew(page, "/notifications");
  const form = page.getByRole("region", { name: "Add a channel" });
  await form.getByLabel("Name").fill(`Robot ${Math.random()}`);
  await form.getByLabel("Kind").selectOption("Signed webhook");
  await form.getByLabel("Address").fill("https://robot.example.com/hook");
  await form.getByRole("button", { name: "Add channel" }).click();
  await expect(page.getByLabel("Signing secret")).toBeVisible();
}

async function toWritten(page: Page): Promise<void> {
  await page.goto("/postmortems");
  await page.getByRole("link", { name: "Older phones cannot connect", exact: true }).click();
  await page.waitForURL("/incidents/*/postmortem");
  await expect(page.getByRole("textbox", { name: "Postmortem text" })).toBeVisible();
}

/** With the caret in the text of a postmortem. */
async function toEditor(page: Page): Promise<void> {
  await toWritten(page);
  const text = page.getByRole("textbox", { name: "Postmortem text" });
  await text.click();
  await expect(text).toBeFocused();
}

/** The address of a postmortem of which an edition is published. */
async function toPublished(page: Page, { full }: Prepared): Promise<string> {
  const path = `/incidents/${full}/postmortem`;
  await page.goto(path);
  const start = page.getByRole("button", { name: "Start writing" });
  if (await start.isVisible()) {
    await start.click();
    await expect(start).toBeHidden();
  }
  await page.goto(`${path}/publish`);
  const publish = page.getByRole("button", { name: "Publish edition 1 to members" });
  if (await publish.isVisible()) {
    await page.getByRole("checkbox", { name: "Publish it without an approval" }).check();
    await publish.click();
    await expect(publish).toBeHidden();
  }
  return path;
}

async function makeLink(page: Page, { full }: Prepared, passcode = ""): Promise<string> {
  await page.goto(`/incidents/${full}/share`);
  await page.getByLabel("Who is it for?").fill("A reader");
  if (passcode) {
    await page.getByText("What it shows, wording and passcode").click();
    await page.getByLabel("Passcode").fill(passcode);
  }
  await page.getByRole("button", { name: "Create link" }).click();
  return page.getByLabel("Link to share").inputValue();
}

async function makeToken(page: Page): Promise<string> {
  await page.goto("/account/tokens");
  await page.getByLabel("Name").fill("A program");
  await page.getByLabel("incidents:read").check();
  await page.getByRole("button", { name: "Create token" }).click();
  return page.getByLabel("Token", { exact: true }).inputValue();
}

async function toComponent(page: Page) {
  await page.goto("/components");
  await page.getByRole("link", { name: "Search", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search");
}

async function toSubscriber(page: Page) {
  const address = `visit-${Date.now()}-${Math.random()}@example.com`;
  await page.goto("/subscribers");
  const form = page.getByRole("region", { name: "Add a subscriber" });
  await form.getByLabel("Address").fill(address);
  await form.getByRole("button", { name: "Add subscriber" }).click();
  await page.getByRole("link", { name: address }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(address);
}

/** Adds a source of alerts, whose address is shown once. */
async function addSource(page: Page): Promise<string> {
  await page.goto("/alerts/sources");
  await page.getByLabel("What sends alerts").selectOption("grafana");
  await page.getByLabel("Name", { exact: true }).fill("Grafana of the walk");
  await page.getByRole("button", { name: "Add source" }).click();
  const address = page.getByLabel("Address for alerts");
  await expect(address).toBeVisible();
  return address.inputValue();
}
