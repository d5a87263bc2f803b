import type { SubscriberKind, SubscriberState } from "@/lib/domain/subscriber";
import { html, raw, type Html } from "./html";
import { STYLE_PATH } from "./style";

/** The page that the forms belong to. */
export type Place = {
  name: string;
  /** Its path, without a slash at the end. */
  base: string;
  components: { id: string; name: string; group: string | null }[];
};

type Shown = { title: string; body: Html };

function documentOf({ name, base }: Place, { title, body }: Shown): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${name}</title>
        <link rel="stylesheet" href="${base}/${STYLE_PATH}" />
      </head>
      <body>
        <header><a class="name" href="${base || "/"}">${name}</a></header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.text;
}

type Typed = { address: string; chosen: string[] };
/** What was refused, and what was typed: a form is shown as it was sent. */
export type Problem = Typed & { kind: SubscriberKind; words: string };

/** The forms by which somebody subscribes. */
export function askPage(place: Place, problem?: Problem): string {
  const typed = (kind: SubscriberKind): Typed =>
    problem?.kind === kind ? problem : { address: "", chosen: [] };
  const alert = (kind: SubscriberKind) =>
    problem?.kind === kind
      ? html`<p class="problem" role="alert" id="${kind}-problem">${problem.words}</p>`
      : html``;
  const described = (kind: SubscriberKind) =>
    problem?.kind === kind
      ? html` aria-invalid="true" aria-describedby="${kind}-problem" autofocus`
      : html``;
  return documentOf(place, {
    title: "Subscribe",
    body: html`<section aria-labelledby="mail">
        <h2 id="mail">By e-mail</h2>
        <form class="asking" method="post" action="${place.base}/subscribe">
          <input type="hidden" name="kind" value="mail" />
          <label
            >E-mail
            <input
              name="address"
              type="email"
              autocomplete="email"
              required
              maxlength="200"
              value="${typed("mail").address}"
              ${described("mail")}
          /></label>
          ${alert("mail")} ${choice(place, typed("mail").chosen)}
          <button>Subscribe by e-mail</button>
        </form>
        <p>You get a mail with a link to confirm. Every mail after that has one to leave.</p>
      </section>
      <section aria-labelledby="webhook">
        <h2 id="webhook">By webhook</h2>
        <form class="asking" method="post" action="${place.base}/subscribe">
          <input type="hidden" name="kind" value="webhook" />
          <label
            >Address
            <input
              name="address"
              type="url"
              placeholder="https://"
              required
              maxlength="2000"
              value="${typed("webhook").address}"
              ${described("webhook")}
          /></label>
          ${alert("webhook")} ${choice(place, typed("webhook").chosen)}
          <button>Subscribe by webhook</button>
        </form>
        <p>
          The address gets a request with a link to confirm, or answers it with the challenge in it.
          <a href="${place.base}/api#webhooks">What webhooks contain, and how they are signed</a>
        </p>
      </section>`,
  });
}

function choice({ components }: Place, chosen: string[]): Html {
  if (components.length < 2) return html``;
  const boxes = components.map(
    ({ id, name, group }) =>
      html`<label
        ><input
          type="checkbox"
          name="component"
          value="${id}"
          ${raw(chosen.includes(id) ? " checked" : "")}
        />
        ${group === null ? name : `${group}: ${name}`}</label
      >`,
  );
  return html`<fieldset>
    <legend>Components; none chosen means all</legend>
    ${boxes}
  </fieldset>`;
}

/** The same for every address, so that nobody learns who is told. */
export const askedPage = (place: Place, kind: SubscriberKind): string =>
  documentOf(place, {
    title: kind === "mail" ? "Look into your mail" : "Look at what arrived",
    body:
      kind === "mail"
        ? html`<p>
              If this address can get mail, one is on its way to it, with a link to confirm. It
              comes from this page, not more than once in ten minutes.
            </p>
            ${back(place)}`
        : html`<p>
              A request is on its way to this address, with a link to confirm. An address that
              answers it with the challenge in it has confirmed by that.
            </p>
            ${back(place)}`,
  });

