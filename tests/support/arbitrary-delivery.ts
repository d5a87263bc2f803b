import fc from "fast-check";
import * as examples from "./alert-examples";

/** Words that objects have of their own, and objects that cannot be made a text or a number. */
const odd = fc.constantFrom<unknown>(
  ...["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "\ud800", "\u202e"],
  JSON.parse('{"toString":1,"valueOf":1}'),
  JSON.parse('{"__proto__":{"status":"firing"},"length":3}'),
  [],
  -0,
  1e308,
);

/** A documented delivery in which some values are others. */
export const bentDelivery = fc
  .tuple(
    fc.constantFrom(...Object.values(examples)),
    fc.array(fc.oneof(odd, fc.jsonValue()), { minLength: 8 }),
    fc.nat(),
  )
  .map(([example, values, salt]): unknown => {
    let count = salt % 7;
    return JSON.parse(JSON.stringify(example), (_, value: unknown) => {
      count += 1;
      return count % 7 === 0 ? values[count % values.length] : value;
    });
  });
