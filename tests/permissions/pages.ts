import { isAtLeast, SUBJECTS, type Least, type Subject } from "./subjects";

/** What a page gives: itself, the way to the sign-in, the way to somewhere else, or the same 404 as no page. */
export type Given = "shown" | "sign-in" | "elsewhere" | "nothing";

/** An address of the page, of the world that the walk makes, and what each subject gets there. */
export type PageRow = { at: string } & Record<Subject, Given>;

/** A page of the portal for those of a role; to others who are signed in it is not there. */
const inside = (at: string, least: Least = "viewer", others: Given = "nothing"): PageRow => ({
  at,
  ...given((subject) => {
    if (!isAtLeast(subject, "viewer")) return "sign-in";
    return isAtLeast(subject, least) ? "shown" : others;
  }),
});

/** A page for those who have not signed in, and for those who have. */
const outside = (at: string, strangers: Given, members: Given = strangers): PageRow => ({
  at,
  ...given((subject) => (isAtLeast(subject, "viewer") ? members : strangers)),
});

const given = (of: (subject: Subject) => Given): Record<Subject, Given> => ({
  stranger: of("stranger"),
  link: of("link"),
  token: of("token"),
  viewer: of("viewer"),
  responder: of("responder"),
  admin: of("admin"),
});

/** Every page of the build, as its manifest names it. */
export const PAGES: Record<string, PageRow> = {
  "": outside("/", "sign-in", "elsewhere"),
  "/_not-found": outside("/login/no-such-page", "nothing"),
  "/_global-error": outside("/login/no-such-page/either", "nothing"),

  "/(auth)/login": outside("/login", "shown", "elsewhere"),
  "/(auth)/login/code": outside("/login/code", "sign-in"),
  "/(auth)/login/forgot": outside("/login/forgot", "shown"),
  "/(auth)/login/invitation": outside("/login/invitation?token=none", "shown"),
  "/(auth)/login/reset": outside("/login/reset?token=none", "shown"),
  "/(auth)/login/setup": outside("/login/setup", "sign-in"),

  "/(public)/s/view/[key]": { ...outside("/s/view/{incident}", "nothing"), link: "shown" },

  "/(portal)/account": inside("/account"),
  "/(portal)/account/confirm": inside("/account/confirm"),
  "/(portal)/account/second-factor": inside("/account/second-factor"),
  "/(portal)/account/sessions": inside("/account/sessions"),
  "/(portal)/account/tokens": inside("/account/tokens"),
  "/(portal)/actions": inside("/actions"),
  "/(portal)/actions/[item]": inside("/actions/AI-{item}"),
  "/(portal)/actions/deadlines": inside("/actions/deadlines"),
  "/(portal)/actions/numbers": inside("/actions/numbers"),
  "/(portal)/actions/reminders": inside("/actions/reminders"),
  "/(portal)/audit": inside("/audit", "admin"),
  "/(portal)/audit/[entry]": inside("/audit/1", "admin"),
  "/(portal)/components": inside("/components"),
  "/(portal)/components/[component]": inside("/components/{component}"),
  "/(portal)/docs/api": inside("/docs/api"),
  "/(portal)/import": inside("/import"),
  "/(portal)/incidents": inside("/incidents"),
  "/(portal)/incidents/[key]": inside("/incidents/{incident}"),
  "/(portal)/incidents/[key]/handover": inside("/incidents/{incident}/handover"),
  "/(portal)/incidents/[key]/postmortem": inside("/incidents/{incident}/postmortem"),
  "/(portal)/incidents/[key]/postmortem/causes": inside("/incidents/{incident}/postmortem/causes"),
  "/(portal)/incidents/[key]/postmortem/draft": inside(
    "/incidents/{incident}/postmortem/draft",
    "responder",
    "elsewhere",
  ),
  "/(portal)/incidents/[key]/postmortem/editions/[number]": inside(
    "/incidents/{incident}/postmortem/editions/1",
  ),
  "/(portal)/incidents/[key]/postmortem/history": inside(
    "/incidents/{incident}/postmortem/history",
  ),
  "/(portal)/incidents/[key]/postmortem/print": inside("/incidents/{incident}/postmortem/print"),
  "/(portal)/incidents/[key]/postmortem/publish": inside(
    "/incidents/{incident}/postmortem/publish",
  ),
  "/(portal)/incidents/[key]/postmortem/publish/[outside]": inside(
    "/incidents/{incident}/postmortem/publish/links",
    "responder",
  ),
  "/(portal)/incidents/[key]/postmortem/review": inside("/incidents/{incident}/postmortem/review"),
  "/(portal)/incidents/[key]/postmortem/revisions/[version]": inside(
    "/incidents/{incident}/postmortem/revisions/1",
  ),
  "/(portal)/incidents/[key]/share": inside("/incidents/{incident}/share"),
  "/(portal)/incidents/[key]/share/[link]": inside("/incidents/{incident}/share/{share}"),
  "/(portal)/incidents/new": inside("/incidents/new"), // says to viewers that they may not
  "/(portal)/maintenance": inside("/maintenance"),
  "/(portal)/maintenance/[id]": inside("/maintenance/{maintenance}"),
  "/(portal)/maintenance/new": inside("/maintenance/new"),
  "/(portal)/maintenance/templates": inside("/maintenance/templates"),
  "/(portal)/messages": inside("/messages", "admin"),
  "/(portal)/people": inside("/people"),
  "/(portal)/people/accounts": inside("/people/accounts", "admin"),
  "/(portal)/people/accounts/[account]": inside("/people/accounts/{account}", "admin"),
  "/(portal)/postmortems": inside("/postmortems"),
  "/(portal)/postmortems/templates": inside("/postmortems/templates"),
  "/(portal)/postmortems/templates/[template]": inside(
    "/postmortems/templates/{template}",
    "admin",
  ),
  "/(portal)/search": inside("/search"),
  "/(portal)/status-page": inside("/status-page"),
  "/(portal)/subscribers": inside("/subscribers", "admin"),
  "/(portal)/subscribers/[id]": inside("/subscribers/{subscriber}", "admin"),
  "/(portal)/teams": inside("/teams"),
  "/(portal)/teams/[team]": inside("/teams/{team}"),
  "/(portal)/wall": inside("/wall"),
};
