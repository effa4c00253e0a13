import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, retainSearchParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { parseSearch, stringifySearch } from "./navigation.tsx";
import { FrameOfSession } from "./pages/frame-of-session.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { NotYoursPage } from "./pages/not-yours.tsx";
import { FaultPage } from "./pages/fault.tsx";
import { firstPath, maySee, screens } from "./screens.ts";
import { sessionQuery, useFindSession } from "./session.ts";
import type { Screen } from "./screen.ts";
import { loadLaterWords } from "./text/catalog.ts";

interface RouterContext {
  readonly client: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  validateSearch: (search: Record<string, unknown>) => search as Record<string, string>,
  search: { middlewares: [retainSearchParams(["area", "on"])] },
  component: Outlet,
});

const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: "frame", component: FrameOfSession });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: async ({ context }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    throw redirect({ to: session ? firstPath(session) : "/login", search: ((before: Record<string, string>) => before) as never });
  },
});

const nowhereRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "$",
  beforeLoad: ({ context }) => context.client.ensureQueryData(sessionQuery),
  component: NotFoundPage,
});

function routeOf(screen: Screen) {
  return createRoute({
    getParentRoute: () => frameRoute,
    path: screen.path,
    beforeLoad: async ({ context, location }) => {
      const session = await context.client.ensureQueryData(sessionQuery);
      if (!session && !screen.open) throw redirect({ to: "/login", search: { back: location.href } });
    },
    component: screenComponent(screen),
  });
}

function screenComponent(screen: Screen) {
  const load = async () => (await Promise.all([screen.load(), screen.first ? undefined : loadLaterWords()]))[0];
  const Loaded = lazyRouteComponent(load as () => Promise<{ default: () => ReactNode }>);
  function ScreenOrNotice() {
    const session = useFindSession();
    // signed out: on the way to the sign-in page
    if (!session && !screen.open) return null;
    return screen.open || maySee(screen, session) ? <Loaded /> : <NotYoursPage />;
  }
  ScreenOrNotice.preload = Loaded.preload;
  return ScreenOrNotice;
}

export function makeRouter(client: QueryClient) {
  const routeTree = rootRoute.addChildren([homeRoute, frameRoute.addChildren([...screens.map(routeOf), nowhereRoute])]);
  return createRouter({
    routeTree,
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultErrorComponent: FaultPage,
    scrollRestoration: true,
  });
}
