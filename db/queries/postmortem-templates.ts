import { asc, count, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { postmortems, postmortemTemplates } from "@/db/schema";
import { BUILT_IN_TEMPLATES, builtIn, STANDARD } from "@/lib/domain/built-in-templates";
import { DRAFT_SOURCES, type Template, type TemplateSection } from "@/lib/domain/template";
import { toJson } from "@/lib/record/json";

/** A template with where it is kept; one that came with the portal has a row once it was changed or used. */
export type ListedTemplate = Template & {
  id: number | undefined;
  /** 0 without a row. */
  version: number;
  isDefault: boolean;
  isBuiltIn: boolean;
  /** True for one that came with the portal and is not as it came. */
  isChanged: boolean;
  updatedBy: string | undefined;
  updatedAt: number | undefined;
  /** How many postmortems follow it. */
  uses: number;
};

/** Every template: those that came with the portal first, then by name. */
export function listTemplates(): ListedTemplate[] {
  const rows = listRows();
  const byName = new Map(rows.map((row) => [row.name, row]));
  const hasDefault = rows.some(({ isDefault }) => isDefault);
  const first = BUILT_IN_TEMPLATES.map(
    (template) => byName.get(template.name) ?? { ...UNTOUCHED, ...template },
  );
  return [...first, ...rows.filter(({ name }) => !builtIn(name))].map((template) => {
    const original = builtIn(template.name);
    return {
      ...template,
      isBuiltIn: original !== undefined,
      isChanged: original !== undefined && !isSame(template.sections, original.sections),
      isDefault: hasDefault ? template.isDefault : template.name === STANDARD.name,
    };
  });
}

export const findTemplate = (name: string): ListedTemplate | undefined =>
  listTemplates().find((template) => template.name === name);

/** The template that a postmortem follows; the default for one that names none. */
export function templateOf(id: number | null | undefined): ListedTemplate {
  const templates = listTemplates();
  const isFollowed = (template: ListedTemplate) => typeof id === "number" && template.id === id;
  return (
    templates.find(isFollowed) ??
    templates.find(({ isDefault }) => isDefault) ?? {
      ...UNTOUCHED,
      ...STANDARD,
      isBuiltIn: true,
      isChanged: false,
    }
  );
}

const UNTOUCHED = {
  id: undefined,
  version: 0,
  isDefault: false,
  updatedBy: undefined,
  updatedAt: undefined,
  uses: 0,
};

const isSame = (a: TemplateSection[], b: TemplateSection[]): boolean =>
  toJson(a, { sorted: true }) === toJson(b, { sorted: true });

function listRows() {
  const { id, name, sections, version, isDefault, updatedBy, updatedAt } = postmortemTemplates;
  return db()
    .select({
      id,
      name,
      sections,
      version,
      isDefault,
      updatedBy,
      updatedAt,
      uses: count(postmortems.id),
    })
    .from(postmortemTemplates)
    .leftJoin(postmortems, eq(postmortems.templateId, id))
    .groupBy(id)
    .orderBy(asc(name))
    .all()
    .map((row) => ({ ...row, sections: row.sections.map(readSection) }));
}

function readSection({
  source,
  ...section
}: Omit<TemplateSection, "source"> & { source: string | null }) {
  return { ...section, source: DRAFT_SOURCES.find((each) => each === source) ?? null };
}
