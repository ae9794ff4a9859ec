/** The ledger that is being looked at goes away and comes back, in front of a real server and its watcher. */
import { appendFileSync, cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createViteServer } from 'vitest/node';
import { watchedLedger } from '../../../../scripts/site/rendering/watch.ts';
import { scratch } from '../../../documents/run.ts';

test('看着的台账文件夹不见了：说一句，开发的网站还在，放回去接着显示', async () => {
  const root = scratch();
  const content = join(root, '台账');
  cpSync('tests/fixtures/shili', content, { recursive: true });
  vi.stubEnv('LEDGER_CONTENT', content);
  onTestFinished(() => void vi.unstubAllEnvs());
  const server = await createViteServer({
    configFile: false,
    root,
    server: { middlewareMode: true, ws: false },
  });
  onTestFinished(() => server.close());
  const said: string[] = [];
  vi.spyOn(server.config.logger, 'error').mockImplementation((line) => void said.push(line));
  const sent = vi.spyOn(server.ws, 'send');
  const isReloaded = (): boolean =>
    sent.mock.calls.some(([what]) => JSON.stringify(what).includes('full-reload'));
  const patience = { timeout: 50_000, interval: 200 };
  const setup = watchedLedger().hooks['astro:server:setup'];
  await setup?.({ server } as unknown as Parameters<typeof setup>[0]);
  // Looking through a folder takes the watcher a while.
  await vi.waitUntil(() => {
    appendFileSync(join(content, 'site.yaml'), '# x\n');
    return isReloaded();
  }, patience);
  renameSync(content, `${content}-移走`);
  await vi.waitUntil(() => said.length > 0, patience);
  expect(said.at(-1)).toMatch(/台账读不出来（.*把文件夹放回去/u);
  // A thousand files have gone and come: the ledger is read a few times, not a thousand.
  await new Promise((done) => setTimeout(done, 1000));
  expect(said.length).toBeLessThan(20);
  sent.mockClear();
  renameSync(`${content}-移走`, content);
  await vi.waitUntil(() => {
    appendFileSync(join(content, 'site.yaml'), '# x\n');
    return isReloaded();
  }, patience);
  await new Promise((done) => setTimeout(done, 1000));
  expect(sent.mock.calls.length).toBeLessThan(20);
});
