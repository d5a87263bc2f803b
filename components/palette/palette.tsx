"use client";

import { Command } from "cmdk";
import { useTheme } from "next-themes";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { setPaused, usePaused } from "@/components/live/use-paused";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { commandsFor, placesWithKeys, type Command as Choice, type Place } from "./commands";
import { foundId, FoundGroups, Recent, SEARCH_ALL } from "./found-groups";
import { listPageControls } from "./page-controls";
import { PaletteGroup } from "./palette-group";
import { useFound, type Found } from "./use-found";

export type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  places: Place[];
  canDeclare: boolean;
  /** Gives the focus back to what had it before. */
  onClosed: (event: Event) => void;
};

/** All that one can do here, and the search, behind one key. */
export function Palette({ open, onOpenChange, places, canDeclare, onClosed }: PaletteProps) {
  const chosen = useRef<() => void>(undefined);

  function choose(run: () => void) {
    chosen.current = run;
    onOpenChange(false);
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        className="top-4 max-w-xl translate-y-0 gap-0 p-0 sm:top-[12vh]"
        onCloseAutoFocus={(event) => {
          onClosed(event);
          chosen.current?.();
          chosen.current = undefined;
        }}
      >
        <DialogTitle className="sr-only">Commands and search</DialogTitle>
        <DialogDescription className="sr-only">
          Type to find a command or anything in the record. Arrows move, Enter opens, Escape closes.
        </DialogDescription>
        <Choices places={places} canDeclare={canDeclare} choose={choose} />
      </DialogContent>
    </Dialog>
  );
}

type ChoicesProps = Pick<PaletteProps, "places" | "canDeclare"> & {
  choose: (run: () => void) => void;
};

function Choices({ places, canDeclare, choose }: ChoicesProps) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [controls] = useState(listPageControls);
  const own = useOwnCommands();
  const words = typed.trim();
  const answer = useFound(words);
  const go = (href: string) => choose(() => router.push(href));

  const listed = [
    {
      title: "On this page",
      commands: controls.map(({ name, keys, press }) => command(name, keys, press)),
    },
    {
      title: "Go",
      commands: placesWithKeys(places, canDeclare).map(({ href, label, keys }) =>
        command(label, keys, () => router.push(href)),
      ),
    },
    {
      title: "Saved views",
      commands: answer.found.views.map(({ name, query }) =>
        command(`View: ${name}`, "", () => router.push(`/incidents${query}`)),
      ),
    },
    { title: "This browser", commands: own },
  ].map(({ title, commands }) => ({ title, commands: commandsFor(commands, typed) }));

  const [selected, select] = useState("");
  const [answered, setAnswered] = useState("");
  if (answered !== answer.typed) {
    setAnswered(answer.typed);
    select(
      firstOf(
        listed.flatMap(({ commands }) => commands),
        answer.found,
      ),
    );
  }
  const [here, ...elsewhere] = listed.map(({ title, commands }) => (
    <PaletteGroup key={title} title={title} commands={commands} choose={choose} />
  ));

  return (
    <Command
      label="Commands and search"
      value={selected}
      onValueChange={select}
      shouldFilter={false}
      loop
      vimBindings={false}
    >
      <Command.Input
        value={typed}
        onValueChange={setTyped}
        placeholder="Type a command, or words to search for"
        className="h-13 w-full rounded-t-xl border-b border-border bg-transparent ps-4 pe-13 text-base placeholder:text-muted-foreground"
      />
      <Command.List
        label="Commands and what was found"
        className="max-h-[min(26rem,calc(100dvh-8rem))] scroll-py-2 overflow-y-auto overscroll-contain p-2"
      >
        {here}
        {typed === "" && <Recent incidents={answer.found.recent} go={go} />}
        {elsewhere}
        {words !== "" && <FoundGroups typed={words} answer={answer} go={go} />}
      </Command.List>
    </Command>
  );
}

/** What Enter opens once an answer has come: the first that is listed. */
function firstOf([first]: Choice[], { groups }: Found): string {
  const [hit] = groups.flatMap(({ hits }) => hits);
  return first?.id ?? (hit ? foundId(hit) : SEARCH_ALL);
}

const command = (label: string, keys: string, run: () => void): Choice => ({
  id: `command ${label}`,
  label,
  keys,
  run,
});

function useOwnCommands(): Choice[] {
  const { theme, setTheme } = useTheme();
  const isPaused = usePaused();
  const themes = ["light", "dark", "system"]
    .filter((each) => each !== theme)
    .map((each) => command(`Use the ${each} theme`, "", () => setTheme(each)));
  const pausing = isPaused ? "Resume live updates" : "Pause live updates";
  return [command(pausing, "", () => setPaused(!isPaused)), ...themes];
}
