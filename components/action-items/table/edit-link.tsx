"use client";

import { Pencil } from "lucide-react";
import Link from "next/link";
import { buttonVariants } from "@/components/ui/button";
import { useFocusWhenCalled } from "@/components/use-focus-when-called";
import { cn } from "@/lib/utils";

/** Opens a row's form. Once that is closed again, whoever used the keyboard is back here. */
export function EditLink({ id, href }: { id: number; href: string }) {
  const link = useFocusWhenCalled(`ai-${id}`);

  return (
    <Link
      ref={link}
      href={href}
      scroll={false}
      prefetch={false}
      className={cn(buttonVariants({ variant: "ghost", size: "sm" }), "h-7 px-2")}
    >
      <Pencil aria-hidden className="size-3.5" />
      Edit<span className="sr-only"> AI-{id}</span>
    </Link>
  );
}
