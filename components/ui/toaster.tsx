"use client";

import { CircleCheck, OctagonAlert, X } from "lucide-react";
import { Toast as ToastPrimitive } from "radix-ui";
import { useSyncExternalStore } from "react";
import { Button } from "./button";
import { dismissToast, shownToasts, subscribeToToasts, type Toast } from "./toast";

const NONE: readonly Toast[] = [];

/** Where toasts appear. Their time stands still while they are hovered or focused; F8 leads to them. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToToasts, shownToasts, () => NONE);
  if (toasts.length === 0) return null;

  return (
    <ToastPrimitive.Provider duration={8000} label="Notification">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
      <ToastPrimitive.Viewport className="fixed inset-e-4 bottom-4 z-50 grid w-[calc(100%-2rem)] max-w-sm gap-2 rounded-lg" />
    </ToastPrimitive.Provider>
  );
}

function ToastCard({ toast: { id, text, tone } }: { toast: Toast }) {
  return (
    <ToastPrimitive.Root
      type={tone === "danger" ? "foreground" : "background"}
      onOpenChange={(open) => !open && dismissToast(id)}
      className="flex items-center gap-2.5 rounded-lg border border-border bg-popover py-2 ps-3.5 pe-2 text-popover-foreground shadow-lg"
    >
      {tone === "danger" ? (
        <OctagonAlert aria-hidden className="size-4 shrink-0 text-danger" />
      ) : (
        <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
      )}
      <ToastPrimitive.Description className="min-w-0 flex-1 wrap-anywhere">
        {text}
      </ToastPrimitive.Description>
      <ToastPrimitive.Close asChild>
        <Button variant="ghost" size="icon">
          <X aria-hidden />
          <span className="sr-only">Close</span>
        </Button>
      </ToastPrimitive.Close>
    </ToastPrimitive.Root>
  );
}
