import type { FormAction } from "@/components/form/use-form";

/** What the forms of the causes page send to. */
export type CausesActions = {
  changeRootCause: FormAction;
  addFactor: FormAction;
  editFactor: FormAction;
  moveFactor: FormAction;
  removeFactor: FormAction;
  categorizeFactor: FormAction;
  linkFactor: FormAction;
  addAnswer: FormAction;
  createAction: FormAction;
  addWhyChain: FormAction;
  editWhyChain: FormAction;
  insertWhyChain: FormAction;
  removeWhyChain: FormAction;
};
