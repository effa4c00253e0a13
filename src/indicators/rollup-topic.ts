/** Whoever writes a status or ends a household marks its hamlet with this topic in the dirty log. */
export const ROLLUP_TOPIC = "status";
