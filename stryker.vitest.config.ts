/**
 * The tests that judge mutants: those of the pure rooms. Left out are what is slow and adds little (random phrases,
 * whole generated sets, LibreOffice) and what starts processes of its own.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{domain,review,intake,crafted}/**/*.test.ts'],
    exclude: [
      'tests/domain/docs.test.ts',
      'tests/domain/deadline-properties.test.ts',
      'tests/intake/{files,mutation}.test.ts',
      'tests/intake/sheet-back/{sent,clerks,cases}.test.ts',
    ],
    testTimeout: 60_000,
  },
});
