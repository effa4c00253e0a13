import type { NavGroup } from "../../screen.ts";
import classes from "./frame.module.css";

/** Drawn on a 20 × 20 grid with one line of 1.6. */
const PATHS: Readonly<Record<NavGroup | "more" | "search" | "place", string>> = {
  overview: "M3 3h6v6H3zM11 3h6v4h-6zM11 9h6v8h-6zM3 11h6v6H3z",
  households: "M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5M8.5 16v-4h3v4",
  poverty: "M4 3h12v14H4zM7 7h6M7 10.5h6M7 14h3",
  training: "M2 7.5 10 4l8 3.5-8 3.5zM5 9.5V14c3 2 7 2 10 0V9.5",
  jobs: "M3 7h14v9H3zM7.5 7V4.5h5V7M3 11h14",
  fairs: "M3 8 4.5 4h11L17 8M3 8v8h14V8M3 8h14M8 16v-4h4v4",
  migration: "M3 10h13M11.5 5.5 16 10l-4.5 4.5",
  enterprises: "M4 17V4h7v13M11 8h5v9M2.5 17h15M6.5 7h2M6.5 10h2M6.5 13h2",
  programmes: "M3 6h14v9H3zM10 8.2a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z",
  outreach: "M3 8v4h3l6 4V4L6 8zM15 8c1 1.2 1 2.8 0 4",
  livelihoods: "M10 17V9M10 9C10 6 7.5 4 4 4c0 3.5 2.5 5 6 5zM10 11c0-2.5 2.2-4 6-4 0 3-2.5 4.5-6 4.5",
  indicators: "M3 17h14M5 17v-5M9 17V8M13 17v-7M16 4 4 9",
  reports: "M5 3h7l4 4v10H5zM12 3v4h4M8 11h5M8 14h5",
  exchange: "M6 4v12M3 7l3-3 3 3M14 16V4M11 13l3 3 3-3",
  admin: "M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.5 1.5M13.5 13.5 15 15M15 5l-1.5 1.5M6.5 13.5 5 15",
  more: "M3 6h14M3 10h14M3 14h14",
  search: "M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM13 13l4 4",
  place: "M10 17c-3.5-4-5-6.3-5-8.5a5 5 0 0 1 10 0c0 2.2-1.5 4.5-5 8.5zM10 7a1.6 1.6 0 1 0 0 3.2A1.6 1.6 0 0 0 10 7z",
};

export function GroupIcon({ group }: { group: keyof typeof PATHS }) {
  return (
    <svg className={classes["icon"]} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={PATHS[group]} />
    </svg>
  );
}
