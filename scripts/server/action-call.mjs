import { isDeeperThan } from "../../lib/record/nesting.mjs";

const MOST_LEVELS = 32;
const MOST_ARGUMENTS = 2;
const MOST_VALUES = 200_000;
const MOST_PARTS = 1000;
const NATIVE_FIELD = /^\$ACTION_(?:ID_[0-9a-f]{42}|REF_\d+|KEY|\d+:\d+)$/;
const RESERVED = ["__proto__", "constructor", "prototype"];

/**
 * True for a body that a page of the portal could have sent: a form, or a call of an action with plain
 * values. React's decoder understands far more, promises, streams and paths into prototypes among them,
 * and answers what it does not understand with a failure of the server.
 * @returns {Promise<boolean>}
 */
export async function isUnderstood(headers, body) {
  const isCall = headers["next-action"] !== undefined;
  const type = headers["content-type"] ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) {
    if (isCall) return isCallOf([["0", textOf(body)]]);
    return !/^application\/json\b/i.test(type) || jsonOf(textOf(body)) !== undefined;
  }

  const form = await formOf(type, body);
  if (!form) return false;
  return isCall ? isCallOf([...form].filter(([name]) => /^\d+$/.test(name))) : isNativeForm(form);
}

/** The numbered parts of a call are JSON, of which the first holds the arguments. */
function isCallOf(parts) {
  const values = new Map(parts.map(([name, text]) => [name, jsonOf(text)]));
  const given = values.get("0");
  return (
    Array.isArray(given) &&
    given.length <= MOST_ARGUMENTS &&
    [...values.values()].every((value) => isPlain(value, values))
  );
}

/** A form that the browser sends by itself: what React hid in it are names, and JSON as in a call. */
function isNativeForm(form) {
  const hidden = [...form].filter(([name]) => name.startsWith("$ACTION_"));
  const names = hidden.map(([name]) => name);
  if (names.includes("$ACTION_KEY") && !names.some((name) => name.startsWith("$ACTION_REF_"))) {
    return false;
  }
  const values = new Map(
    hidden
      .filter(([name]) => name.includes(":"))
      .map(([name, text]) => [name.replace(/.*:/, ""), jsonOf(text)]),
  );
  return (
    names.every((name) => NATIVE_FIELD.test(name)) &&
    [...values.values()].every((value) => isPlain(value, values) || isBinding(value))
  );
}

/** How React names the action of a form, with the part that holds its first arguments. */
const isBinding = (value) =>
  typeof value?.id === "string" && /^\$@[0-9a-f]+$/.test(value.bound ?? "$@1");

function isPlain(root, parts) {
  let left = MOST_VALUES;
  const isAllowed = (value) => {
    left -= 1;
    if (left < 0) return false;
    if (typeof value === "string") return !value.startsWith("$") || isToken(value, parts);
    if (typeof value !== "object" || value === null) return value !== undefined;
    if (Array.isArray(value)) return value.every(isAllowed);
    return Object.entries(value).every(([key, each]) => !RESERVED.includes(key) && isAllowed(each));
  };
  return isAllowed(root);
}

/** A text that begins with `$`, `undefined`, a form of this call, or a value that stands elsewhere in it. */
function isToken(text, parts) {
  if (text.startsWith("$$") || /^\$(?:undefined|K[0-9a-f]+)$/.test(text)) return true;
  const [part, ...keys] = text.slice(1).split(":");
  let value = parts.get(String(Number.parseInt(part, 16)));
  for (const key of keys) value = hasOwn(value, key) ? value[key] : undefined;
  return value !== undefined;
}

const hasOwn = (value, key) =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key);

function jsonOf(text) {
  if (typeof text !== "string" || isDeeperThan(text, MOST_LEVELS)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(body) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

async function formOf(type, body) {
  const boundary = /\bboundary="?([^";]{1,70})/i.exec(type)?.[1];
  if (boundary === undefined || countOf(body, `--${boundary}`) > MOST_PARTS) return undefined;
  try {
    return await new Response(body, { headers: { "Content-Type": type } }).formData();
  } catch {
    return undefined;
  }
}

/** How often a text stands in a body: taking apart a form of many thousand parts would hold everybody up. */
function countOf(body, text) {
  let count = 0;
  for (let at = body.indexOf(text); at !== -1; at = body.indexOf(text, at + text.length))
    count += 1;
  return count;
}
