import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { PageHeader } from "./page-header";

/** The same words for what is gone, what never was, and what one may not see. */
export function NotFoundPanel() {
  return (
    <div className="mx-auto max-w-md py-12">
      <PageHeader
        title="No page here."
        description="It may have been moved or you may not have access."
      />
      <form action="/search" role="search" aria-label="What was not found" className="grid gap-1.5">
        <Label htmlFor="not-found-search">Search everything</Label>
        <div className="flex gap-2">
          <Input id="not-found-search" type="search" name="q" />
          <Button type="submit" variant="secondary">
            Search
          </Button>
        </div>
      </form>
      <p className="mt-6">
        <Link href="/incidents" className="text-link underline underline-offset-4">
          Back to incidents
        </Link>
      </p>
    </div>
  );
}
