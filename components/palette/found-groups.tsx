import { Command } from "cmdk";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Excerpt } from "@/components/search/excerpt";
import { countOf, KIND_WORDS } from "@/components/search/kind-words";
import type { SearchGroup, SearchHit } from "@/db/queries/search";
import { searchPath } from "@/lib/domain/search";
import { humanize } from "@/lib/format";
import { GROUP, ITEM } from "./palette-group";
import type { Found, useFound } from "./use-found";

type FoundGroupsProps = {
  typed: string;
  answer: ReturnType<typeof useFound>;
  go: (href: string) => void;
};

export const SEARCH_ALL = "search everything";
export const foundId = ({ kind, id }: SearchHit) => `${kind} ${id}`;

/** What the portal found for the words, and the way to all of it. */
export function FoundGroups({ typed, answer, go }: FoundGroupsProps) {
  const { found, failed, isSearching } = answer;
  return (
    <>
      {found.groups.map((group) => (
        <Group key={group.kind} group={group} go={go} />
      ))}
      <Command.Group heading="Search" className={GROUP}>
        <Row id={SEARCH_ALL} onSelect={() => go(searchPath({ text: typed, page: 1 }))}>
          <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
          <span className="min-w-0 flex-1 truncate">Search everything for “{typed}”</span>
        </Row>
      </Command.Group>
      <p role="status" className="px-2.5 text-[0.8125rem] text-muted-foreground empty:hidden">
        {stateOf({ found: found.groups, failed, isSearching })}
      </p>
    </>
  );
}

type RecentProps = { incidents: Found["recent"]; go: (href: string) => void };

/** The incidents that are probably wanted, while nothing was asked yet. */
export function Recent({ incidents, go }: RecentProps) {
  if (incidents.length === 0) return null;
  return (
    <Command.Group heading="Incidents" className={GROUP}>
      {incidents.map(({ key, title, severity, status }) => (
        <Row
          key={key}
          id={`recent ${key}`}
          onSelect={() => go(`/incidents/${encodeURIComponent(key)}`)}
        >
          <SeverityBadge severity={severity} />
          <span className="min-w-0 flex-1 truncate">{title}</span>
          <span className="text-xs text-muted-foreground max-sm:hidden">{humanize(status)}</span>
        </Row>
      ))}
    </Command.Group>
  );
}

type State = { found: SearchGroup[]; failed: boolean; isSearching: boolean };

function stateOf({ found, failed, isSearching }: State): string {
  if (isSearching) return "";
  if (failed) return "Muster cannot be reached for a search.";
  const count = found.reduce((sum, { hits }) => sum + hits.length, 0);
  return count === 0 ? "Nothing in the record has these words." : "";
}

function Group({ group, go }: { group: SearchGroup; go: (href: string) => void }) {
  const { kind, count, hits } = group;
  return (
    <Command.Group heading={`${KIND_WORDS[kind]}, ${countOf(count)}`} className={GROUP}>
      {hits.map((hit) => (
        <Row key={hit.id} id={foundId(hit)} onSelect={() => go(hit.href)}>
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2 wrap-anywhere">
              <Excerpt segments={hit.excerpt} />
            </span>
            <span className="block truncate text-xs text-muted-foreground">
              {kind === "incident"
                ? `${hit.key}, ${humanize(hit.status)}`
                : `${hit.key} ${hit.title}`}
            </span>
          </span>
        </Row>
      ))}
    </Command.Group>
  );
}

type RowProps = { id: string; onSelect: () => void; children: ReactNode };

function Row({ id, onSelect, children }: RowProps) {
  return (
    <Command.Item value={id} onSelect={onSelect} className={ITEM}>
      {children}
    </Command.Item>
  );
}
