/** 交给浏览器的文件: evidence to look at, papers to save; what a browser could run is never shown. */
import type { ServerResponse } from 'node:http';
import { endpointRefusal, sendJson } from '../serving/endpoint.ts';
import type { PaperDesk } from './paper-desk.ts';
import type { WaitingDesk } from './waiting-desk.ts';

/** By their first bytes, whatever the name says: only what no browser can run is shown. */
const shown: readonly (readonly [type: string, begin: string])[] = [
  ['image/png', '89504e47'],
  ['image/jpeg', 'ffd8ff'],
  ['image/gif', '47494638'],
  ['application/pdf', '255044462d'],
];

/** Evidence: shown where it is a picture or a PDF, led to where it is a link, else a file to save. */
export function showEvidence(
  response: ServerResponse,
  found: ReturnType<WaitingDesk['open']>,
): void {
  if (found === undefined) {
    sendJson(response, 404, endpointRefusal(404, 'refused', '没有这件佐证，或报送已经办了。'));
    return;
  }
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if ('link' in found) {
    response.writeHead(303, { Location: new URL(found.link).href }).end();
    return;
  }
  const begin = found.bytes.subarray(0, 8).toString('hex');
  const isWebp = /^52494646.{8}57454250/u.test(found.bytes.subarray(0, 12).toString('hex'));
  const type = isWebp ? 'image/webp' : shown.find(([, sign]) => begin.startsWith(sign))?.[0];
  response.writeHead(200, {
    'Content-Type': type ?? 'application/octet-stream',
    'Content-Length': found.bytes.length,
    ...(type === undefined ? { 'Content-Disposition': 'attachment' } : {}),
    ...(type === 'application/pdf'
      ? {}
      : { 'Content-Security-Policy': "default-src 'none'; sandbox" }),
  });
  response.end(found.bytes);
}

/** A paper as a file to save. */
export function givePaper(response: ServerResponse, found: ReturnType<PaperDesk['open']>): void {
  if (found === undefined) {
    sendJson(response, 404, endpointRefusal(404, 'refused', '这份文稿不在了：再做一次。'));
    return;
  }
  const { name, bytes } = found;
  response.writeHead(200, {
    // The picture of a group, painted by the program itself, is shown by the desk's page; opened by itself it is saved.
    'Content-Type': name.endsWith('.svg') ? 'image/svg+xml' : 'application/octet-stream',
    'Content-Length': bytes.length,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store',
  });
  response.end(bytes);
}
