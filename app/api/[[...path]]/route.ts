export const dynamic = "force-dynamic";

const NOTHING_HERE = { error: "There is nothing at this address." };

/** Answers every address under /api that no other handler has. */
export function GET(): Response {
  return Response.json(NOTHING_HERE, { status: 404, headers: { "Cache-Control": "no-store" } });
}

export { GET as POST };
