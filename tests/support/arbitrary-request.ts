import fc from "fast-check";
import type { Operation } from "@/lib/api/operation";
import { describedAs, resolved, type Parameter, type Schema } from "./api-schema";

/** What an operation is asked, before it is put into a `Request`. */
export type Asking = {
  path: string;
  query: [string, string][];
  /** The body as its text; `undefined` for none. */
  body: string | undefined;
  contentType: string;
  /** Whether an `If-Match` names what stands there, something else, or is missing. */
  ifMatch: "present" | "another" | "none";
  idempotencyKey: string | undefined;
  /** Whose token it comes with. */
  role: "admin" | "responder" | "viewer";
};

/** Values that are there to be found, by the name of what holds them. */
export type Known = Record<string, string[]>;

/** Texts that break what is careless with texts. */
const BAD_TEXTS = [
  "",
  " ",
  "x",
  "\u0000",
  "\ud800",
  "\u202e",
  "e\u0301\u200d🙂",
  "'; drop table incidents; --",
  "%00",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "\r\nSet-Cookie: a=b",
  "-1",
  "0",
  "1e400",
  "9007199254740993",
  "NaN",
  "2026-02-30",
  "2026-02-30T25:00:00Z",
  "9999-12-31T23:59:59.999999999Z",
  "0000-01-01T00:00:00Z",
  "*",
  '"',
  "a".repeat(40_000),
];
const BAD_NUMBERS = [0, -1, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 63, Number.MIN_VALUE];

const badText = fc.oneof(fc.constantFrom(...BAD_TEXTS), fc.string({ unit: "binary" }));
const badValue: fc.Arbitrary<unknown> = fc.oneof(
  badText,
  fc.constantFrom<unknown>(...BAD_NUMBERS, null, true, false, [], {}, [[[[]]]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Requests to an operation: such that fit it, such that nearly do, and such that mean harm. */
export function requestTo(operation: Operation, known: Known): fc.Arbitrary<Asking> {
  const { parameters, requestBody } = describedAs(operation);
  const schema = requestBody?.content["application/json"]?.schema;
  return fc.record({
    path: pathOf(operation.path, parameters, known),
    query: queryOf(parameters, known),
    body: schema ? bodyOf(schema, known) : fc.constant(undefined),
    contentType: rarely("application/json", "text/plain", "application/json; charset=utf-16"),
    ifMatch: rarely<Asking["ifMatch"]>("present", "another", "none"),
    idempotencyKey: rarely<string | undefined>(undefined, "once", "twice", "y".repeat(256)),
    role: rarely<Asking["role"]>("admin", "responder", "viewer"),
  });
}

/** The first of these, and now and then one of the others. */
const rarely = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof(
    { arbitrary: fc.constant(usual), weight: 8 },
    ...others.map((arbitrary) => fc.constant(arbitrary)),
  );

const mostly = <Value>(usual: fc.Arbitrary<Value>, other: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: usual, weight: 8 }, other);

function pathOf(template: string, parameters: Parameter[], known: Known): fc.Arbitrary<string> {
  const inPath = parameters.filter((each) => each.in === "path");
  const values = inPath.map(({ name, schema }) => {
    const fits = fittingText(schema, known);
    const there = known[name];
    const usual = there ? mostly(fc.constantFrom(...there), fits) : fits;
    return mostly(usual, badText).filter((text) => text !== "." && text !== "..");
  });
  return fc
    .tuple(...values)
    .map((all) =>
      inPath.reduce(
        (path, { name }, index) =>
          path.replace(`{${name}}`, () => encodeURIComponent(wellFormed(all[index] ?? ""))),
        template,
      ),
    );
}

/** A text without halves of characters, of which no address can be made. */
const wellFormed = (text: string) => Buffer.from(text).toString();

function queryOf(parameters: Parameter[], known: Known): fc.Arbitrary<[string, string][]> {
  const entries = parameters
    .filter((each) => each.in === "query")
    .map(({ name, schema, required = false }) => {
      const value = mostly(fittingText(schema, known), badText);
      const entry = value.map((text): [string, string][] => [[name, text]]);
      const isLeftOut = required ? 1 : 12;
      return fc.oneof(
        { arbitrary: entry, weight: 8 },
        { arbitrary: fc.constant<[string, string][]>([]), weight: isLeftOut },
        entry.map((pairs) => [...pairs, ...pairs]),
      );
    });
  const unknown = fc.constantFrom<[string, string][]>([["__proto__", "1"]], [["unknown", ""]]);
  const more = mostly(fc.constant<[string, string][]>([]), unknown);
  return fc.tuple(...entries, more).map((parts) => parts.flat());
}

const BROKEN = [
  "",
  "{",
  "[]",
  "null",
  '"x"',
  "{}",
  '{"__proto__": {}}',
  "[".repeat(5000),
  "\ufeff{}",
];

function bodyOf(schema: Schema, known: Known): fc.Arbitrary<string> {
  const fits = fitting(schema, known);
  const nearly = fc
    .tuple(fits, badValue, fc.nat(20))
    .map(([value, bad, place]) => withLeaf(value, bad, place).value);
  return fc.oneof(
    { arbitrary: fits.map((value) => JSON.stringify(value)), weight: 6 },
    { arbitrary: nearly.map((value) => JSON.stringify(value)), weight: 5 },
    badValue.map((value) => JSON.stringify(value)),
    fc.constantFrom(...BROKEN),
  );
}

const fittingText = (schema: Schema, known: Known): fc.Arbitrary<string> =>
  fitting(schema, known).map(String);

/** Values that the schema lets through, as far as a schema can say it. */
function fitting(given: Schema, known: Known): fc.Arbitrary<unknown> {
  const schema = resolved(given);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => fitting(each, known)));
  const { type } = schema;
  if (Array.isArray(type)) {
    return fc.oneof(...type.map((each) => fitting({ ...schema, type: each }, known)));
  }
  if (type === "object") return objectOf(schema, known);
  if (type === "array") {
    const { items = {}, minItems: minLength = 0, maxItems = 3 } = schema;
    return fc.array(fitting(items, known), { minLength, maxLength: Math.min(maxItems, 3) });
  }
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  if (type === "integer" || type === "number") return numberOf(schema);
  return type === "string" ? textOf(schema, known) : fc.jsonValue({ maxDepth: 2 });
}

