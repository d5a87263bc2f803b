import type { ReactNode } from "react";

type BlockTableProps = {
  label: string;
  heads: string[];
  rows: { id: string; cells: ReactNode[] }[];
};

/** A table within a block, which scrolls by itself where it is too wide. */
export function BlockTable({ label, heads, rows }: BlockTableProps) {
  return (
    <div role="group" aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-start">
        <thead>
          <tr>
            {heads.map((head) => (
              <th
                key={head}
                scope="col"
                className="border-0! bg-transparent! px-3 py-1.5 text-start text-xs font-medium whitespace-nowrap text-muted-foreground"
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id} className="border-t border-border align-top">
              {cells.map((cell, index) => (
                <td key={index} className="border-0! px-3 py-1.5">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
