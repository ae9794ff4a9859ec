/**
 * 签名: SSH signatures of data/summary.json, made and checked by `ssh-keygen -Y`, in a namespace of our own, so that a
 * signature that was made for anything else says nothing here. The sums name the rows by checksum: both are signed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const NAMESPACE = 'rectification-ledger-summary';

/** The signature of `text` by the private key in the file `key`; undefined where ssh-keygen does not give one. */
export function signatureMade(text: string | Uint8Array, key: string): Uint8Array | undefined {
  return inScratch((dir) => {
    const file = join(dir, 'summary.json');
    writeFileSync(file, text);
    const run = keygen(['-Y', 'sign', '-q', '-f', key, '-n', NAMESPACE, file], '');
    return run.status === 0 ? readFileSync(`${file}.sig`) : undefined;
  });
}

/** True where `signature` is one of `text` by the public key `key`. Throws where ssh-keygen is not there or does not end. */
export function isSignatureValid(text: Uint8Array, signature: Uint8Array, key: string): boolean {
  return inScratch((dir) => {
    const [allowed, sig] = [join(dir, 'allowed'), join(dir, 'sig')];
    writeFileSync(allowed, `child ${key}\n`);
    writeFileSync(sig, signature);
    const args = ['-Y', 'verify', '-q', '-f', allowed, '-I', 'child', '-n', NAMESPACE, '-s', sig];
    const run = keygen(args, text);
    // Without an answer nothing is known of the signature.
    if (run.error !== undefined) throw run.error;
    return run.status === 0;
  });
}

function keygen(args: readonly string[], input: string | Uint8Array) {
  return spawnSync('ssh-keygen', args, { input, timeout: 20_000 });
}

function inScratch<T>(work: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'signature-'));
  try {
    return work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
