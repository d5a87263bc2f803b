import { LogOut } from "lucide-react";
import { Button, type ButtonProps } from "@/components/ui/button";

type SignOutButtonProps = Omit<ButtonProps, "asChild" | "type"> & {
  action: (form: FormData) => Promise<void>;
};

export function SignOutButton({ action, variant = "ghost", ...props }: SignOutButtonProps) {
  return (
    <form action={action}>
      <Button type="submit" variant={variant} {...props}>
        <LogOut aria-hidden />
        Sign out
      </Button>
    </form>
  );
}
