"use client";

import { Pencil } from "lucide-react";
import Link from "next/link";
import { Time } from "@/components/time";
import { buttonVariants } from "@/components/ui/button";
import { useFocusWhenCalled } from "@/components/use-focus-when-called";

type CorrectLinkProps = { id: number; at: number; href: string };

/** Opens the forms for one state of a history. */
export function CorrectLink({ id, at, href }: CorrectLinkProps) {
  const link = useFocusWhenCalled(`state-${id}`);
  return (
    <Link
      ref={link}
      href={href}
      scroll={false}
      prefetch={false}
      className={buttonVariants({ variant: "ghost", size: "sm" })}
    >
      <Pencil aria-hidden />
      Correct
      <span className="sr-only">
        {" "}
        the state from <Time at={at} />
      </span>
    </Link>
  );
}
