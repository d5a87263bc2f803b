"use server";

import { z } from "zod";
import {
  addChannel,
  editChannel,
  removeChannel,
  renewSecret,
  switchChannel,
  testChannel,
} from "@/db/mutations/channels";
import { changeRules } from "@/db/mutations/notification-rules";
import { defineAction } from "@/lib/action";
import { env } from "@/lib/env";
import { channelFields, matrixFields, newChannelFields } from "@/lib/notification-fields";

const id = z.coerce.number().int();
const one = z.strictObject({ id });

const allowed = () => ({ allowsPrivate: env().privateWebhooks });

export const addChannelAction = defineAction({
  needs: "notification:manage",
  needsProof: true,
  input: newChannelFields,
  run: (viewer, channel) => addChannel(viewer, channel, allowed()),
});

export const editChannelAction = defineAction({
  needs: "notification:manage",
  needsProof: true,
  input: channelFields,
  run: (viewer, edit) => editChannel(viewer, edit, allowed()),
});

export const switchChannelAction = defineAction({
  needs: "notification:manage",
  input: z
    .strictObject({ id, to: z.enum(["on", "off"]) })
    .transform(({ id, to }) => ({ id, isOn: to === "on" })),
  run: switchChannel,
});

export const renewChannelSecretAction = defineAction({
  needs: "notification:manage",
  needsProof: true,
  input: one,
  run: renewSecret,
});

export const removeChannelAction = defineAction({
  needs: "notification:manage",
  input: one,
  run: removeChannel,
  next: () => "/notifications",
});

export const testChannelAction = defineAction({
  needs: "notification:manage",
  input: one,
  run: (viewer, channel) => testChannel(viewer, channel),
});

export const changeRulesAction = defineAction({
  needs: "notification:manage",
  input: matrixFields,
  run: changeRules,
});
