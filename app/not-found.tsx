import { NotFoundPanel } from "@/components/shell/not-found-panel";

export const metadata = { title: "No page here" };

export default function NotFound() {
  return (
    <main id="main" className="px-4">
      <NotFoundPanel />
    </main>
  );
}
