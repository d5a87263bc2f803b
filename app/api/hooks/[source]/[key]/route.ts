import { takeHook } from "../../door";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ source: string; key: string }> };

/** Alerts, from whoever has the key that is in the address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { source, key } = await params;
  return takeHook(request, source, key);
}
