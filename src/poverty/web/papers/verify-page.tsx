import { useAnswer } from "../../../web/data.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useParam } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { paperRoutes } from "../../papers/contract.ts";

const KIND = { valid: "done", withdrawn: "warn", unknown: "info" } as const;

/** Where the code on a certificate leads, without an account: valid or withdrawn, commune, year; nothing about persons. */
export default function VerifyPage() {
  const t = useText();
  const token = useParam("token");
  const { data, error, refetch } = useAnswer(paperRoutes.verifyCertificate, { params: { token } });
  return (
    <Page title={t("poverty.verify.title")} width="narrow">
      <ErrorNotice error={error} retry={() => void refetch()} />
      {!data && !error && <output>{t("web.loading")}</output>}
      {data && (
        <Notice kind={KIND[data.state]} title={t(`poverty.verify.${data.state}`)}>
          {data.state !== "unknown" && <p>{t("poverty.verify.where", { commune: data.commune ?? "", year: String(data.year) })}</p>}
        </Notice>
      )}
      <Hint>{t("poverty.verify.hint")}</Hint>
    </Page>
  );
}
