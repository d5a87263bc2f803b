import { notFound } from "next/navigation";
import { AlertsNav } from "@/components/alerts/alerts-nav";
import { DeliveryList } from "@/components/alerts/sources/delivery-list";
import { PageHeader } from "@/components/shell/page-header";
import { PagesNav } from "@/components/shell/pages-nav";
import { countOddDeliveries, listOddDeliveries } from "@/db/queries/odd-deliveries";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";

export const metadata = { title: "Unknown deliveries" };

const PER_PAGE = 50;

type UnknownPageProps = { searchParams: Promise<{ page?: string | string[] }> };

export default async function UnknownPage({ searchParams }: UnknownPageProps) {
  const viewer = await requireViewer();
  if (!can(viewer, "alert-source:manage")) notFound();
  const { page: asked } = await searchParams;
  const page = typeof asked === "string" && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
  const deliveries = listOddDeliveries({ page, perPage: PER_PAGE });

  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title="Unknown deliveries"
        description="What sources sent and Muster did not understand, or did not let in. Nothing of it became an alert."
      />
      <AlertsNav viewer={viewer} shown="unknown" />
      {deliveries.length > 0 ? (
        <div>
          <DeliveryList deliveries={deliveries} />
          <PagesNav
            page={page}
            perPage={PER_PAGE}
            total={countOddDeliveries()}
            to={(next) => `/alerts/unknown?page=${next}`}
          />
        </div>
      ) : (
        <p className="rounded-lg border border-dashed border-border bg-card px-6 py-16 text-center text-muted-foreground">
          Everything that came was understood.
        </p>
      )}
    </div>
  );
}
