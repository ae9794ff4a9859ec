/**
 * Before Zod is fetched: the policy of the pages lets nothing be evaluated, and Zod must not even try. It is where Zod looks
 * for its settings (zod/v4/core/core.js), so that Zod itself need not come with the page.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
