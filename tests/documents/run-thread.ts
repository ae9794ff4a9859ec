/** The thread of run.ts: runs commands as scripts/ledger.ts does, one after the other, and keeps what they say. */
import type { MessagePort } from 'node:worker_threads';
import { workerData } from 'node:worker_threads';
import { main } from '../../scripts/main.ts';
import type { Asked, Ran } from './ran.ts';

const { port, ended } = workerData as { port: MessagePort; ended: Int32Array<SharedArrayBuffer> };

/** What is written to a stream while a command runs. */
function keep(stream: NodeJS.WriteStream): Buffer[] {
  const kept: Buffer[] = [];
  stream.write = (chunk: string | Uint8Array, ...more: unknown[]): boolean => {
    kept.push(Buffer.from(chunk as string));
    const written = more.find((one) => typeof one === 'function');
    if (typeof written === 'function') process.nextTick(written);
    return true;
  };
  return kept;
}

async function run({ args, env }: Asked): Promise<Ran> {
  for (const name of Object.keys(process.env))
    if (env[name] === undefined) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, env);
  process.exitCode = undefined;
  const [out, err] = [keep(process.stdout), keep(process.stderr)];
  const code = await main(args);
  return {
    code,
    out: Buffer.concat(out).toString('utf8'),
    err: Buffer.concat(err).toString('utf8'),
  };
}

port.on('message', (asked: Asked) => {
  void run(asked)
    .catch((error: unknown): Ran => ({ code: null, out: '', err: String(error) }))
    .then((ran) => {
      port.postMessage(ran);
      Atomics.store(ended, 0, 1);
      Atomics.notify(ended, 0);
    });
});
