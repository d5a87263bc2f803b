import { Time } from "@/components/time";
import type { ShareLinkRow } from "@/db/queries/share-links";
import { formatDate } from "@/lib/format";
import { visitWords } from "./visit-words";

type ReceiptsProps = {
  link: Pick<ShareLinkRow, "views" | "lastViewedAt">;
  days: { day: string; views: number }[];
  followers: number;
};

/** How often a link was read and when; who read it is not kept. */
export function Receipts({ link: { views, lastViewedAt }, days, followers }: ReceiptsProps) {
  return (
    <div className="grid gap-3">
      <p>
        {visitWords(views)}
        {lastViewedAt !== null && (
          <>
            , last <Time at={lastViewedAt} />
          </>
        )}
        .{" "}
        {followers === 0
          ? "Nobody follows"
          : followers === 1
            ? "1 person follows"
            : `${followers} people follow`}{" "}
        by e-mail.
      </p>
      {days.length > 0 && (
        <table className="w-fit text-[0.8125rem]">
          <caption className="sr-only">Visits by day</caption>
          <thead>
            <tr className="text-start text-muted-foreground">
              <th scope="col" className="pe-8 text-start font-medium">
                Day, in UTC
              </th>
              <th scope="col" className="text-end font-medium">
                Visits
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, views: visits }) => (
              <tr key={day}>
                <td className="pe-8">
                  <time dateTime={day}>{formatDate(day)}</time>
                </td>
                <td className="text-end tabular-nums">{visits}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="text-[0.8125rem] text-muted-foreground">
        What somebody reads within half an hour is one visit. Nothing is kept of who they are.
      </p>
    </div>
  );
}
