/** How the commands tell src/site.ts which site to render: by the environment, which it reads once. */
import type { Audience } from '../../../src/schema/field.ts';
import { historyMemory } from '../../program.ts';

export interface SiteSetting {
  /** The ledger's folder, absolute. */
  content: string;
  audience: Audience;
  /** YYYY-MM-DD; undefined for the ledger's own day. */
  asOf: string | undefined;
  /** Where the pages hand in on the server that serves them; undefined for the forge of the settings. */
  endpoint?: string | undefined;
}

export function setSite({ content, audience, asOf, endpoint }: SiteSetting): void {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['LEDGER_CONTENT'] = content;
  process.env['LEDGER_AUDIENCE'] = audience;
  const memory = historyMemory();
  if (memory !== undefined) process.env['LEDGER_HISTORY'] = memory;
  if (asOf !== undefined) process.env['LEDGER_AS_OF'] = asOf;
  if (endpoint !== undefined) process.env['LEDGER_ENDPOINT'] = endpoint;
}
