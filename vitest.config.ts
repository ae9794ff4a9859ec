/** The test projects; `npm test` runs them one by one (scripts/test.ts), `npx vitest --project unit` one of them. */
import { devNull } from 'node:os';
import { defineConfig } from 'vitest/config';

// No test may lean on the Git settings of the person who runs it: a fresh machine has none.
process.env['GIT_CONFIG_GLOBAL'] = devNull;
process.env['GIT_CONFIG_NOSYSTEM'] = '1';

/** Folders with a project of their own. */
const own = [
  'tests/domain/**',
  'tests/day/**',
  'tests/git/**',
  'tests/site/**',
  'tests/browser/**',
  'tests/long/**',
];

/** What looks whether anything moves or how soon it is, and the round that is timed whole, have the machine to themselves. */
const measuring = ['desk', 'site', 'visit'].map((name) => `tests/browser/${name}.test.ts`);

/**
 * The files of such a project share one process a core and its modules, which are read once and not once a file: half of
 * the time of small files. No file may leave behind what another could see: stubs and spies are taken away before each
 * test, and what a module remembers is found by the object or text it was asked about.
 */
const together = { isolate: false, restoreMocks: true, unstubEnvs: true, unstubGlobals: true };

export default defineConfig({
  test: {
    // Left alone, Vitest keeps a core free: on a machine of two it would use one.
    maxWorkers: '100%',
    // Tests marked concurrent drive a browser: one a core of a small machine.
    maxConcurrency: 2,
    projects: [
      {
        test: {
          ...together,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: own,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          // Apart from the unit tests, so that they run once and with their coverage measured.
          ...together,
          name: 'domain',
          include: ['tests/domain/**/*.test.ts', 'tests/day/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'git',
          include: ['tests/git/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          // By hand before a release (docs/releasing.md): needs the registry.
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          testTimeout: 1_200_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          exclude: ['tests/site/lighthouse.test.ts'],
          // One builds a site in volumes, several times over.
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: measuring,
          testTimeout: 240_000,
          hookTimeout: 300_000,
          // One clicks in a browser while another waits for a site to be built or for Git.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser-alone',
          include: measuring,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'lighthouse',
          include: ['tests/site/lighthouse.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
