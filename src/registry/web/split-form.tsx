import type { PlainDate } from "../../kernel/date.ts";
import { Checkbox } from "../../web/design/form/checkbox.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import type { Form } from "../../web/design/form/use-form.ts";
import { Section, Stack } from "../../web/design/layout.tsx";
import { useGo } from "../../web/navigation.tsx";
import { useText } from "../../web/text/text.tsx";
import { registryRoutes, type HouseholdPage } from "../contract.ts";
import { RELATION_UNKNOWN } from "../rules/household.ts";
import { optionsOf, useCodes } from "./codes.ts";
import { CommandForm } from "./command-form.tsx";
import type { ActionProps } from "./action-props.ts";

interface Draft {
  readonly on: string | null;
  readonly leaving: readonly string[];
  readonly head: string | null;
  readonly relations: Readonly<Record<string, string>>;
  readonly address: string;
  readonly localCode: string;
}

/** Some members live and eat apart from a day on. */
export function SplitForm({ household, onDone }: ActionProps) {
  const t = useText();
  const go = useGo();
  const initial: Draft = { on: null, leaving: [], head: null, relations: {}, address: "", localCode: "" };
  return (
    <CommandForm
      route={registryRoutes.splitHousehold}
      draft={`household:${household.id}:split`}
      initial={initial}
      validate={({ on, leaving, head }) => ({
        ...(on === null && { on: t("registry.add.fromMissing") }),
        ...(leaving.length === 0 && { leaving: t("registry.split.nobody") }),
        ...((head === null || !leaving.includes(head)) && { head: t("registry.split.headMissing") }),
      })}
      request={(draft) => ({
        params: { id: household.id },
        body: {
          baseVersion: household.version, on: draft.on as PlainDate, leaving: [...draft.leaving], headMembershipId: draft.head!, address: draft.address || null, localCode: draft.localCode || null,
          relations: Object.fromEntries(draft.leaving.filter((id) => id !== draft.head).map((id) => [id, draft.relations[id] ?? RELATION_UNKNOWN])),
        },
      })}
      action={t("registry.do.split")}
      onDone={({ formed }) => {
        onDone();
        if (formed) go({ to: "/households/$id", params: { id: formed } });
      }}
    >
      {(form) => <Fields form={form} household={household} />}
    </CommandForm>
  );
}

function Fields({ form, household }: { form: Form<Draft>; household: HouseholdPage }) {
  const t = useText();
  const { codes } = useCodes();
  const { leaving, head, relations } = form.values;
  const may = household.members.filter(({ relation }) => relation !== "01");
  const going = may.filter(({ membershipId }) => leaving.includes(membershipId));
  const toggle = (id: string, goes: boolean) => form.set({ leaving: goes ? [...leaving, id] : leaving.filter((one) => one !== id) });
  return (
    <>
      <DateInput label={t("registry.split.on")} required {...form.field("on")} />
      <Section title={t("registry.split.leaving")}>
        <Stack gap="tight">
          {may.map(({ membershipId, person }, at) => (
            <Checkbox
              key={membershipId}
              label={person.fullName}
              value={leaving.includes(membershipId)}
              onChange={(goes) => toggle(membershipId, goes)}
              {...(at === 0 && { id: `${form.id}-leaving`, error: form.errors.leaving })}
            />
          ))}
        </Stack>
      </Section>
      <Select label={t("registry.split.head")} required options={going.map(({ membershipId, person }) => ({ value: membershipId, label: person.fullName }))} {...form.field("head")} />
      {going.filter(({ membershipId }) => membershipId !== head).map(({ membershipId, person }) => (
        <Select
          key={membershipId}
          label={t("registry.split.relation", { name: person.fullName })}
          options={optionsOf(codes?.relations.filter(({ code }) => code !== "01"))}
          value={relations[membershipId] ?? RELATION_UNKNOWN}
          onChange={(code) => form.set({ relations: { ...relations, [membershipId]: code ?? RELATION_UNKNOWN } })}
        />
      ))}
      <TextInput label={t("registry.localCode")} {...form.field("localCode")} />
      <TextInput label={t("registry.address")} {...form.field("address")} />
    </>
  );
}
