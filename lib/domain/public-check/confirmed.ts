/** What parts several findings' keys in one field of a form. */
export const FIELD_BREAK = "\n";

/** The keys in a form's field. */
export const confirmedKeys = (field: string): string[] =>
  field.split(/\r?\n/).filter((key) => key !== "");
