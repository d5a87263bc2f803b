import { toUtc } from "@/lib/domain/time";
import type { Lane } from "./marks";

/** All marks in words, lane by lane. The classes are written once, for a long table has many rows. */
export function DrawingTable({ lanes }: { lanes: Lane[] }) {
  return (
    <table className="w-full text-start text-[0.8125rem] leading-5 wrap-anywhere [&_a]:block [&_a]:py-0.5 [&_a]:text-link [&_a]:underline [&_a]:underline-offset-4 [&_td]:border-t [&_td]:py-0.5 [&_td]:align-top [&_th]:pt-2 [&_th]:text-start [&_th]:font-medium [&_time]:block [&_time]:py-0.5 [&_time]:pe-3 [&_time]:whitespace-nowrap [&_time]:tabular-nums">
      <caption className="sr-only">The marks of the drawing, by lane. Times are in UTC.</caption>
      <thead>
        <tr>
          <th scope="col">When (UTC)</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      {lanes.map(({ id, label, marks }) => (
        <tbody key={id}>
          <tr>
            <th colSpan={2} scope="rowgroup">
              {label}
            </th>
          </tr>
          {marks.map((mark) => (
            <tr key={mark.id}>
              <td>
                <time dateTime={toUtc(mark.at)}>{mark.when}</time>
              </td>
              <td>
                <a href={mark.href}>{mark.what}</a>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
