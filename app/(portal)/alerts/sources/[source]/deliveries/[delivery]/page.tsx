import Link from "next/link";
import { notFound } from "next/navigation";
import { AlertsNav } from "@/components/alerts/alerts-nav";
import { DeliveryBadge } from "@/components/alerts/sources/delivery-badge";
import { RawBody } from "@/components/alerts/sources/raw-body";
import { ChangeButton } from "@/components/form/change-button";
import { PageHeader } from "@/components/shell/page-header";
import { Time } from "@/components/time";
import { getAlertSource, getDelivery, listDeliveredAlerts } from "@/db/queries/alert-sources";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { readDeliveryAgainAction } from "../../../actions";

export const metadata = { title: "Delivery of alerts" };

type DeliveryPageProps = { params: Promise<{ source: string; delivery: string }> };

const isId = (text: string) => /^\d{1,15}$/.test(text);

export default async function DeliveryPage({ params }: DeliveryPageProps) {
  const viewer = await requireViewer();
  const asked = await params;
  if (!can(viewer, "alert-source:manage") || !isId(asked.source) || !isId(asked.delivery)) {
    notFound();
  }
  const source = getAlertSource(Number(asked.source));
  const delivery = getDelivery(Number(asked.source), Number(asked.delivery));
  if (!source || !delivery) notFound();
  const { id, state, problem, receivedAt, lastReceivedAt, times, body, headers } = delivery;
  const alerts = listDeliveredAlerts(id);

  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={`Delivery ${id}`}
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <DeliveryBadge state={state} />
            <Link
              href={`/alerts/sources/${source.id}`}
              className="touch-target text-link underline underline-offset-4"
            >
              {source.name}
            </Link>
            <Time at={receivedAt} show="datetime" />
            {times > 1 && (
              <span>
                came {times.toLocaleString("en")} times, last <Time at={lastReceivedAt} />
              </span>
            )}
          </span>
        }
        actions={
          body !== undefined && (
            <ChangeButton
              action={readDeliveryAgainAction}
              fields={{ id: source.id, deliveryId: id }}
              variant="outline"
            >
              Read it again
            </ChangeButton>
          )
        }
      />
      <AlertsNav viewer={viewer} />
      <div className="grid grid-cols-1 gap-4">
        {problem !== null && <p className="wrap-anywhere">{problem}</p>}
        {alerts.length > 0 && (
          <section aria-labelledby="changed">
            <h2 id="changed" className="mb-1 text-base font-semibold">
              What it changed
            </h2>
            <ul className="grid gap-1">
              {alerts.map((alert) => (
                <li key={alert.id} className="wrap-anywhere">
                  <Link
                    href={`/alerts/${alert.id}`}
                    className="touch-target text-link underline underline-offset-4"
                  >
                    {alert.title}
                  </Link>{" "}
                  {alert.status}
                </li>
              ))}
            </ul>
          </section>
        )}
        <h2 className="text-base font-semibold">What came</h2>
        <RawBody body={body} headers={headers} />
      </div>
    </div>
  );
}
