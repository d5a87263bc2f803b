"use client";

import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { PANELS, type PanelContext, type PanelName } from "./editor-parts";

type SidePanelProps = PanelContext & { shown: PanelName; onShow: (name: PanelName) => void };

/** What one needs beside the text while writing it. */
export function SidePanel({ shown, onShow, ...context }: SidePanelProps) {
  return (
    <Tabs
      value={shown}
      onValueChange={(value) => {
        const panel = PANELS.find(({ name }) => name === value);
        if (panel) onShow(panel.name);
      }}
    >
      <TabsList aria-label="Beside the text" className="flex-wrap">
        {PANELS.map(({ name }) => (
          <TabsTrigger key={name} value={name} className="px-2">
            {name}
          </TabsTrigger>
        ))}
      </TabsList>
      {PANELS.map(({ name, show }) => (
        <TabsContent key={name} value={name}>
          {show(context)}
        </TabsContent>
      ))}
    </Tabs>
  );
}
