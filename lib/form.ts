type FieldValue = FormDataEntryValue | FormDataEntryValue[];

/** A form as an object: a name that comes more than once becomes a list; React's own fields are left out. */
export function formFields(form: FormData): Record<string, FieldValue> {
  const fields = new Map<string, FieldValue>();
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION")) continue;
    const before = fields.get(name);
    if (before === undefined) fields.set(name, value);
    else if (Array.isArray(before)) before.push(value);
    else fields.set(name, [before, value]);
  }
  return Object.fromEntries(fields);
}

/** What may be filled into the form again: its texts, but never a password or a passcode. */
export function shownValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    Object.entries(formFields(form)).flatMap(([name, value]) =>
      typeof value === "string" && !/password|passcode/i.test(name) ? [[name, value]] : [],
    ),
  );
}
