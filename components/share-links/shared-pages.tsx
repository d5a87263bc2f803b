/** Ways to the neighbouring pages of a shared timeline. */
export function SharedPages({ page, pages }: { page: number; pages: number }) {
  if (pages === 1) return null;
  return (
    <nav
      aria-label="Pages of the timeline"
      className="mt-4 flex justify-between gap-4 border-t border-border pt-3 text-[0.8125rem]"
    >
      {page > 1 ? <PageLink page={page - 1}>Earlier events</PageLink> : <span />}
      <span className="text-muted-foreground">
        Page {page} of {pages}
      </span>
      {page < pages ? <PageLink page={page + 1}>Later events</PageLink> : <span />}
    </nav>
  );
}

function PageLink({ page, children }: { page: number; children: string }) {
  return (
    <a
      href={`?page=${page}#timeline`}
      className="inline-flex min-h-6 items-center text-link hover:underline pointer-coarse:min-h-11"
    >
      {children}
    </a>
  );
}
