import { SquarePlus } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { newItemAddress } from "@/lib/domain/chip";

type AddItemLinkProps = {
  incidentKey: string;
  /** The row of the timeline that it comes from. */
  event?: number;
  children: string;
};

/** Leads to the form for a new item of an incident. */
export function AddItemLink({ incidentKey, event, children }: AddItemLinkProps) {
  return (
    <Button asChild variant="outline" size="sm" className="print:hidden">
      <Link href={newItemAddress(incidentKey, event)} prefetch={false}>
        <SquarePlus aria-hidden />
        {children}
      </Link>
    </Button>
  );
}
