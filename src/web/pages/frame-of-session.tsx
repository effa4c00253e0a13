import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { accountsRoutes } from "../../accounts/contract.ts";
import { useAnswer } from "../data.ts";
import { AppFrame } from "../design/frame/app-frame.tsx";
import { OpenFrame } from "../design/frame/open-frame.tsx";
import { useFindSession } from "../session.ts";
import { Waiting } from "./waiting.tsx";

export function FrameOfSession() {
  const session = useFindSession();
  const welcome = useAnswer(accountsRoutes.welcome, {}, { enabled: !session });
  const page = (
    <Suspense fallback={<Waiting />}>
      <Outlet />
    </Suspense>
  );
  if (session) return <AppFrame demo={session.tenant.demo}>{page}</AppFrame>;
  return <OpenFrame demo={welcome.data?.demo ?? false}>{page}</OpenFrame>;
}
