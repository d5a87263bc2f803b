/** Says that not everything here has happened, and how to be rid of it. */
export function DemoBanner() {
  return (
    <aside
      aria-label="Demo data"
      className="border-b border-border bg-info-surface px-4 py-1 text-center text-xs text-info has-[~main_[data-wall]]:hidden print:hidden"
    >
      This portal holds demo data.
      <span className="max-sm:hidden">
        {" "}
        Remove it with <code>npm run -s muster -- demo remove</code>.
      </span>
    </aside>
  );
}
