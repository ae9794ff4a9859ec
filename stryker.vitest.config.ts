/**
 * The tests that judge mutants: those of the pure rooms. Left out are what is slow and adds little (random phrases,
 * whole generated sets, LibreOffice) and what starts processes of its own.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A part is judged by its own tests alone where MUTANT_TESTS says so.
    include: [process.env['MUTANT_TESTS'] ?? 'tests/{domain,review,intake,crafted}/**/*.test.ts'],
    exclude: [
      'tests/domain/docs.test.ts',
      'tests/domain/deadline-properties.test.ts',
      'tests/intake/{files,mutation}.test.ts',
      'tests/intake/sheet-back/{sent,clerks,cases}.test.ts',
    ],
    testTimeout: 60_000,
  },
});
