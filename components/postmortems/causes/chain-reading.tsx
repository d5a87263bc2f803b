import type { WhyChain } from "@/lib/domain/why-chain";

/** A chain of whys for those who only read. */
export function ChainReading({ chain: { problem, answers } }: { chain: WhyChain }) {
  return (
    <div className="grid max-w-prose gap-1 wrap-anywhere whitespace-pre-wrap">
      <p className="font-medium">{problem}</p>
      <ol className="grid list-decimal gap-1 ps-5">
        {answers.map((answer, index) => (
          <li key={index}>
            <span className="text-muted-foreground">Why? </span>
            {answer}
          </li>
        ))}
      </ol>
    </div>
  );
}
