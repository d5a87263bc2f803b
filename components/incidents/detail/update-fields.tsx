"use client";

import { Globe, Lock, Users } from "lucide-react";
import { useState } from "react";
import { Field } from "@/components/form/field";
import { NativeSelect } from "@/components/ui/native-select";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { AUDIENCES, INCIDENT_STATUSES, type Audience } from "@/lib/domain/incident";
import { formatMinutes, humanize } from "@/lib/format";
import { PublicPreview } from "./public-preview";
import type { UpdateSubject } from "./update-subject";
import { updateTemplates } from "./update-templates";

const READERS = {
  internal: { Icon: Lock, label: "Internal note", who: "People in this portal" },
  stakeholders: { Icon: Users, label: "Stakeholders", who: "Kept here, marked for them" },
  external: { Icon: Globe, label: "Public status page", who: "Everyone, at once" },
} as const;

const NEXT_UPDATES = [15, 30, 60, 240];

type UpdateFieldsProps = {
  subject: UpdateSubject;
  values: Record<string, string>;
  problems: Record<string, string[]>;
};

export function UpdateFields({ subject, values, problems }: UpdateFieldsProps) {
  const [audience, setAudience] = useState(values.audience ?? "internal");
  const [message, setMessage] = useState(values.message ?? "");
  const [chosenStatus, setChosenStatus] = useState(values.status);
  const [chosenNext, setChosenNext] = useState(values.nextUpdateMinutes);
  const isPublic = audience === "external";
  const proposed = subject.nextStatus === subject.status ? "" : subject.nextStatus;
  const status = chosenStatus ?? (isPublic && !subject.isOver ? proposed : "");
  const next = chosenNext ?? (isPublic && !subject.isOver ? String(subject.updateEvery) : "");

  return (
    <>
      <RadioGroup legend="Who reads it" className="sm:grid-cols-3">
        {AUDIENCES.map((each) => (
          <AudienceCard
            key={each}
            audience={each}
            isChosen={each === audience}
            choose={() => setAudience(each)}
          />
        ))}
      </RadioGroup>
      {isPublic && (
        <Templates
          service={subject.service}
          write={(text, itsStatus) => {
            setMessage(text);
            if (!subject.isOver) setChosenStatus(itsStatus === subject.status ? "" : itsStatus);
          }}
        />
      )}
      <Field
        label="Message"
        name="message"
        required
        error={problems.message}
        hint={
          message.length >= 280
            ? `${message.length} characters. Short updates are read.`
            : "What is affected, who, what we are doing, when next."
        }
      >
        <Textarea
          id="update-message"
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
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
        <Field
          label="Next update"
          name="nextUpdateMinutes"
          error={problems.nextUpdateMinutes}
          hint={`${subject.severity} asks for one every ${formatMinutes(subject.updateEvery)}.`}
        >
          <NativeSelect value={next} onChange={(event) => setChosenNext(event.target.value)}>
            <option value="">No promise</option>
            {NEXT_UPDATES.map((minutes) => (
              <option key={minutes} value={minutes}>
                Within {minutes < 120 ? `${minutes} minutes` : `${minutes / 60} hours`}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      {isPublic && (
        <PublicPreview
          title={subject.title}
          status={status === "" ? subject.status : status}
          message={message}
        />
      )}
    </>
  );
}

type AudienceCardProps = { audience: Audience; isChosen: boolean; choose: () => void };

function AudienceCard({ audience, isChosen, choose }: AudienceCardProps) {
  const { Icon, label, who } = READERS[audience];
  return (
    <RadioCard
      name="audience"
      value={audience}
      defaultChecked={isChosen}
      onChange={choose}
      description={who}
      className={
        audience === "external" ? "has-checked:border-warning has-checked:bg-warning-surface" : ""
      }
    >
      <span className="inline-flex items-center gap-1.5">
        <Icon aria-hidden className="size-3.5" />
        {label}
      </span>
    </RadioCard>
  );
}

type TemplatesProps = {
  service: string;
  write: (text: string, status: string) => void;
};

function Templates({ service, write }: TemplatesProps) {
  const templates = updateTemplates(service);
  return (
    <div role="group" aria-label="Start from" className="flex flex-wrap items-center gap-2">
      <span className="text-[0.8125rem] text-muted-foreground">Start from</span>
      {INCIDENT_STATUSES.map((status) => (
        <button
          key={status}
          type="button"
          onClick={() => write(templates[status], status)}
          className="min-h-7 rounded-full border border-input bg-card px-2.5 text-xs font-medium hover:bg-accent pointer-coarse:min-h-11"
        >
          {humanize(status)}
        </button>
      ))}
    </div>
  );
}
