"use server";

import { chooseNotifications } from "@/db/mutations/notification-choices";
import { defineAction } from "@/lib/action";
import { choicesFields } from "@/lib/notification-fields";

export const chooseNotificationsAction = defineAction({
  needs: "account:own",
  input: choicesFields,
  run: (viewer, choices) => chooseNotifications(viewer, choices),
});
