import { AccountNav } from "@/components/account/account-nav";
import { EnrolFactor } from "@/components/account/enrol-factor";
import { FactorOn } from "@/components/account/factor-on";
import { NewCodes } from "@/components/account/new-codes";
import { ChangeButton } from "@/components/form/change-button";
import { PageHeader } from "@/components/shell/page-header";
import { findSecondFactor } from "@/db/queries/auth/second-factors";
import { enrolmentOf } from "@/lib/auth/enrolment";
import { requireViewer } from "@/lib/auth/viewer";
import {
  beginFactorAction,
  confirmFactorAction,
  switchOffFactorAction,
  renewCodesAction,
} from "./actions";

export const metadata = { title: "Second factor" };

export default async function SecondFactorPage() {
  const viewer = await requireViewer();
  const factor = findSecondFactor(viewer.userId);
  const isOn = factor !== undefined && factor.confirmedAt !== null;

  return (
    <>
      <PageHeader
        title="Second factor"
        description="A sign-in then asks for a code of an app on your phone too, so that your password alone opens nothing."
      />
      <AccountNav shown="factor" />
      <div className="grid gap-5">
        {!factor && (
          <ChangeButton action={beginFactorAction} fields={{}} variant="default">
            Set up an authenticator app
          </ChangeButton>
        )}
        {factor && !isOn && <EnrolFactor {...enrolmentOf(viewer, factor.secret)} />}
        <NewCodes
          confirmAction={confirmFactorAction}
          renewAction={renewCodesAction}
          state={isOn ? "on" : factor ? "begun" : "off"}
        />
        {factor && isOn && <FactorOn factor={factor} removeAction={switchOffFactorAction} />}
      </div>
    </>
  );
}