function objectOf(schema: Schema, known: Known): fc.Arbitrary<object> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const fields = Object.entries(properties).map(([name, each]) => {
    const there = known[name];
    const value = fitting(each, known);
    return [name, there ? mostly(value, fc.constantFrom<unknown>(...there)) : value] as const;
  });
  const named = fc.record(Object.fromEntries(fields), { requiredKeys: required });
  if (typeof additionalProperties !== "object") return named;
  const keys = fitting(propertyNames ?? { type: "string" }, known).map(String);
  const more = fc.dictionary(keys, fitting(additionalProperties, known), { maxKeys: 3 });
  return fc.tuple(named, more).map((parts) => Object.assign({}, ...parts));
}

function numberOf({ minimum = 0, maximum = 1000 }: Schema): fc.Arbitrary<number> {
  const [min, max] = [Math.max(minimum, -(2 ** 31)), Math.min(maximum, 2 ** 31)];
  return mostly(fc.integer({ min, max: Math.min(max, min + 4) }), fc.integer({ min, max }));
}

const TIMES = ["2026-01-05T11:00:00Z", "2026-01-05T12:30:00+01:00", "2099-01-05T10:00:00Z"];
const DAYS = ["2026-01-05", "2026-03-02", "2099-12-31"];
const WORDS = ["Grace", "checkout", "It was slow.", "Something new", "P1", "mine"];

function textOf(
  { format, pattern, minLength = 0, maxLength = 60 }: Schema,
  known: Known,
): fc.Arbitrary<string> {
  if (format === "date-time") return fc.constantFrom(...TIMES);
  if (format === "date") return fc.constantFrom(...DAYS);
  const there = Object.values(known).flat();
  if (pattern !== undefined) {
    const fits = there.filter((text) => new RegExp(pattern).test(text));
    const made = fc.stringMatching(new RegExp(pattern));
    return fits.length > 0 ? mostly(fc.constantFrom(...fits), made) : made;
  }
  const written = fc.string({ unit: "grapheme", minLength, maxLength: Math.min(maxLength, 60) });
  return fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...there), written);
}

/** A value with something else in place of one of its parts; it wanders off where there are fewer. */
function withLeaf(value: unknown, bad: unknown, place: number): { value: unknown; left: number } {
  if (place === 0) return { value: bad, left: -1 };
  if (typeof value !== "object" || value === null) return { value, left: place - 1 };
  let left = place - 1;
  const entries = Object.entries(value).map(([name, part]) => {
    if (left < 0) return [name, part] as const;
    const changed = withLeaf(part, bad, left);
    left = changed.left;
    return [name, changed.value] as const;
  });
  if (Array.isArray(value)) return { value: entries.map(([, part]) => part), left };
  return { value: Object.fromEntries(entries), left };
}
