import { createTheme, type CSSVariablesResolver } from "@mantine/core";

/** One accent, a deep blue-green; greys are neutral; amber and red are kept for "late" and "refused". */
export const theme = createTheme({
  fontFamily: '"Be Vietnam Pro", system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 4,
  respectReducedMotion: true,
  cursorType: "pointer",
  focusRing: "auto",
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  lineHeights: { xs: "1.5", sm: "1.5", md: "1.55", lg: "1.55", xl: "1.5" },
  colors: {
    accent: ["#eaf4f4", "#d3e6e6", "#a5cccc", "#75b1b2", "#4e9a9b", "#33878a", "#1f7276", "#0f5e62", "#0b4c50", "#073a3d"],
  },
});

/** Mantine's faint texts and borders of fields are too faint for AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#545c63",
    "--mantine-color-placeholder": "#646c74",
    "--mantine-color-error": "#a61b1b",
    "--mantine-color-text": "#17211f",
    "--mantine-color-default-border": "#848e8d",
  },
  dark: {
    "--mantine-color-dimmed": "#a9b1b5",
    "--mantine-color-placeholder": "#9aa2a6",
    "--mantine-color-error": "#ff9c94",
    "--mantine-color-body": "#15191a",
    "--mantine-color-text": "#e3e8e7",
    "--mantine-color-default-border": "#6d787a",
  },
});
