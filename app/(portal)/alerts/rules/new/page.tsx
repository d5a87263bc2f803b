import { notFound } from "next/navigation";
import { AlertsNav } from "@/components/alerts/alerts-nav";
import { RuleForm } from "@/components/alerts/rule-form";
import { RuleLookedAt } from "@/components/alerts/rule-looked-at";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent } from "@/components/ui/card";
import { requireViewer } from "@/lib/auth/viewer";
import { NEW_RULE } from "@/lib/domain/alerts/rule-texts";
import { can } from "@/lib/domain/permissions";
import { addRuleAction } from "../actions";
import { askedRule } from "../asked-rule";

export const metadata = { title: "New rule for alerts" };

type NewRulePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewRulePage({ searchParams }: NewRulePageProps) {
  const viewer = await requireViewer();
  if (!can(viewer, "alert-rule:manage")) notFound();
  const asked = askedRule(await searchParams);

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title="New rule for alerts" />
      <AlertsNav viewer={viewer} shown="rules" />
      <div className="grid gap-4">
        {asked && <RuleLookedAt preview={asked.preview} problem={asked.problem} />}
        <Card>
          <CardContent className="pt-4">
            <RuleForm
              action={addRuleAction}
              given={asked?.texts ?? NEW_RULE}
              previewPath="/alerts/rules/new"
              submit="Add rule"
            />
          </CardContent>
        </Card>
      </div>
    </div>
  );
}
