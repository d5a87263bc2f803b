import type { Viewer } from "@/lib/domain/viewer";

/** A committed change: an entry of the audit log, whose id numbers it. */
export type Change = {
  id: number;
  at: number;
  actor: string;
  action: string;
  incidentId: number | null;
  incidentKey: string | null;
};

/** What the hub reads. */
export type Source = {
  latest: () => number;
  after: (id: number, limit: number) => Change[];
  /** Moves when another process has written. */
  foreignCommits: () => unknown;
  /** Whose session this is, while it lasts. */
  viewerOf: (session: string) => Viewer | undefined;
  isVisible: (viewer: Viewer, incidentId: number) => boolean;
  /** The incident of this key, if this person may know of it. */
  incidentOf: (viewer: Viewer, key: string) => number | undefined;
};

/** The same questions, each asked of the source once. */
export function askedOnce(source: Source): Pick<Source, "viewerOf" | "isVisible"> {
  const viewers = new Map<string, { viewer: Viewer | undefined }>();
  const visible = new Map<string, boolean>();
  return {
    viewerOf(session) {
      const known = viewers.get(session) ?? { viewer: source.viewerOf(session) };
      viewers.set(session, known);
      return known.viewer;
    },
    isVisible(viewer, incidentId) {
      const question = `${viewer.userId} ${viewer.role} ${incidentId}`;
      const known = visible.get(question) ?? source.isVisible(viewer, incidentId);
      visible.set(question, known);
      return known;
    },
  };
}
