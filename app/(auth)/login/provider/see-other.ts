/** Leads on to another page or site; nobody keeps that it did. */
export const seeOther = (location: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: location, "Cache-Control": "no-store" },
  });
