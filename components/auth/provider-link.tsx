import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/lib/utils";

type ProviderLinkProps = {
  /** What is said before the provider's name, `Sign in with`. */
  verb: string;
  name: string;
  /** What the portal is told of the way: what for, and where to go afterwards. */
  asked: Record<string, string>;
  className?: string;
};

/** Leaves for the provider; a plain link, which nothing fetches before it is followed. */
export const ProviderLink = ({ verb, name, asked, className }: ProviderLinkProps) => (
  <a
    href={`/login/provider?${new URLSearchParams(asked)}`}
    className={cn(
      buttonVariants({ variant: "outline" }),
      "h-auto min-h-9 whitespace-normal",
      className,
    )}
  >
    {verb} {name}
  </a>
);
