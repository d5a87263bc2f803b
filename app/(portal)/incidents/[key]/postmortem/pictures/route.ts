import { addPicture } from "@/db/mutations/pictures";
import { DomainError } from "@/lib/domain/error";
import { LARGEST_PICTURE, pictureAddress } from "@/lib/domain/picture";
import { defineHandler } from "@/lib/handler";

type Context = { params: Promise<{ key: string }> };

/** Keeps the picture that the request consists of, and answers its address. */
export const POST = defineHandler<Context>({
  needs: "postmortem:edit",
  async run(viewer, request, { params }) {
    const { key } = await params;
    const length = Number(request.headers.get("content-length") ?? Infinity);
    if (!(length <= LARGEST_PICTURE)) {
      throw new DomainError("This picture has more than 5 MB. Choose a smaller one.");
    }
    const name = new URL(request.url).searchParams.get("name") ?? "";
    const bytes = new Uint8Array(await request.arrayBuffer());
    const { publicId } = addPicture(viewer, { key, name, bytes });
    return Response.json({ address: pictureAddress(publicId) }, { status: 201 });
  },
});
