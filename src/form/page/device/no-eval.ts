/** Before any schema is made: the policy of the pages lets nothing be evaluated, and Zod must not even try. */
import * as z from 'zod';

z.config({ jitless: true });
