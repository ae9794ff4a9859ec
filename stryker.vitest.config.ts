/** The tests that judge mutants of src/domain. Random phrases and subprocesses are left out: slow, and they add little. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/domain/**/*.test.ts'],
    exclude: ['tests/domain/docs.test.ts', 'tests/domain/deadline-properties.test.ts'],
    testTimeout: 60_000,
  },
});
