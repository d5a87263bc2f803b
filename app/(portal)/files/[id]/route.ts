import { findFile } from "@/db/queries/files";
import { NotFoundError } from "@/lib/domain/error";
import { defineHandler } from "@/lib/handler";

type Context = { params: Promise<{ id: string }> };

/** An attached picture, which never changes. */
export const GET = defineHandler<Context>({
  needs: "portal:read",
  async run(viewer, _request, { params }) {
    const { id } = await params;
    const file = findFile(viewer, id);
    if (!file) throw new NotFoundError("There is no such file.");
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        "Content-Type": file.mediaType,
        "Content-Disposition": `inline; filename="${file.name}"`,
        "Cache-Control": "private, max-age=31536000, immutable",
      },
    });
  },
});
