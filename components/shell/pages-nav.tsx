import Link from "next/link";
import { Button } from "@/components/ui/button";

type PagesNavProps = {
  page: number;
  perPage: number;
  total: number;
  /** The address of a page. */
  to: (page: number) => string;
};

/** The way to a list's other pages; nothing where one page holds all. */
export function PagesNav({ page, perPage, total, to }: PagesNavProps) {
  if (total <= perPage) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-end gap-2">
      {page > 1 && (
        <Button asChild variant="outline" size="sm">
          <Link href={to(page - 1)}>Previous</Link>
        </Button>
      )}
      {page * perPage < total && (
        <Button asChild variant="outline" size="sm">
          <Link href={to(page + 1)}>Next</Link>
        </Button>
      )}
    </nav>
  );
}
