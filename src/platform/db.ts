import pg from "pg";
import { AppError } from "../kernel/error.ts";
import type { Config } from "./config.ts";
import "./pg-types.ts";
import { bootstrap, type LoadReference } from "./bootstrap.ts";
import { startEmbedded } from "./postgres/embedded.ts";

export interface Database {
  /** connections of the program's own role: it owns nothing and inherits nothing, each transaction takes on a tenant's role */
  readonly pool: pg.Pool;
  /** one connection as administrator: migrations, tenants, bulk demo set-up; close it when done */
  connectAdmin(): Promise<pg.Client>;
  close(): Promise<void>;
}

export const APP_ROLE = "sinhke_app";

function appUrl(adminUrl: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.toString();
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "sinhke" });
  try {
    await client.connect();
  } catch (cause) {
    throw new AppError("unavailable", "database.cannotConnect", { reason: (cause as Error).message });
  }
  return client;
}

/** Opens the database of an installation, brings roles and migrations up to date, and gives the pool of the app role. */
export async function openDatabase(config: Config, loadReference: LoadReference): Promise<Database> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.data, config.keys.databasePassword);
  const adminUrl = config.databaseUrl ?? embedded!.url;
  try {
    const admin = await connect(adminUrl);
    try {
      await bootstrap(admin, config.keys.appPassword, loadReference);
    } finally {
      await admin.end();
    }
  } catch (cause) {
    await embedded?.close();
    throw cause;
  }
  const pool = new pg.Pool({ connectionString: appUrl(adminUrl, config.keys.appPassword), max: 10, application_name: "sinhke" });
  pool.on("error", () => undefined); // an idle connection lost is replaced at its next use
  return {
    pool,
    connectAdmin: () => connect(adminUrl),
    async close() {
      await pool.end();
      await embedded?.close();
    },
  };
}
