/**
 * 把关: what a request must be before anything is looked up for it. Browsers of the same machine can be made to ask by
 * any page that is open in them: only GET and HEAD, only hosts that we are called by, only plain paths.
 */
import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';

/** Longest address that is looked at, in characters. */
const LONGEST = 2048;

/** A request that is refused: the status, the words, and a header that goes with it. */
export interface RequestRefusal {
  readonly status: number;
  readonly words: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The names under which a server that listens on `address` may be asked; `names` are those of whoever started it. */
export function hostsOf(address: string, names: readonly string[]): ReadonlySet<string> {
  const everywhere = address === '0.0.0.0' || address === '::';
  // An address in figures cannot be turned to another machine, a name can: of names only ours are taken.
  const own = everywhere
    ? Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map((one) => one.address))
    : [address];
  return new Set(
    ['localhost', '127.0.0.1', '::1', ...own, ...names].map((name) =>
      inBrackets(name.toLowerCase()),
    ),
  );
}

function inBrackets(name: string): string {
  return name.includes(':') && !name.startsWith('[') ? `[${name}]` : name;
}

/** What is wrong with the way a request is made, or undefined. */
export function refusalOf(
  request: IncomingMessage,
  hosts: ReadonlySet<string>,
): RequestRefusal | undefined {
  const { method = '', url = '', headers } = request;
  if (!isOurHost(request, hosts))
    return { status: 421, words: '这台服务器不叫这个名字；用启动时显示的地址打开' };
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, words: '这里只能看，不能写', headers: { allow: 'GET, HEAD' } };
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)
    return { status: 400, words: '请求带有内容' };
  if (url.length > LONGEST) return { status: 414, words: '地址太长' };
  return undefined;
}

/** True where the request names one host, and it is ours. */
export function isOurHost(
  { rawHeaders, headers }: IncomingMessage,
  hosts: ReadonlySet<string>,
): boolean {
  const named = rawHeaders.filter((name, index) => index % 2 === 0 && /^host$/iu.test(name));
  const match = /^(\[[0-9a-f:.]+\]|[\p{L}\p{N}._-]+)(?::\d{1,5})?$/iu.exec(headers.host ?? '');
  return named.length === 1 && match !== null && hosts.has((match[1] ?? '').toLowerCase());
}

/** The folders and the file that an address names, or undefined where it names none that a site could have. */
export function segmentsOf(url: string): string[] | 'malformed' | undefined {
  const [path = ''] = url.split('?');
  if (!path.startsWith('/')) return 'malformed';
  const segments: string[] = [];
  for (const part of path.slice(1).split('/')) {
    let name: string;
    try {
      name = decodeURIComponent(part);
    } catch {
      return 'malformed';
    }
    if (/[\u0000-\u001f\u007f/\\:#]/u.test(name)) return 'malformed';
    segments.push(name);
  }
  const inner = segments.slice(0, -1);
  if (inner.includes('') || segments.some((name) => name.startsWith('.'))) return undefined;
  return segments;
}

/** The part of a file that is asked for, first and last byte; undefined for the whole of it. */
export type ByteRange =
  { readonly first: number; readonly last: number } | 'unsatisfiable' | undefined;

/**
 * Reads a Range header (RFC 9110, 14.2). What is no range, a range that ends before it begins, and several ranges are
 * answered with the whole file, as the standard says or allows.
 */
export function byteRange(range: string | undefined, size: number): ByteRange {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/iu.exec(range ?? '');
  if (match === null) return undefined;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 };
  }
  const [first, last] = [Number(from), to === '' ? size - 1 : Number(to)];
  if (to !== '' && last < first) return undefined;
  return first >= size ? 'unsatisfiable' : { first, last: Math.min(last, size - 1) };
}
