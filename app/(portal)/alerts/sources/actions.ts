"use server";

import {
  addAlertSource,
  changeAlertSource,
  dropFormerSecret,
  readDeliveryAgain,
  removeAlertSource,
  rotateSourceKey,
  switchSource,
} from "@/db/mutations/alert-sources";
import { defineAction } from "@/lib/action";
import {
  newSourceFields,
  oneDelivery,
  oneSource,
  sourceFields,
  sourceSwitch,
} from "@/lib/alert-source-fields";

export const addAlertSourceAction = defineAction({
  needs: "alert-source:manage",
  input: newSourceFields,
  run: (viewer, source) => addAlertSource(viewer, source),
});

export const changeAlertSourceAction = defineAction({
  needs: "alert-source:manage",
  input: sourceFields,
  run: (viewer, change) => changeAlertSource(viewer, change),
});

export const rotateSourceKeyAction = defineAction({
  needs: "alert-source:manage",
  input: oneSource,
  run: (viewer, source) => rotateSourceKey(viewer, source),
});

export const dropFormerSecretAction = defineAction({
  needs: "alert-source:manage",
  input: oneSource,
  run: (viewer, source) => dropFormerSecret(viewer, source),
});

export const switchAlertSourceAction = defineAction({
  needs: "alert-source:manage",
  input: sourceSwitch,
  run: (viewer, source) => switchSource(viewer, source),
});

export const removeAlertSourceAction = defineAction({
  needs: "alert-source:manage",
  input: oneSource,
  run: (viewer, source) => removeAlertSource(viewer, source),
  next: () => "/alerts/sources",
});

export const readDeliveryAgainAction = defineAction({
  needs: "alert-source:manage",
  input: oneDelivery,
  run: (viewer, delivery) => readDeliveryAgain(viewer, delivery),
});
