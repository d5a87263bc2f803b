import type { FormAction } from "@/components/form/use-form";

/** What can be done with comments. */
export type CommentActions = {
  add: FormAction;
  reply: FormAction;
  edit: FormAction;
  resolve: FormAction;
  reopen: FormAction;
};
