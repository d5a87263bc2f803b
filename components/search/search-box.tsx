import { Search } from "lucide-react";
import { Input } from "@/components/ui/input";
import { cn } from "@/lib/utils";

/** The search that every page has; it works without JavaScript. */
export function SearchBox({ className }: { className?: string }) {
  return (
    <form
      action="/search"
      role="search"
      aria-label="Everything"
      className={cn("relative", className)}
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-s-2.5 top-1/2 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        type="search"
        name="q"
        placeholder="Search"
        aria-label="Search everything"
        title="Search everything (Ctrl K)"
        className="h-8 ps-8 pe-2 pointer-coarse:h-11"
      />
    </form>
  );
}
