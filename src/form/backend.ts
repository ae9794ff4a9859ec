/** How the form reaches the repository. */
import type { Ledger } from '../schema/ledger.ts';

/** A way to the repository: a local proxy for trying, or the forge of site.yaml. */
export type FormBackend = { kind: 'local'; proxy: string } | { kind: 'forge' };

/** Decap's configuration of its backend. */
export function backendOf({ site }: Ledger, backend: FormBackend): Record<string, unknown> {
  const branch = site.forge?.branch ?? 'main';
  if (backend.kind === 'local') return { name: 'proxy', proxy_url: backend.proxy, branch };
  const { kind, repository, formApp, signIn } = site.forge ?? {};
  const address = site.forge?.address?.replace(/\/+$/u, '');
  const common = {
    branch,
    ...(repository === undefined ? {} : { repo: repository }),
    ...(formApp === undefined ? {} : { app_id: formApp }),
  };
  switch (kind) {
    case 'github':
      // On github.com the sign-in goes through a server of its own; `address` is an enterprise's own GitHub.
      return {
        name: 'github',
        ...common,
        ...(signIn === undefined ? {} : { base_url: signIn.replace(/\/+$/u, '') }),
        ...(address === undefined ? {} : { api_root: `${address}/api/v3` }),
      };
    case 'gitlab':
      return {
        name: 'gitlab',
        auth_type: 'pkce',
        ...common,
        ...(address === undefined ? {} : { base_url: address, api_root: `${address}/api/v4` }),
      };
    case 'gitea':
      // Decap's own `gitea` backend refuses the editorial workflow; `forgejo` serves both.
      return {
        name: 'forgejo',
        ...common,
        ...(address === undefined ? {} : { base_url: address, api_root: `${address}/api/v1` }),
      };
    case 'gitee':
    case 'bare':
    case undefined:
      // Nobody can sign in there from a page, and files.ts writes no form.
      return { name: 'proxy', proxy_url: 'http://127.0.0.1:8081/api/v1', branch };
    default:
      return kind satisfies never;
  }
}
