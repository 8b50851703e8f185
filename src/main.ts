import 'reflect-metadata';
import { loadReferenceData } from '../seeds/reference';
import { createApp } from './app';
import { type Config, readConfig } from './config';
import { systemClock } from './kernel/clock';
import { demonstrate } from './ops/demonstration';
import { exitOnFailure } from './ops/exitOnFailure';
import { createHealth } from './ops/health';
import { requireKeyFiles } from './ops/keyFiles';
import { createHttpServer, listen, requireFreePort } from './ops/listener';
import { createLog, type Log, tell } from './ops/log';
import { asOwner, openConfigured } from './ops/open';
import { shutDownOnSignal } from './ops/shutdown';
import { tokenSecretFor } from './ops/tokenSecret';
import type { Database } from './store/database';
import { requireApplicationRole, requirePowerlessLogin } from './store/applicationRole';
import { migrateUp } from './store/migrate';

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel, systemClock);
  // What would stop the start anyway is said before anything is opened or loaded.
  await requireKeyFiles(config.issuers);
  await requireFreePort(config);
  const database = await openConfigured(config, log);
  try {
    await serve(config, database, log);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function serve(config: Config, database: Database, log: Log): Promise<void> {
  const { dataSource } = database;
  await asOwner(config, database, async (owner) => {
    const applied = await migrateUp(owner);
    if (applied.length > 0) log.info('database.migrated', { count: applied.length, latest: applied.at(-1) });
    await loadReferenceData(owner.dataSource);
  });
  await requireApplicationRole(dataSource);
  if (config.production && !config.allowOwnerLogin) await requirePowerlessLogin(dataSource);
  const tokenSecret = config.production ? undefined : tokenSecretFor(config);
  const app = await createApp({
    ...{ dataSource, issuers: config.issuers, tokenSecret, clock: systemClock, production: config.production },
    ...{ introspection: config.introspection, corsOrigins: config.corsOrigins, maxInFlight: config.maxInFlight },
    ...{ signInRefusals: config.signInRefusals, trustedProxies: config.trustedProxies },
    log: ({ event, ...details }) => log.error(event, details),
    onIssuerTrouble: (trouble) => log.warn('signIn.issuer.unreachable', { ...trouble }),
    onSlowedDown: (slowed) => log.warn('signIn.slowedDown', { ...slowed }),
  });
  const health = createHealth((sql) => dataSource.query(sql));
  const http = createHttpServer((req, res) => app.handle(req, res), health, log);
  shutDownOnSignal({ http, health, log, stopAnswering: () => app.stop(), closeDatabase: () => database.close() });
  const isDemonstration = config.demonstrationData && tokenSecret !== undefined;
  const greeting = isDemonstration
    ? await asOwner(config, database, ({ dataSource: owner }) =>
        demonstrate({ dataSource: owner, tokenSecret, clock: systemClock }),
      )
    : undefined;
  const port = await listen(http, config);
  log.info('service.started', { port, engine: database.engine, production: config.production });
  greeting?.(`http://localhost:${port}`).forEach(tell);
}

exitOnFailure(main());
