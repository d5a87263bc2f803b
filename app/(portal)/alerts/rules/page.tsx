import Link from "next/link";
import { notFound } from "next/navigation";
import { AlertsNav } from "@/components/alerts/alerts-nav";
import { RuleRows } from "@/components/alerts/rule-rows";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { listRules } from "@/db/queries/alert-rules";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { moveRuleAction, removeRuleAction, switchRuleAction } from "./actions";

export const metadata = { title: "Rules for alerts" };

const ACTIONS = { move: moveRuleAction, switch: switchRuleAction, remove: removeRuleAction };

export default async function RulesPage() {
  const viewer = await requireViewer();
  if (!can(viewer, "alert-rule:manage")) notFound();
  const rules = listRules();

  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title="Rules for alerts"
        description="The first rule that is for an alert decides what becomes of it. Without one it waits for a person."
        actions={
          <Button asChild>
            <Link href="/alerts/rules/new">Add rule</Link>
          </Button>
        }
      />
      <AlertsNav viewer={viewer} shown="rules" />
      {rules.length > 0 ? (
        <Card>
          <RuleRows rules={rules} actions={ACTIONS} />
        </Card>
      ) : (
        <p className="rounded-lg border border-dashed border-border bg-card px-6 py-16 text-center text-muted-foreground">
          There is no rule yet: every alert waits for a person.
        </p>
      )}
    </div>
  );
}
