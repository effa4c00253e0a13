import { Columns, Hint, Stack } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { FairPage } from "../../plan/contract.ts";
import { CheckIn } from "./check-in.tsx";
import { VisitorList } from "./visitor-list.tsx";
import { WalkIn } from "./walk-in.tsx";

/** The desk at the door: people without a pass, people with one, who is here. */
export function DeskTab({ fair }: { fair: FairPage }) {
  const t = useText();
  return (
    <Stack gap="wide">
      {fair.may.work && fair.state === "planned" && <Hint>{t("fairs.desk.notYet")}</Hint>}
      {fair.may.work && (
        <Columns least={360}>
          <WalkIn fair={fair} />
          <CheckIn fair={fair} />
        </Columns>
      )}
      <VisitorList fair={fair} />
    </Stack>
  );
}
