import pg from "pg";

const LOCK = 7310001;
/** The database that every server has and no installation lies in. */
const MEETING_PLACE = "postgres";

/**
 * One process at a time on the whole server. Roles and their memberships are shared by all databases of a server, an advisory lock holds
 * within one database only: two installations set up at once would change the same rows ("tuple concurrently updated"). So the lock is
 * taken in the maintenance database, where all of them meet. Where that one cannot be entered, in the own one.
 */
export async function withServerLock<T>(admin: pg.Client, work: () => Promise<T>): Promise<T> {
  const meeting = await enter(admin);
  const holder = meeting ?? admin;
  try {
    await holder.query("select pg_advisory_lock($1)", [LOCK]);
    try {
      return await work();
    } finally {
      await holder.query("select pg_advisory_unlock($1)", [LOCK]);
    }
  } finally {
    await meeting?.end();
  }
}

async function enter({ host, port, user, password, ssl }: pg.Client): Promise<pg.Client | undefined> {
  const meeting = new pg.Client({ host, port, user, password, ssl, database: MEETING_PLACE, application_name: "sinhke set-up" });
  meeting.on("error", () => undefined); // a lost connection gives the lock back; the work fails or succeeds by its own connection
  try {
    await meeting.connect();
    return meeting;
  } catch {
    return undefined;
  }
}
