"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { Time } from "@/components/time";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { useNow } from "@/components/use-now";
import { INCIDENT_STATUSES, type IncidentStatus } from "@/lib/domain/incident";
import { audienceOf } from "@/lib/domain/promises";
import { updateTemplate } from "@/lib/domain/update-templates";
import { humanize } from "@/lib/format";
import { AudienceChoice } from "./audience-choice";
import { ComponentChoice } from "./component-choice";
import { NextUpdateField } from "./next-update-field";
import { PublicPreview } from "./public-preview";
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
  const { audience, choose, text, write, restoredFrom, discard } = useUpdateText(
    `${subject.writer}:${subject.key}`,
    { audience: audienceOf(values.audience), text: values.message },
  );
  const [chosenStatus, setChosenStatus] = useState(values.status);
  const [next, setNext] = useState(values.nextUpdate ?? "usual");
  const [nextAt, setNextAt] = useState(values.nextUpdateAt ?? "");
  const [states, setStates] = useState<Record<string, string>>(values);
  const isPublic = audience === "external";
  const proposed = subject.nextStatus === subject.status ? "" : subject.nextStatus;
  const status = chosenStatus ?? (isPublic && !subject.isOver ? proposed : "");
  const isLast = status === "resolved" || (status === "" && subject.isOver);

  /** What this incident broke is offered as working with its end. */
  const stateOf = ({ id, isOurs, status: present }: ChoosableComponent) =>
    states[`components.${id}`] ??
    (isLast && isOurs && present !== "operational" ? "operational" : "");

  function insert(template: string, itsStatus: IncidentStatus) {
    write(template);
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
      {isPublic && <TemplateButtons templateOf={templateOf} text={text} insert={insert} />}
      <div className="grid gap-1.5">
        <Field
          label="Message"
          name="message"
          required
          error={problems.message}
          hint={
            text.length >= 280
              ? `${text.length} characters. Short updates are read.`
              : "What is affected, who, what we are doing, when next."
          }
        >
          <Textarea
            id="update-message"
            value={text}
            onChange={(event) => write(event.target.value)}
          />
        </Field>
        {restoredFrom !== undefined && (
          <p role="status" className="flex flex-wrap items-center gap-x-2 text-[0.8125rem]">
            <span>
              Draft restored from <Time at={restoredFrom} show="time" /> UTC
            </span>
            <Button type="button" variant="ghost" size="sm" onClick={discard}>
              Discard it
            </Button>
          </p>
        )}
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <Field label="Status" name="status" error={problems.status}>
          <NativeSelect
            id="update-status"
            value={status}
            onChange={(event) => setChosenStatus(event.target.value)}
          >
            <option value="">Keep {humanize(subject.status)}</option>
            {INCIDENT_STATUSES.filter((each) => each !== subject.status && !subject.isOver).map(
              (each) => (
                <option key={each} value={each}>
                  {humanize(each)}
                </option>
              ),
            )}
          </NativeSelect>
        </Field>
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
        />
      </div>
      {isPublic && (
        <PublicPreview
          subject={subject}
          now={now}
          draft={{
            message: text,
            status,
            nextUpdate: nextUpdateOf(next, nextAt, now),
            components: chosenStates(subject.components, stateOf),
          }}
        />
      )}
    </>
  );
}
