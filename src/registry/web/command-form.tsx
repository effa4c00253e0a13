import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type CallInput, ProblemError } from "../../platform/http/client.ts";
import type { AnswerOf, Route } from "../../platform/http/contract.ts";
import { useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { type Form, type FormErrors, useForm } from "../../web/design/form/use-form.ts";
import { Notice } from "../../web/design/notice.tsx";
import { useText } from "../../web/text/text.tsx";

export interface CommandFormProps<V extends object, R extends Route> {
  readonly route: R;
  /** names the draft that survives Back */
  readonly draft: string;
  readonly initial: V;
  readonly validate?: (values: V) => FormErrors<V>;
  /** `confirm`: codes of the warnings that were read */
  readonly request: (values: V, confirm: string[]) => CallInput<R>;
  readonly action: string;
  readonly onDone: (answer: AnswerOf<R>) => void;
  readonly onCancel?: () => void;
  readonly children: (form: Form<V>) => ReactNode;
}

interface Warning {
  readonly code: string;
  readonly data: Record<string, string | number>;
}

/** A form of one command: what was typed stays; warnings are read and confirmed; another person's work is shown, not overwritten. */
export function CommandForm<V extends object, R extends Route>(props: CommandFormProps<V, R>) {
  const { route, draft, initial, validate, request, action, onDone, onCancel, children } = props;
  const form = useForm({ draft, initial, ...(validate && { validate }) });
  const command = useCommand(route);
  const problem = command.error instanceof ProblemError ? command.error.problem : undefined;
  const submit = (values: V, confirm: string[] = []) =>
    command.mutate(request(values, confirm), {
      onSuccess: (answer) => {
        form.clear();
        onDone(answer);
      },
    });
  const warnings = problem?.code === "registry.needsConfirmation" ? (problem.data["warnings"] as Warning[]) : undefined;
  const conflict = problem?.status === 409 && problem.data["current"] !== undefined ? problem : undefined;
  const proposal = typeof problem?.data["proposal"] === "string" ? problem.data["proposal"] : undefined;
  return (
    <FormPage form={form} action={action} onSubmit={(values) => submit(values)} busy={command.isPending} error={warnings || conflict ? undefined : command.error} {...(onCancel && { onCancel })}>
      {warnings && <Warnings warnings={warnings} busy={command.isPending} onConfirm={() => submit(form.values, warnings.map(({ code }) => code))} />}
      {conflict && <Conflict title={conflict.title} current={conflict.data["current"] as Current} />}
      {proposal && <Proposal text={proposal} />}
      {children(form)}
    </FormPage>
  );
}

function Warnings({ warnings, busy, onConfirm }: { warnings: readonly Warning[]; busy: boolean; onConfirm: () => void }) {
  const t = useText();
  const yes = (
    <Button size="small" busy={busy} onClick={onConfirm}>
      {t("registry.confirm.goOn")}
    </Button>
  );
  return (
    <Notice kind="warn" title={t("registry.confirm.title", { count: warnings.length })} actions={yes}>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${JSON.stringify(warning.data)}`}>{t(warning.code, words(warning.data))}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Years are shown as they are, not grouped. */
const words = (data: Warning["data"]): Record<string, string> => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value)]));

function Proposal({ text }: { text: string }) {
  const t = useText();
  return <Notice title={t("registry.confirm.proposal", { number: text })} />;
}

interface Current {
  readonly address?: string | null;
  readonly fullName?: string;
  readonly members?: readonly { readonly membershipId: string; readonly name: string }[];
}

/** What the other person wrote; the own words are still in the fields below. */
function Conflict({ title, current }: { title: string; current: Current }) {
  const t = useText();
  const client = useQueryClient();
  const reload = (
    <Button size="small" onClick={() => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" })}>
      {t("registry.conflict.take")}
    </Button>
  );
  return (
    <Notice kind="warn" title={title} actions={reload}>
      {current.fullName && <p>{t("registry.conflict.person", { name: current.fullName })}</p>}
      {current.members && <p>{t("registry.conflict.members", { names: current.members.map(({ name }) => name).join(", ") })}</p>}
      {current.address && <p>{t("registry.conflict.address", { address: current.address })}</p>}
    </Notice>
  );
}
