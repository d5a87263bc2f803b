type FieldValue = FormDataEntryValue | FormDataEntryValue[];

/** A form as an object: a name that comes more than once becomes a list; React's own fields are left out. */
export function formFields(form: FormData): Record<string, FieldValue> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
  return Object.fromEntries(
    names.map((name) => {
      const [first = "", ...more] = form.getAll(name);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );
}

/** What may be filled into the form again: its texts, but never a password. */
export function shownValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    Object.entries(formFields(form)).flatMap(([name, value]) =>
      typeof value === "string" && !/password/i.test(name) ? [[name, value]] : [],
    ),
  );
}
