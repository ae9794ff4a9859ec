/**
 * The one content security policy of all pages: nothing inline, nothing from elsewhere. 'wasm-unsafe-eval' lets the
 * search run its index. `connect`: the origins to which the internal site sends reports, beside its own.
 */
export function securityPolicy(connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
