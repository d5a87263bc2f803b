import { notFound } from "next/navigation";
import { ActionsNav } from "@/components/action-items/actions-nav";
import { ItemHeader } from "@/components/action-items/item/item-header";
import { ItemSource } from "@/components/action-items/item/item-source";
import { findItem } from "@/db/queries/action-item";
import { requireViewer } from "@/lib/auth/viewer";
import { itemIdOf } from "@/lib/domain/action-item";
import type { Viewer } from "@/lib/domain/viewer";

type ItemPageProps = { params: Promise<{ item: string }> };

export async function generateMetadata({ params }: ItemPageProps) {
  const viewer = await requireViewer();
  const item = itemNamed(viewer, (await params).item);
  return { title: item ? `AI-${item.id} ${item.title}` : "No page here" };
}

export default async function ItemPage({ params }: ItemPageProps) {
  const viewer = await requireViewer();
  const item = itemNamed(viewer, (await params).item);
  if (!item) notFound();

  return (
    <>
      <ActionsNav />
      <ItemHeader item={item} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-5"></div>
        <div className="grid min-w-0 gap-5">
          <ItemSource item={item} />
        </div>
      </div>
    </>
  );
}

function itemNamed(viewer: Viewer, word: string) {
  const id = itemIdOf(word);
  return id === undefined ? undefined : findItem(viewer, id);
}
