/** The fields of a form that a page without scripts sent, as text. */
export async function formOf(request: Request) {
  const form = await request.formData().catch(() => new FormData());
  const texts = (name: string) =>
    form.getAll(name).filter((value): value is string => typeof value === "string");
  return { text: (name: string) => texts(name)[0] ?? "", texts };
}
