/** The first stop of the Tab key: past the header, to the page itself. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed start-4 top-2 z-50 -translate-y-20 rounded-md bg-primary px-4 py-2.5 font-medium text-primary-foreground focus:translate-y-0"
    >
      Skip to content
    </a>
  );
}
