import type { ReactNode } from "react";
import { Link, type Target } from "./navigation.tsx";
import { maySee, screens } from "./screens.ts";
import { useSession } from "./session.ts";

/** A link to a record of any feature: whoever may not open its page reads the words alone. */
export function RecordLink({ children, ...target }: Target & { children: ReactNode }) {
  const session = useSession();
  const screen = screens.find(({ path }) => path === target.to);
  return screen && maySee(screen, session) ? <Link {...target}>{children}</Link> : <>{children}</>;
}
