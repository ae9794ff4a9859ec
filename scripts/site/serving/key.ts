/** 一次启动的钥匙: a cookie that only the address shown at the start sets, so that no other page and no other user of the machine acts here. */
import type { Besides } from './static.ts';

/** The name of the cookie: ports of one machine share cookies. */
export function cookieOf(port: number): string {
  return `ledger-${String(port)}`;
}

/** Answers `/?key=…` with the cookie and the page without the key in its address. */
export function keySetter(key: string, port: number): Besides {
  return (request, response) => {
    if (request.method !== 'GET' || request.url !== `/?key=${key}`) return false;
    response.writeHead(303, {
      Location: '/index.html',
      'Set-Cookie': `${cookieOf(port)}=${key}; Path=/; HttpOnly; SameSite=Strict`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    });
    response.end();
    return true;
  };
}
