import fc from "fast-check";
import { SEVERITIES } from "@/lib/domain/incident";
import type { IncidentRecord, Json } from "@/lib/domain/record";

const LETTERS = [..."abcXYZ 0189-_.,:;!?äß漢字🙂\"'<>&/\\{}[]\n\t\u200d"];
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 12 }).map((all) => all.join(""));
const unknownKey = text.map((key) => `x${key}`);

const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(unknownKey, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const extras = fc.dictionary(unknownKey, value, { maxKeys: 3, noNullPrototype: true });
const metadata = fc.dictionary(unknownKey, value, { maxKeys: 4, noNullPrototype: true });

const digits = (width: number, min: number, max: number) =>
  fc.integer({ min, max }).map((part) => String(part).padStart(width, "0"));

const time = fc
  .tuple(
    digits(4, 1971, 2098),
    digits(2, 1, 12),
    digits(2, 1, 28),
    digits(2, 0, 23),
    digits(2, 0, 59),
    fc.constantFrom("", ":07", ":00.5", ":59.123456789"),
    fc.constantFrom("Z", "", "+02:00", "-0730", "+14"),
  )
  .map(([year, month, day, hour, minute, second, offset]) => {
    return `${year}-${month}-${day}T${hour}:${minute}${second}${offset}`;
  });
const day = fc
  .tuple(digits(4, 1971, 2098), digits(2, 1, 12), digits(2, 1, 28))
  .map((parts) => parts.join("-"));
const percentage = fc.double({ min: 0, max: 100, noNaN: true });
const number = fc.oneof(fc.nat(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const texts = fc.array(text, { maxLength: 3 });

/** An object with all of the required fields, some of the optional ones, nulls among them, and others. */
function object<Required extends object, Optional extends object>(
  required: { [Field in keyof Required]: fc.Arbitrary<Required[Field]> },
  optional: { [Field in keyof Optional]: fc.Arbitrary<Optional[Field]> },
) {
  const nullable = Object.fromEntries(
    Object.entries<fc.Arbitrary<unknown>>(optional).map(([field, arbitrary]) => [
      field,
      fc.option(arbitrary, { freq: 6 }),
    ]),
  );
  return fc
    .tuple(extras, fc.record(required), fc.record(nullable, { requiredKeys: [] }))
    .map((parts) => Object.assign({}, ...parts));
}

const incident = object(
  {
    id: fc.stringMatching(/^[A-Z0-9-]{1,64}$/),
    title: text,
    severity: fc.constantFrom(...SEVERITIES),
    status: text,
    declared_at: time,
  },
  { commander: text, service: text, affected_services: texts },
);

const event = object(
  { timestamp: time, description: text },
  { type: fc.oneof(text, fc.constant("mitigation")), actor: text, metadata },
);

const actionItem = object(
  { title: text },
  {
    owner: text,
    priority: text,
    deadline: day,
    type: text,
    status: fc.constantFrom("open", "Done", "?"),
  },
);

const impact = object(
  {},
  {
    revenue_impact: text,
    affected_users_percentage: percentage,
    affected_regions: texts,
    data_integrity_risk: fc.boolean(),
    degradation_type: text,
  },
);

const signals = object(
  {},
  { error_rate_percentage: percentage, alert_count: number, affected_endpoints: texts },
);

const context = object(
  {},
  {
    recent_deployments: fc.array(object({}, { service: text, deployed_at: time }), {
      maxLength: 2,
    }),
    ongoing_incidents: fc.array(value, { maxLength: 2 }),
    on_call: object({}, { primary: text }),
  },
);

const resolution = object(
  {},
  {
    root_cause: text,
    contributing_factors: texts,
    customer_impact: object({}, { affected_users: number, data_loss: fc.boolean() }),
  },
);

/** Records that keep every rule: any section may be missing, null or empty, and keys may be unknown. */
export const arbitraryRecord: fc.Arbitrary<IncidentRecord> = object(
  { incident },
  {
    events: fc.array(event, { maxLength: 5 }),
    communications: fc.array(
      object({ timestamp: time, message: text }, { channel: text, audience: text }),
      { maxLength: 3 },
    ),
    impact,
    signals,
    context,
    resolution,
    action_items: fc.array(actionItem, { maxLength: 4 }),
    participants: fc.array(object({ name: text }, { role: text }), { maxLength: 3 }),
  },
);
