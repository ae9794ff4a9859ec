/** 送到哪里: what a page's sender is told of the place of the ledger, and what the page must be let connect to. */
import type { Audience } from '../../schema/field.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { type Forge, forgeAddress, forgeHomes } from '../../text/forge-address.ts';
import type { ForgeSettings, SenderSettings } from '../send/settings.ts';

export interface FormPlace {
  /** Undefined where nothing can be sent from a page: then the sheets are the way. */
  settings: SenderSettings | undefined;
  /** Origins beside the page's own, for `connect-src` of its policy. */
  connect: readonly string[];
}

/**
 * The place of a ledger: the office's own server at `endpoint`, where the pages are served by it, else the forge that the
 * settings name.
 */
export function senderSettings(
  { site }: Pick<Ledger, 'site'>,
  { endpoint }: { endpoint?: string | undefined } = {},
): FormPlace {
  if (endpoint !== undefined)
    return { settings: { kind: 'endpoint', address: endpoint }, connect: [] };
  const settings = site.forge && forgeSettings(site.forge);
  if (settings === undefined) return { settings: undefined, connect: [] };
  const origins = [settings.api, ...(settings.oauth ? [settings.oauth.token] : [])].map(
    (one) => new URL(one).origin,
  );
  return { settings, connect: [...new Set(origins)] };
}

/** How the interface of a forge is asked; undefined where it has none. */
export function forgeSettings(forge: Forge): ForgeSettings | undefined {
  const { kind, repository, branch, folder = 'content', formApp, signIn } = forge;
  const address = forgeAddress(forge);
  if (kind === 'bare' || repository === undefined || address === undefined) return undefined;
  const { name, api, authorize, token, scope, typed } = places[kind](address);
  // GitHub and Gitee change a code for a token only with a secret, which a page cannot keep.
  const exchange = signIn ?? token;
  return {
    kind,
    name,
    api,
    repository,
    branch,
    folder: folder === '.' ? '' : `${folder}/`,
    ...(formApp === undefined || exchange === undefined
      ? {}
      : { oauth: { authorize, token: exchange, client: formApp, scope } }),
    token: typed,
  };
}

/** The place that the pages of a site are told; nowhere from the public site. */
export function placeShown(
  { audience, ledger }: { audience: Audience; ledger: Pick<Ledger, 'site'> },
  endpoint: string | undefined,
): FormPlace {
  return audience === 'internal'
    ? senderSettings(ledger, { endpoint })
    : { settings: undefined, connect: [] };
}

interface Place {
  name: string;
  api: string;
  authorize: string;
  /** Undefined where only a relay can change a code. */
  token: string | undefined;
  scope: string;
  typed: ForgeSettings['token'];
}

/** By the address of the forge, without a slash at its end. */
const places: Readonly<Record<ForgeSettings['kind'], (address: string) => Place>> = {
  gitea: (address) => ({
    name: '存放台账的服务器',
    api: `${address}/api/v1`,
    authorize: `${address}/login/oauth/authorize`,
    token: `${address}/login/oauth/access_token`,
    scope: 'read:user write:repository',
    typed: {
      words:
        '点右上角的头像，再点“设置”“应用”；在“生成新的令牌”下面填名称“台账”，展开“选择权限”，“repository”选“读写”，“user”选“读取”，其余不动，点“生成令牌”',
      address: `${address}/user/settings/applications`,
    },
  }),
  gitlab: (address) => ({
    name: 'GitLab',
    api: `${address}/api/v4`,
    authorize: `${address}/oauth/authorize`,
    token: `${address}/oauth/token`,
    scope: 'api',
    typed: {
      words:
        '点“Add new token”（中文界面是“添加新令牌”），名称填“台账”，范围只勾“api”，点“Create token”（“创建令牌”）',
      address: `${address}/-/user_settings/personal_access_tokens`,
    },
  }),
  github: (address) => ({
    name: 'GitHub',
    // An enterprise's own GitHub has its interface below its address.
    api: address === forgeHomes.github ? 'https://api.github.com' : `${address}/api/v3`,
    authorize: `${address}/login/oauth/authorize`,
    token: undefined,
    scope: 'repo',
    typed: {
      words:
        '在“Token name”填名称“台账”；在“Repository access”点“Only select repositories”，选台账；在“Permissions”里把“Contents”和“Pull requests”选为“Read and write”，点“Generate token”',
      address: `${address}/settings/personal-access-tokens/new`,
    },
  }),
  gitee: (address) => ({
    name: 'Gitee',
    api: `${address}/api/v5`,
    authorize: `${address}/oauth/authorize`,
    token: undefined,
    scope: 'user_info projects pull_requests',
    typed: {
      words: '点“生成新令牌”，描述填“台账”，权限勾“user_info”“projects”“pull_requests”，点“提交”',
      address: `${address}/profile/personal_access_tokens`,
    },
  }),
};
