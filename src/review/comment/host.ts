/** 内部地址: hosts that mean something else to everybody who clicks, or that hand out the secrets of a machine. */
import { isIP } from 'node:net';
import { mayConnect } from '../../probe/private-network.ts';

const INSIDE =
  /\.(?:local|localhost|internal|intranet|private|localdomain|lan|home|corp|arpa|test|onion)$/u;

/** True for the host of a URL that no comment should lead to: private, local and metadata addresses, names without a point. */
export function isInnerHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/gu, '')
    .replace(/\.+$/u, '')
    .toLowerCase();
  if (isIP(host) !== 0) return !mayConnect(host, false);
  return !host.includes('.') || INSIDE.test(host);
}
