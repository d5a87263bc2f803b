import { notFound } from "next/navigation";
import { AlertsNav } from "@/components/alerts/alerts-nav";
import { RuleForm } from "@/components/alerts/rule-form";
import { RuleLookedAt } from "@/components/alerts/rule-looked-at";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent } from "@/components/ui/card";
import { findRule } from "@/db/queries/alert-rules";
import { previewRule } from "@/db/queries/rule-preview";
import { requireViewer } from "@/lib/auth/viewer";
import { ruleTexts } from "@/lib/domain/alerts/rule-texts";
import { can } from "@/lib/domain/permissions";
import { editRuleAction } from "../actions";
import { askedRule } from "../asked-rule";

export const metadata = { title: "Rule for alerts" };

type RulePageProps = {
  params: Promise<{ rule: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RulePage({ params, searchParams }: RulePageProps) {
  const viewer = await requireViewer();
  const { rule: id } = await params;
  if (!can(viewer, "alert-rule:manage") || !/^[1-9]\d{0,14}$/.test(id)) notFound();
  const rule = findRule(Number(id));
  if (!rule) notFound();
  const asked = askedRule(await searchParams) ?? {
    texts: ruleTexts(rule),
    preview: previewRule(rule.conditions),
    problem: undefined,
  };

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={rule.name} description="What it decided before stays as it is." />
      <AlertsNav viewer={viewer} shown="rules" />
      <div className="grid gap-4">
        <Card>
          <CardContent className="pt-4">
            <RuleForm
              action={editRuleAction}
              given={asked.texts}
              rule={{ id: rule.id, version: rule.version }}
              previewPath={`/alerts/rules/${rule.id}`}
              submit="Save rule"
            />
          </CardContent>
        </Card>
        <RuleLookedAt preview={asked.preview} problem={asked.problem} />
      </div>
    </div>
  );
}
