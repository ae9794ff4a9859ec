/** The crowd of tests/git, with 200 reports. */
process.env['LEDGER_CROWD'] = '200';
await import('../git/crowd.test.ts');

export {};
