import { MissingPage } from "@/components/status-page/missing-page";

export default function StatusNotFound() {
  return <MissingPage />;
}
