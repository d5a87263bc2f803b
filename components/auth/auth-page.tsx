import Link from "next/link";
import type { ReactNode } from "react";
import { Card, CardContent } from "@/components/ui/card";

type AuthPageProps = {
  title: string;
  text?: ReactNode;
  /** Where else to go from here. */
  links?: { href: string; label: string }[];
  /** What is on it beneath its card. */
  after?: ReactNode;
  children: ReactNode;
};

/** A page for people who are not signed in yet: one card, with one thing to do. */
export function AuthPage({ title, text, links = [], after, children }: AuthPageProps) {
  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-6 px-4 py-8"
    >
      <div className="grid gap-1 text-center">
        <p className="text-sm font-semibold text-muted-foreground">Muster</p>
        <h1 className="text-xl font-semibold">{title}</h1>
        {text && <p className="text-muted-foreground">{text}</p>}
      </div>
      <Card>
        <CardContent className="pt-4">{children}</CardContent>
      </Card>
      {links.map(({ href, label }) => (
        <p key={href} className="text-center">
          <Link href={href} className="touch-target text-link underline underline-offset-4">
            {label}
          </Link>
        </p>
      ))}
      {after}
    </main>
  );
}
