"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState, useSyncExternalStore, type ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A password that its writer can look at. Without JavaScript there is no button, for it would do nothing. */
export function PasswordInput(props: Omit<ComponentProps<"input">, "type">) {
  const [shown, setShown] = useState(false);
  const hasScript = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  const Icon = shown ? EyeOff : Eye;

  return (
    <div className="relative">
      <Input {...props} type={shown ? "text" : "password"} className="pr-11" />
      {hasScript && (
        <Button
          variant="ghost"
          size="icon"
          className="absolute inset-y-0 right-0 pointer-coarse:size-11"
          aria-label={shown ? "Hide password" : "Show password"}
          onClick={() => setShown(!shown)}
          type="button"
        >
          <Icon aria-hidden />
        </Button>
      )}
    </div>
  );
}
