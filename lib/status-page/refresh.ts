import { createHash } from "node:crypto";

/**
 * Keeps an open page up to date: asks for the state about every 30 seconds while somebody looks, and puts the new
 * content in place with what was opened, the focus and the place kept. Without it the page works all the same.
 */
export const REFRESH = `"use strict";
const news = document.getElementById("news");
const details = (of) => [...of.querySelectorAll("details[id]")];
const opened = (of) => new Map(details(of).map((one) => [one.id, one.open]));
const ask = async (url) => {
  const answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw answer;
  return answer;
};
let main = document.getElementById("main");
let given = opened(main);
let drawn = Date.now();
let timer;
async function look() {
  clearTimeout(timer);
  if (document.hidden) return;
  try {
    const state = await (await ask(news.dataset.state)).json();
    const at = (state.page ?? state).updated_at;
    const isNew = at !== news.dataset.at;
    if (isNew || Date.now() - drawn > 3e5) await draw(isNew, at);
    else news.textContent = "";
  } catch {
    news.textContent = "This page could not be refreshed. It may be old.";
  }
  timer = setTimeout(look, 25e3 + Math.random() * 1e4);
}
async function draw(isNew, changed) {
  const next = new DOMParser().parseFromString(await (await ask(location.href)).text(), "text/html");
  const fresh = next.getElementById("main");
  const last = given;
  given = opened(fresh);
  for (const one of details(main)) {
    const same = next.getElementById(one.id);
    if (same && (one.open || last.get(one.id))) same.open = one.open;
  }
  const at = document.activeElement;
  const focus =
    main.contains(at) &&
    (at.id ? "#" + at.id : at.parentNode.id ? "#" + at.parentNode.id + ">" + at.tagName : '[href="' + at.getAttribute("href") + '"]');
  const [y, top] = [scrollY, at.getBoundingClientRect().top];
  main.replaceWith(fresh);
  main = fresh;
  document.title = next.title;
  document.querySelector("link[rel=icon]").href = next.querySelector("link[rel=icon]").getAttribute("href");
  news.dataset.at = next.getElementById("news")?.dataset.at ?? changed;
  news.textContent = isNew ? "This page was updated: " + main.querySelector("h1").textContent.trim() : "";
  drawn = Date.now();
  const same = focus && main.querySelector(focus);
  scrollTo(0, same ? scrollY + same.getBoundingClientRect().top - top : y);
  if (same) same.focus({ preventScroll: true });
}
document.addEventListener("visibilitychange", look);
timer = setTimeout(look, 25e3 + Math.random() * 1e4);
`.replace(/\n +/g, "\n");

/** Another script has another address, so browsers may keep it for good. */
export const REFRESH_PATH = `refresh-${createHash("sha256").update(REFRESH).digest("hex").slice(0, 10)}.js`;
