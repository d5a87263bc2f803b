import { Siren } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";

export function DeclareButton({ variant = "default" }: { variant?: "default" | "outline" }) {
  return (
    <Button asChild variant={variant}>
      <Link href="/incidents/new" title="Declare incident (C)">
        <Siren aria-hidden />
        Declare incident
      </Link>
    </Button>
  );
}
