import { LARGEST_PICTURE } from "@/lib/domain/picture";

export type Upload = { address: string } | { problem: string };

const KINDS = ["image/png", "image/jpeg", "image/gif", "image/webp"];
export const PICTURE_KINDS = KINDS.join(",");

/** Why a file is not sent at all; the portal looks at its content besides. */
export function pictureProblem({ size, type }: File): string | undefined {
  if (!KINDS.includes(type)) return "Only PNG, JPEG, GIF and WebP pictures can be kept.";
  if (size > LARGEST_PICTURE) return "This picture has more than 5 MB. Choose a smaller one.";
  return size === 0 ? "This file is empty." : undefined;
}

type Sending = {
  incidentKey: string;
  file: File;
  onProgress: (percent: number) => void;
  signal: AbortSignal;
};

/** Sends a picture to be kept with the incident; a failure is told in words. */
export function uploadPicture({ incidentKey, file, onProgress, signal }: Sending): Promise<Upload> {
  const path = `/incidents/${encodeURIComponent(incidentKey)}/postmortem/pictures`;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = () =>
      resolve({ problem: "The portal cannot be reached. The picture is still here." });
    request.open("POST", `${path}?${new URLSearchParams({ name: file.name })}`);
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0),
    );
    request.addEventListener("load", () => resolve(answerOf(request)));
    request.addEventListener("error", fail);
    request.addEventListener("timeout", fail);
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Upload {
  const answer: { address?: string; error?: string } = fromJson(responseText);
  if (status === 201 && answer.address) return { address: answer.address };
  return { problem: answer.error ?? "The portal did not take the picture. Try again." };
}

function fromJson(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
