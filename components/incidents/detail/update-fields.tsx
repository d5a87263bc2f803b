"use client";

import { useState } from "react";
import { useNow } from "@/components/use-now";
import type { IncidentStatus } from "@/lib/domain/incident";
import { audienceOf } from "@/lib/domain/promises";
import { updateTemplate } from "@/lib/domain/update-templates";
import { AudienceChoice } from "./audience-choice";
import { ComponentChoice } from "./component-choice";
import { MessageField } from "./message-field";
import { NextUpdateField } from "./next-update-field";
import { PublicPreview } from "./public-preview";
import { StatusField } from "./status-field";
import { TemplateButtons } from "./template-buttons";
import { chosenStates, nextUpdateOf } from "./update-choices";
import type { ChoosableComponent, UpdateSubject } from "./update-subject";
import { useUpdateText } from "./use-update-text";

const MINUTE = 60_000;
const FOR_EVERYONE = "hidden group-has-[input[value=external]:checked]/update:block";

type UpdateFieldsProps = {
  subject: UpdateSubject;
  values: Record<string, string>;
  problems: Record<string, string[]>;
};

export function UpdateFields({ subject, values, problems }: UpdateFieldsProps) {
  const now = useNow() ?? subject.asOf;
  const { audience, choose, ...message } = useUpdateText(`${subject.writer}:${subject.key}`, {
    audience: audienceOf(values.audience),
    text: values.message,
  });
  const [chosenStatus, setChosenStatus] = useState(values.status);
  const [next, setNext] = useState(values.nextUpdate ?? "usual");
  const [nextAt, setNextAt] = useState(values.nextUpdateAt ?? "");
  const [states, setStates] = useState(() => filledIn(values));
  const isPublic = audience === "external";
  const proposed = subject.nextStatus === subject.status ? "" : subject.nextStatus;
  const status = chosenStatus ?? (isPublic && !subject.isOver ? proposed : "");
  const isLast = status === "resolved" || (status === "" && subject.isOver);

  /** What this incident broke is offered as working with its end. */
  const stateOf = ({ id, isOurs, status: present }: ChoosableComponent) =>
    states[`components.${id}`] ??
    (isLast && isOurs && present !== "operational" ? "operational" : "");

  function insert(template: string, itsStatus: IncidentStatus) {
    message.write(template);
    if (!subject.isOver) setChosenStatus(itsStatus === subject.status ? "" : itsStatus);
  }

  const templateOf = (itsStatus: IncidentStatus) =>
    updateTemplate(itsStatus, {
      service: subject.service,
      wellSince: subject.wellSince ?? now,
      nextAt: Math.floor(now / MINUTE) * MINUTE + subject.updateEvery * MINUTE,
    });

  return (
    <>
      <AudienceChoice chosen={audience} choose={choose} notPublic={subject.notPublic} />
      {isPublic && <TemplateButtons templateOf={templateOf} text={message.text} insert={insert} />}
      <MessageField {...message} problem={problems.message} />
      <div className="grid gap-4 lg:grid-cols-2">
        <StatusField
          subject={subject}
          status={status}
          choose={setChosenStatus}
          problem={problems.status}
        />
        <NextUpdateField
          severity={subject.severity}
          updateEvery={subject.updateEvery}
          choice={next}
          choose={setNext}
          at={nextAt}
          setAt={setNextAt}
          problems={problems}
        />
      </div>
      <div className={FOR_EVERYONE}>
        <ComponentChoice
          components={subject.components}
          chosen={stateOf}
          choose={(id, state) => setStates({ ...states, [`components.${id}`]: state })}
          since={{ value: values.componentsAt, error: problems.componentsAt }}
        />
      </div>
      {isPublic && (
        <PublicPreview
          subject={subject}
          now={now}
          draft={{
            message: message.text,
            status,
            nextUpdate: nextUpdateOf(next, nextAt, now),
            components: chosenStates(subject.components, stateOf),
          }}
        />
      )}
    </>
  );
}

/** What a form that comes back was filled with; what was left open may be proposed anew. */
const filledIn = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
