import { cn } from "@/lib/utils";

/** How a postmortem's text looks, where it is read and where it is written. */
export const prose = cn(
  "max-w-[72ch] text-[0.9375rem] leading-6.5 wrap-anywhere",
  "[&>*+*]:mt-4 [&>*+h2]:mt-9 [&>*+h3]:mt-7",
  "[&_h2]:border-b [&_h2]:border-border [&_h2]:pb-1.5 [&_h2]:text-lg [&_h2]:font-semibold",
  "[&_h3]:text-base [&_h3]:font-semibold [&_:is(h4,h5,h6)]:font-semibold",
  "[&_:is(ul,ol)]:grid [&_:is(ul,ol)]:gap-1 [&_:is(ul,ol)]:ps-6",
  "[&_ul]:list-disc [&_ol]:list-decimal [&_.contains-task-list]:list-none",
  "[&_a]:text-link [&_a]:underline [&_a]:underline-offset-2",
  "[&_code]:rounded-sm [&_code]:bg-muted [&_code]:px-1 [&_code]:py-0.5 [&_code]:font-mono",
  "[&_code]:text-[0.8125rem] [&_pre_code]:bg-transparent [&_pre_code]:p-0",
  "[&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:border [&_pre]:border-border",
  "[&_pre]:bg-muted [&_pre]:p-3 [&_pre]:font-mono [&_pre]:text-[0.8125rem] [&_pre]:leading-5",
  "[&_blockquote]:rounded-e-md [&_blockquote]:border-s-4 [&_blockquote]:border-warning",
  "[&_blockquote]:bg-warning-surface [&_blockquote]:px-4 [&_blockquote]:py-2",
  "[&_:is(th,td)]:border [&_:is(th,td)]:border-border [&_:is(th,td)]:px-3 [&_:is(th,td)]:py-1.5",
  "[&_table]:wrap-break-word print:[&_table]:wrap-anywhere [&_td]:align-top",
  "[&_th]:text-start [&_th[align=center]]:text-center [&_th[align=right]]:text-end",
  "[&_th]:bg-muted [&_hr]:border-border [&_img]:max-w-full",
);