const back = ({ base }: Place) => html`<p><a href="${base || "/"}">Back to the page</a></p>`;

export type Held = {
  token: string;
  kind: SubscriberKind;
  state: SubscriberState;
  /** The address as far as its owner knows it again. */
  hint: string;
  chosen: string[];
  problem: string | null;
  /** What its webhooks are signed with. */
  secret: string | null;
};

export const DONE = ["confirmed", "changed", "left"] as const;
export type Done = (typeof DONE)[number];

const DONE_WORDS: Record<Done, string> = {
  confirmed: "Confirmed. You hear of changes from now on.",
  changed: "Saved.",
  left: "You have left, and hear of nothing any more.",
};

/** A subscription, for whoever holds its link. */
export function heldPage(place: Place, held: Held, done: Done | undefined): string {
  const { hint, state } = held;
  const said =
    done === undefined ? html`` : html`<p role="status"><strong>${DONE_WORDS[done]}</strong></p>`;
  const parts =
    state === "active"
      ? [choiceForm(place, held), secretOf(held), leaveForm(place, held)]
      : [confirmForm(place, held)];
  return documentOf(place, {
    title: state === "active" ? "Your subscription" : "Confirm your subscription",
    body: html`${said}
      <p>${hint}</p>
      ${parts} ${back(place)}`,
  });
}

const addressOf = ({ base }: Place, { token }: { token: string }) => `${base}/subscribe/${token}`;

function choiceForm(place: Place, held: Held): Html {
  const boxes = choice(place, held.chosen);
  if (boxes.text === "") return html``;
  return html`<form class="asking" method="post" action="${addressOf(place, held)}">
    <input type="hidden" name="do" value="change" />
    ${boxes}
    <button>Save</button>
  </form>`;
}

const secretOf = ({ secret }: Held) =>
  secret === null
    ? html``
    : html`<h2>Signature</h2>
        <p>Webhooks are signed with this secret:</p>
        <pre>${secret}</pre>`;

const leaveForm = (place: Place, held: Held) =>
  html`<h2>Leave</h2>
    <form class="asking" method="post" action="${addressOf(place, held)}/leave">
      <button>Leave: hear of nothing any more</button>
    </form>`;

function confirmForm(place: Place, held: Held): Html {
  const why =
    held.state === "failing"
      ? html`<p>It was switched off, because it could not be reached: ${held.problem ?? ""}</p>`
      : held.state === "left"
        ? html`<p>You left. You can come back.</p>`
        : html`<p>Do you want to hear of changes at ${place.name}?</p>`;
  return html`${why}
    <form class="asking" method="post" action="${addressOf(place, held)}">
      <input type="hidden" name="do" value="confirm" /><button>Yes, tell me</button>
    </form>`;
}

/** Asks before anything happens: programs open links to look at them. */
export const leavePage = (place: Place, held: Held): string =>
  documentOf(place, {
    title: "Leave",
    body: html`<p>${held.hint}</p>
      ${leaveForm(place, held)}${back(place)}`,
  });

export const leftPage = (place: Place): string =>
  documentOf(place, {
    title: "You have left",
    body: html`<p>You hear of nothing any more.</p>
      ${back(place)}`,
  });

export const noSuchPage = (place: Place): string =>
  documentOf(place, {
    title: "No such subscription",
    body: html`<p>
        It may have ended, or was never confirmed. <a href="${place.base}/subscribe">Subscribe</a>
      </p>
      ${back(place)}`,
  });

export const tooManyPage = (place: Place): string =>
  documentOf(place, {
    title: "Too many tries",
    body: html`<p>Wait an hour, then try again. The feeds tell of changes too.</p>
      ${back(place)}`,
  });
