import { useState } from "react";
import { PaperView } from "../../../papers/web/public.tsx";
import { isPlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useParam } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { openFairRoutes, type OpenFair } from "../../desk/contract.ts";
import { passesPaper } from "../../rules/pass-paper.ts";
import { WISHES, type Wish } from "../../rules/steps.ts";
import { wageText } from "../plan/firm-section.tsx";

const MOST_CHOSEN = 5;

/** Registration without an account: what the fair is, what happens with the details, few fields, a pass to show at the door. */
export default function RegisterPage() {
  const t = useText();
  const token = useParam("token");
  const { data, error, refetch } = useAnswer(openFairRoutes.openFair, { params: { token } });
  return (
    <Page title={data?.fair?.name ?? t("fairs.register.title")} width="narrow" subtitle={data?.fair && [dayText(data.fair.onDate), data.fair.place, data.fair.organiser].filter(Boolean).join(" · ")}>
      <ErrorNotice error={error} retry={() => void refetch()} />
      {!data && !error && <output>{t("web.loading")}</output>}
      {data?.state === "unknown" && <Notice title={t("fairs.open.unknown")}>{t("fairs.open.unknownText")}</Notice>}
      {data?.state === "closed" && <Notice title={t("fairs.open.closed")}>{t("fairs.open.closedText")}</Notice>}
      {data?.state === "open" && <Registration token={token} fair={data} />}
    </Page>
  );
}

const INITIAL = { fullName: "", birthYear: "", communeUid: null as string | null, hamletName: "", phone: "", wish: null as string | null, vacancyIds: [] as readonly string[], agreed: false, share: false };

function Registration({ token, fair }: { token: string; fair: OpenFair }) {
  const t = useText();
  const command = useCommand(openFairRoutes.registerOnline);
  const [pass, setPass] = useState<{ shortCode: string; passText: string; fullName: string } | null>(null);
  const form = useForm({
    draft: `fairs:register:${token}`, initial: INITIAL,
    validate: ({ fullName, birthYear, wish, phone, agreed }) => ({
      ...(fullName.trim().length < 2 && { fullName: t("fairs.desk.nameMissing") }), ...(!/^(19|20)\d\d$/.test(birthYear.trim()) && { birthYear: t("fairs.desk.yearWrong") }), ...(wish === null && { wish: t("fairs.open.wishMissing") }),
      ...(phone.trim() !== "" && !/^\+?[\d .-]{8,20}$/.test(phone.trim()) && { phone: t("fairs.desk.phoneWrong") }), ...(!agreed && { agreed: t("fairs.open.agreeMissing") }),
    }),
  });
  if (pass) return <Pass fair={fair} pass={pass} />;
  const { wish, vacancyIds } = form.values;
  const vacancies = fair.employers.flatMap((firm) => firm.vacancies.map((one) => ({ ...one, firm: firm.name })));
  const choose = (id: string, chosen: boolean) => form.set({ vacancyIds: chosen ? [...vacancyIds, id].slice(0, MOST_CHOSEN) : vacancyIds.filter((one) => one !== id) });
  return (
    <Stack gap="wide">
      <Section title={t("fairs.open.notice")}><p>{fair.notice.text}</p></Section>
      <FormPage form={form} action={t("fairs.open.send")} busy={command.isPending} error={command.error} onSubmit={(draft) => command.mutate(
        { params: { token }, body: {
          fullName: draft.fullName.trim(), birthYear: Number(draft.birthYear), communeUid: draft.communeUid, hamletName: draft.hamletName || null, phone: draft.phone.trim() || null, wish: draft.wish as Wish,
          vacancyIds: draft.wish === "job" ? [...draft.vacancyIds] : [], noticeVersion: fair.notice.version, agreed: true, share: draft.share,
        } },
        { onSuccess: (answer) => (form.clear(), setPass({ ...answer, fullName: draft.fullName.trim() })) },
      )}>
        <TextInput label={t("fairs.desk.fullName")} required {...form.field("fullName")} />
        <TextInput label={t("fairs.desk.birthYear")} inputMode="numeric" required {...form.field("birthYear")} />
        <Select label={t("fairs.desk.commune")} none={t("fairs.desk.elsewhere")} options={fair.communes.map(({ uid, name }) => ({ value: uid, label: name }))} {...form.field("communeUid")} />
        <TextInput label={t(form.values.communeUid === null ? "fairs.desk.residence" : "fairs.desk.hamletName")} {...form.field("hamletName")} />
        <TextInput label={t("fairs.open.phone")} type="tel" {...form.field("phone")} />
        <Choice label={t("fairs.open.wish")} required options={WISHES.map((value) => ({ value, label: t(`fairs.desk.wish.${value}`) }))} {...form.field("wish")} />
        {wish === "job" && vacancies.length > 0 && (
          <FieldSet label={t("fairs.open.vacancies", { most: MOST_CHOSEN })}>
            {vacancies.map((one) => (
              <Checkbox key={one.id} label={[one.job, one.firm, t("fairs.open.posts", { posts: one.posts }), wageText(one, t), one.place].filter(Boolean).join(" · ")} value={vacancyIds.includes(one.id)} disabled={vacancyIds.length >= MOST_CHOSEN && !vacancyIds.includes(one.id)} onChange={(chosen) => choose(one.id, chosen)} />
            ))}
          </FieldSet>
        )}
        <Checkbox label={t("fairs.open.agree")} required {...form.field("agreed")} />
        <Checkbox label={fair.notice.share} {...form.field("share")} />
        <Hint>{t("fairs.open.shareFree")}</Hint>
      </FormPage>
    </Stack>
  );
}

function Pass({ fair, pass }: { fair: OpenFair; pass: { shortCode: string; passText: string; fullName: string } }) {
  const t = useText();
  const { name, onDate, place } = fair.fair!;
  const code = pass.passText.slice(0, pass.passText.lastIndexOf("/"));
  return (
    <Stack>
      <Notice kind="done" title={t("fairs.open.done", { code: pass.shortCode })}>{t("fairs.open.doneText")}</Notice>
      {isPlainDate(onDate) && <Section title={t("fairs.open.pass")}><PaperView paper={passesPaper({ code, name, onDate, place }, [{ shortCode: pass.shortCode, fullName: pass.fullName }])} /></Section>}
    </Stack>
  );
}
