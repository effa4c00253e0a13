import type { ReactNode } from "react";
import { useCommand } from "../../web/data.ts";
import { ConfirmDialog } from "../../web/design/confirm-dialog.tsx";
import { Drawer } from "../../web/design/drawer.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useToast } from "../../web/design/toast.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useText } from "../../web/text/text.tsx";
import { registryRoutes, type HouseholdPage } from "../contract.ts";
import type { ActionProps } from "./action-props.ts";
import { AddMemberForm, LeaveForm, MakeHeadForm } from "./member-forms.tsx";
import { CharacteristicsForm, DetailsForm, EndForm, MoveForm } from "./household-forms.tsx";
import { CorrectForm, NumberForm } from "./person-forms.tsx";
import { SplitForm } from "./split-form.tsx";

/** The form that the address names (`do`, `member`), beside the page. */
export function HouseholdAction({ household, on }: { household: HouseholdPage; on: string }) {
  const t = useText();
  const say = useToast();
  const { values, set } = useUrl();
  const what = values["do"];
  const close = () => set({ do: null, member: null }, "replace");
  if (!what || !household.may.keep) return null;
  const done = () => {
    say(t("registry.do.done"));
    close();
  };
  if (what === "void" || what === "restore") return <VoidOrRestore household={household} what={what} onDone={done} onClose={close} />;
  const member = household.members.find(({ membershipId }) => membershipId === values["member"]);
  const props: ActionProps = { household, on, onDone: done };
  const forms: Readonly<Record<string, () => ReactNode>> = {
    addMember: () => <AddMemberForm {...props} />,
    move: () => <MoveForm {...props} />,
    split: () => <SplitForm {...props} />,
    end: () => <EndForm {...props} />,
    details: () => <DetailsForm {...props} />,
    characteristics: () => <CharacteristicsForm {...props} />,
    ...(member && {
      leave: () => <LeaveForm {...props} member={member} />,
      makeHead: () => <MakeHeadForm {...props} member={member} />,
      correct: () => <CorrectForm {...props} member={member} />,
      number: () => <NumberForm {...props} member={member} />,
    }),
  };
  const form = forms[what];
  if (!form) return null;
  return (
    <Drawer open title={member ? `${t(`registry.do.${what}`)}: ${member.person.fullName}` : t(`registry.do.${what}`)} onClose={close}>
      {form()}
    </Drawer>
  );
}

function VoidOrRestore({ household, what, onDone, onClose }: { household: HouseholdPage; what: "void" | "restore"; onDone: () => void; onClose: () => void }) {
  const t = useText();
  const command = useCommand(what === "void" ? registryRoutes.voidHousehold : registryRoutes.restoreHousehold);
  return (
    <ConfirmDialog
      open
      title={t(`registry.do.${what}`)}
      action={t(`registry.do.${what}`)}
      reason
      busy={command.isPending}
      error={<ErrorNotice error={command.error} />}
      onConfirm={(reason) => command.mutate({ params: { id: household.id }, body: { baseVersion: household.version, reason } }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <p>{t(`registry.${what}.why`)}</p>
    </ConfirmDialog>
  );
}
