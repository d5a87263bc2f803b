import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Input } from "@/components/ui/input";

type ShownOnceProps = {
  /** Says what it is, and that it is shown only now. */
  title: string;
  label: string;
  value: string;
  /** What to do with it, in a sentence or two. */
  children: ReactNode;
  /** What stands below it. */
  more?: ReactNode;
};

/** A secret that was just made, to be copied this one time. */
export const ShownOnce = ({ title, label, value, children, more }: ShownOnceProps) => (
  <Alert role="status" variant="success">
    <KeyRound aria-hidden />
    <AlertTitle>{title}</AlertTitle>
    <AlertDescription className="mt-1 grid grid-cols-1 gap-2">
      <p>{children}</p>
      <Input
        readOnly
        autoFocus
        aria-label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        className="font-mono"
      />
      {more}
    </AlertDescription>
  </Alert>
);
