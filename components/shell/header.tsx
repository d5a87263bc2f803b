import { LogOut, Siren } from "lucide-react";
import Link from "next/link";
import { LiveBanner } from "@/components/live/live-banner";
import { LivePill } from "@/components/live/live-pill";
import { PauseSwitch } from "@/components/live/pause-switch";
import { PaletteKey } from "@/components/palette/palette-key";
import { SearchBox } from "@/components/search/search-box";
import { Button } from "@/components/ui/button";
import { Menu, More } from "./menu";
import { Nav, type NavItem } from "./nav";
import { Shortcuts } from "./shortcuts";
import { ThemeSwitch } from "./theme-switch";

type HeaderProps = {
  viewer: { name: string };
  items: NavItem[];
  /** Sections that are visited seldom: in the palette, and in a menu. */
  others: NavItem[];
  canDeclare: boolean;
  signOutAction: (form: FormData) => Promise<void>;
};

/** The bar above every portal page: where to go, and who is signed in. */
export function Header({ viewer, items, others, canDeclare, signOutAction }: HeaderProps) {
  const places = [...items, ...others];
  return (
    <header className="sticky top-0 z-40 border-b border-border bg-card has-[~main_[data-wall]]:hidden print:hidden">
      <div className="mx-auto flex h-14 max-w-7xl items-center gap-3 px-4 sm:px-6">
        <Link
          href="/incidents"
          className="touch-target flex h-9 items-center gap-2 rounded-md pe-1 text-[0.9375rem] font-semibold tracking-tight"
        >
          <Mark />
          Muster
        </Link>
        <div className="hidden items-center gap-0.5 xl:flex">
          <Nav items={items} layout="row" />
          <More>
            <Nav items={others} layout="column" label="More" />
          </More>
        </div>
        <div className="ms-auto flex min-w-0 items-center gap-1">
          <PaletteKey places={places} canDeclare={canDeclare} />
          <SearchBox className="me-1 w-32 min-w-20 max-lg:hidden" />
          <LivePill />
          {canDeclare && (
            <Button asChild size="sm" className="me-1">
              <Link href="/incidents/new" title="Declare incident (C)">
                <Siren aria-hidden />
                Declare
              </Link>
            </Button>
          )}
          <Shortcuts canDeclare={canDeclare} />
          <ThemeSwitch />
          <div className="hidden min-w-0 items-center gap-1 xl:flex">
            <Link
              href="/account"
              title="Your account"
              className="touch-target ms-1 flex h-8 min-w-7 items-center rounded-md px-1.5 text-[0.8125rem] text-muted-foreground hover:bg-accent hover:text-foreground"
            >
              <span className="max-w-40 min-w-0 truncate">{viewer.name}</span>
            </Link>
            <SignOut action={signOutAction} isShort />
          </div>
          <Menu>
            <SearchBox />
            <Nav items={places} layout="column" />
            <PauseSwitch isWritten className="w-full sm:hidden" />
            <div className="flex items-center justify-between gap-3 border-t border-border px-2.5 pt-2">
              <span className="min-w-0 truncate text-muted-foreground">{viewer.name}</span>
              <SignOut action={signOutAction} />
            </div>
          </Menu>
        </div>
      </div>
      <LiveBanner />
    </header>
  );
}

type SignOutProps = { action: HeaderProps["signOutAction"]; isShort?: boolean };

function SignOut({ action, isShort }: SignOutProps) {
  return (
    <form action={action}>
      <Button
        type="submit"
        variant="ghost"
        size={isShort ? "icon" : "sm"}
        title={isShort ? "Sign out" : undefined}
        data-command
        className="text-muted-foreground"
      >
        <LogOut aria-hidden />
        <span className={isShort ? "sr-only" : undefined}>Sign out</span>
      </Button>
    </form>
  );
}

/** Three people gathered at one point: the muster. */
function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 20 20" className="size-5 text-primary dark:text-link">
      <circle cx="10" cy="4.5" r="2.5" fill="currentColor" />
      <circle cx="4.5" cy="14" r="2.5" fill="currentColor" />
      <circle cx="15.5" cy="14" r="2.5" fill="currentColor" />
      <path
        d="M10 7v3.5m0 0-3.6 2m3.6-2 3.6 2"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
