/** A form whose fields are named like `answers.0`, with their texts as one object by number. */
export const withNumbered =
  (name: string) =>
  (form: unknown): unknown => {
    if (typeof form !== "object" || form === null || name in form) return form;
    const prefix = `${name}.`;
    const fields = Object.entries(form);
    const numbered = fields.filter(([field]) => field.startsWith(prefix));
    const rest = fields.filter((field) => !numbered.includes(field));
    const texts = numbered.map(([field, text]) => [field.slice(prefix.length), text]);
    return { ...Object.fromEntries(rest), [name]: Object.fromEntries(texts) };
  };
