import { AccountNav } from "@/components/account/account-nav";
import { PageHeader } from "@/components/shell/page-header";
import { requireViewer } from "@/lib/auth/viewer";

export const metadata = { title: "Your account" };

export default async function AccountPage() {
  const { name, email } = await requireViewer();

  return (
    <>
      <PageHeader title="Your account" description={`${name}, ${email}`} />
      <AccountNav shown="profile" />
    </>
  );
}
