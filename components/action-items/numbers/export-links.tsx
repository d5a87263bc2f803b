import { CalendarDays, Download } from "lucide-react";
import { Button } from "@/components/ui/button";

/** The items that an address of the board shows, as files; `query` is the address's, or empty. */
export function ExportLinks({ query = "" }: { query?: string }) {
  return (
    <ul aria-label="Files" className="flex flex-wrap print:hidden max-sm:order-last max-sm:-ms-3">
      <li>
        <Button asChild variant="ghost">
          <a href={`/actions/export.csv${query}`} download>
            <Download aria-hidden />
            CSV
          </a>
        </Button>
      </li>
      <li>
        <Button asChild variant="ghost">
          <a href={`/actions/deadlines.ics${query}`} download>
            <CalendarDays aria-hidden />
            Calendar
          </a>
        </Button>
      </li>
    </ul>
  );
}
