type OwnerListProps = { id: string; owners: string[] };

/** What an owner's field offers: whoever writes, and everybody whom items can be given to. */
export function OwnerList({ id, owners }: OwnerListProps) {
  return (
    <datalist id={id}>
      {["me", ...owners].map((owner) => (
        <option key={owner} value={owner} />
      ))}
    </datalist>
  );
}
