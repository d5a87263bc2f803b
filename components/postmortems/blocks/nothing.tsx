/** What a block says that has nothing to show. */
export function Nothing({ children }: { children: string }) {
  return <p className="px-3 py-2.5 text-muted-foreground">{children}</p>;
}

/** How much more the record has than the block shows. */
export function MoreRows({ count, of }: { count: number; of: string }) {
  if (count === 0) return null;
  return (
    <p className="border-t border-border px-3 py-2 text-muted-foreground">
      And {count.toLocaleString("en")} more {count === 1 ? of : `${of}s`} in the record.
    </p>
  );
}
