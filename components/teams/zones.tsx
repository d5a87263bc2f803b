/** The id of the list that fields for a time zone propose from. */
export const ZONES_LIST = "time-zones";

/** Every time zone that the server knows, once on a page. */
export function Zones() {
  return (
    <datalist id={ZONES_LIST}>
      {["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}
