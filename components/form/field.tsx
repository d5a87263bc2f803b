import { cloneElement, useId, type ReactElement, type ReactNode } from "react";
import { cn } from "@/lib/utils";
import { Label } from "@/components/ui/label";

type ControlProps = {
  id?: string;
  name?: string;
  required?: boolean;
  "aria-invalid"?: boolean;
  "aria-describedby"?: string;
};

type FieldProps = {
  label: ReactNode;
  name: string;
  /** What is wrong with it, as `fields[name]` of an action's result. */
  error?: string | string[] | undefined;
  hint?: ReactNode;
  required?: boolean;
  className?: string;
  children: ReactElement<ControlProps>;
};

/** A label, its one control, a hint and the problem; the control is told its id, name and descriptions. */
export function Field({ label, name, error, hint, required, className, children }: FieldProps) {
  const id = useId();
  const problem = Array.isArray(error) ? error.join(" ") : error;
  const describedBy = [hint ? `${id}-hint` : "", problem ? `${id}-error` : ""].join(" ").trim();
  const controlId = children.props.id ?? id;

  return (
    <div className={cn("grid content-start gap-1.5", className)}>
      <Label htmlFor={controlId}>{label}</Label>
      {cloneElement(children, {
        id: controlId,
        name,
        ...(required ? { required } : {}),
        ...(problem ? { "aria-invalid": true } : {}),
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-[0.8125rem] leading-5 text-muted-foreground">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-error`} className="text-[0.8125rem] leading-5 font-medium text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}
