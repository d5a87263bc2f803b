import { When } from "./when";

/** Says that a page may be old, where the portal's data cannot be read. */
export function Stale({ since, zone }: { since: number | undefined; zone: string }) {
  if (since === undefined) return null;
  return (
    <p className="stale">
      <strong>Showing the last known state</strong>, from <When at={since} zone={zone} />. Newer
      information cannot be read at the moment.
    </p>
  );
}
