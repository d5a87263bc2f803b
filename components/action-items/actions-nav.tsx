import { PageTabs } from "@/components/shell/page-tabs";

const PAGES = {
  board: { href: "/actions", label: "Board" },
  numbers: { href: "/actions/numbers", label: "Numbers" },
  deadlines: { href: "/actions/deadlines", label: "Deadlines" },
  teams: { href: "/teams", label: "Teams" },
};

export type ActionsPage = keyof typeof PAGES;

/** The pages about action items. On the page of one item or one team, none of them is the shown one. */
export function ActionsNav({ shown }: { shown?: ActionsPage }) {
  return (
    <PageTabs
      label="Action items"
      pages={Object.values(PAGES)}
      shown={shown && PAGES[shown].label}
    />
  );
}
