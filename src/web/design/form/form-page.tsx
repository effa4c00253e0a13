import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { useText } from "../../text/text.tsx";
import { Button } from "../button.tsx";
import { ErrorNotice } from "../notice.tsx";
import { ErrorSummary, type WrongField } from "./error-summary.tsx";
import { useEnterGoesOn, wrongFields } from "./fields-of.ts";
import classes from "./form-page.module.css";
import type { Form } from "./use-form.ts";

export interface FormPageProps<V> {
  readonly form: Form<V>;
  /** the verb: "Lưu" */
  readonly action: string;
  /** called when every field can be read and `validate` found nothing; call `form.clear()` when it is saved */
  readonly onSubmit: (values: V) => void;
  readonly busy?: boolean;
  /** of the request */
  readonly error?: unknown;
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}

/** A form in paper order, inside <Page width="narrow">. Enter goes on to the next field, at the last one it submits. */
export function FormPage<V extends object>({ form, action, onSubmit, busy, error, onCancel, children }: FormPageProps<V>) {
  const t = useText();
  const element = useRef<HTMLFormElement>(null);
  const [unreadable, setUnreadable] = useState<readonly WrongField[]>([]);
  const [sent, setSent] = useState(0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const unread = wrongFields(element.current!);
    setUnreadable(unread);
    setSent(sent + 1);
    if (form.check() && unread.length === 0) onSubmit(form.values);
  };
  useEnterGoesOn(element);
  return (
    <form ref={element} className={classes["form"]} onSubmit={submit} noValidate>
      <ErrorSummary form={form} unreadable={unreadable} sent={sent} />
      <ErrorNotice error={error} />
      {form.restored && (
        <output className={classes["restored"]}>
          {t("web.form.restored")}{" "}
          <Button kind="quiet" size="small" onClick={form.clear}>
            {t("web.form.discard")}
          </Button>
        </output>
      )}
      <div className={classes["fields"]}>{children}</div>
      <div className={classes["actions"]}>
        <Button kind="primary" type="submit" busy={busy ?? false}>
          {action}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t("web.cancel")}</Button>}
      </div>
    </form>
  );
}
