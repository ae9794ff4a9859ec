/** Lighthouse scores of a page, in a browser of its own. */
import { createServer, type AddressInfo } from 'node:net';
import lighthouse from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';
import { launchChromium } from '../browser/chromium.ts';

const others = ['accessibility', 'best-practices', 'seo'] as const;

export interface Scores {
  /** The median of the runs, of which there are three to nine; all scores are from 0 to 100. */
  performance: number;
  accessibility: number;
  'best-practices': number;
  seo: number;
  /** What cost points: audits below 0.9. */
  lost: string[];
  /** Lighthouse's measure of this machine, about 1500 for a fast desk and 400 for a common phone. */
  machine: number;
}

/** A browser that Lighthouse can drive; `close` it. */
export async function openLighthouse(): Promise<{
  scoresOf(url: string, least?: number): Promise<Scores>;
  close(): Promise<void>;
}> {
  const port = await freePort();
  const browser = await launchChromium([`--remote-debugging-port=${String(port)}`]);
  return {
    scoresOf: (url, least = 0) => scoresOf(url, port, least),
    close: () => browser.close(),
  };
}

/** Of three runs the median; below `least` two more at a time, up to nine: three are few where other things run too. */
async function scoresOf(url: string, port: number, least: number): Promise<Scores> {
  const first = await run(url, port, others, 1);
  const slowdown = slowdownFor(first.machine);
  const performance: number[] = [];
  const lost = first.lost;
  const median = (): number =>
    performance.toSorted((one, other) => one - other)[Math.floor(performance.length / 2)] ?? 0;
  while (
    performance.length < 3 ||
    (performance.length < 9 && median() < least) ||
    performance.length % 2 === 0
  ) {
    const next = await run(url, port, ['performance'], slowdown);
    performance.push(next.score('performance'));
    lost.push(...next.lost);
  }
  return {
    performance: median(),
    accessibility: first.score('accessibility'),
    'best-practices': first.score('best-practices'),
    seo: first.score('seo'),
    lost: [...new Set(lost)],
    machine: first.machine,
  };
}

/**
 * How much slower than this machine a common phone is. Lighthouse's own 4 holds for a fast desk; a slow or busy machine
 * needs less to be as slow as a phone (docs/throttling.md of Lighthouse).
 */
function slowdownFor(machine: number): number {
  return Math.min(4, Math.max(1, machine / 375));
}

async function run(url: string, port: number, onlyCategories: readonly string[], slowdown: number) {
  const result = await lighthouse(url, {
    port,
    onlyCategories: [...onlyCategories],
    output: 'json',
    logLevel: 'error',
    throttling: { ...throttling.mobileSlow4G, cpuSlowdownMultiplier: slowdown },
  });
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}`);
  const { categories, audits, environment, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
  const weighed = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id]),
  );
  return {
    machine: environment.benchmarkIndex,
    score: (category: string) => Math.round((categories[category]?.score ?? 0) * 100),
    lost: weighed.flatMap((audit) =>
      audit === undefined || audit.score === null || audit.score >= 0.9
        ? []
        : [`${audit.id} ${String(audit.score)} ${audit.displayValue ?? ''}`.trim()],
    ),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
