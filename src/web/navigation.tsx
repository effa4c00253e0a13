import { Link as RouterLink, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { AriaAttributes, ReactNode } from "react";

export type UrlValues = Readonly<Record<string, string>>;
type Changes = Readonly<Record<string, string | null | undefined>>;

export interface Target {
  /** "/households/$id" */
  readonly to: string;
  readonly params?: Record<string, string>;
  readonly search?: Record<string, string>;
}

const EXACT = { exact: true, includeSearch: false } as const;

/** Area and day stay in every address; see router.tsx. */
export function Link({ to, params, search, ...rest }: Target & AriaAttributes & { className?: string; tabIndex?: number; children: ReactNode; onClick?: () => void }) {
  return <RouterLink to={to} params={params as never} search={(search ?? {}) as never} activeOptions={EXACT} {...rest} />;
}

export const useParam = (name: string): string => {
  const value = (useParams({ strict: false }) as Record<string, string | undefined>)[name];
  if (value === undefined) throw new Error(`address without ${name}`);
  return value;
};

/** All values of the address, and a change of some of them (null or "" takes one away). */
export function useUrl(): { readonly values: UrlValues; readonly set: (changes: Changes, how?: "push" | "replace") => void } {
  const values = useSearch({ strict: false }) as UrlValues;
  const navigate = useNavigate();
  return {
    values,
    set: (changes, how = "push") =>
      void navigate({
        to: ".",
        search: ((before: Record<string, string>) => changed(before, changes)) as never,
        replace: how === "replace",
        resetScroll: false,
      }),
  };
}

export function useGo(): (target: Target) => void {
  const navigate = useNavigate();
  return ({ to, params, search }) => void navigate({ to, params: params as never, search: (search ?? {}) as never });
}

export function changed(before: UrlValues, changes: Changes): Record<string, string | undefined> {
  const next: Record<string, string | undefined> = { ...before };
  for (const [name, value] of Object.entries(changes)) next[name] = value === null || value === "" ? undefined : value;
  return next;
}

/** Addresses as people read them: every value is text, nothing is quoted. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(values: Record<string, unknown>): string {
  const shown = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const text = new URLSearchParams(shown.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text.replaceAll("%40", "@").replaceAll("%3A", ":").replaceAll("%2C", ",")}`;
}
