import { COMMANDER, type RoleView } from "@/lib/domain/roles";
import { roleAnchor } from "./role-row";
import { ShiftLength } from "./shift";

type CommanderLineProps = { roles: RoleView[]; isOver: boolean; canAssign: boolean };

/** Who leads and for how long: a link to where that is changed, which answers to R. */
export function CommanderLine({ roles, isOver, canAssign }: CommanderLineProps) {
  const [holder] = roles.find(({ role }) => role === COMMANDER)?.holders ?? [];
  return (
    <a
      href={canAssign ? `#${roleAnchor(COMMANDER)}` : "#roles"}
      aria-keyshortcuts="r"
      title="Roles (R)"
      className="touch-target underline decoration-border underline-offset-4 hover:text-link"
    >
      {holder ? `Commander ${holder.person}` : "No commander"}
      {holder?.since && !isOver ? <ShiftLength since={holder.since} /> : null}
    </a>
  );
}
