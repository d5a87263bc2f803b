/** The name of a shape, which leads to what it holds. */
export const ShapeLink = ({ name }: { name: string }) => (
  <a href={`#shape-${name}`} className="touch-target text-link underline underline-offset-4">
    {name}
  </a>
);

/** What a value is, in words; the shape in them leads to what it holds. */
export function TypeWords({ type, shape }: { type: string; shape: string | undefined }) {
  const [before, ...after] = shape === undefined ? [] : type.split(shape);
  if (shape === undefined || after.length === 0) return type;
  return (
    <>
      {before}
      <ShapeLink name={shape} />
      {after.join(shape)}
    </>
  );
}
