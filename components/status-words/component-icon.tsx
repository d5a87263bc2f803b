import type { ComponentStatus } from "@/lib/domain/component";
import { shapeOf } from "@/lib/status-page/pictures";
import { Shape } from "./shape";

/** A component's state as a shape; the word stands beside it. */
export function ComponentIcon({
  status,
  className,
}: {
  status: ComponentStatus;
  className?: string;
}) {
  return <Shape d={shapeOf(status)} className={className} />;
}
