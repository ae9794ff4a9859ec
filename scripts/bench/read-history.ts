/** `node scripts/bench/read-history.ts FOLDER`: reads what the internal site asks Git of a ledger, and remembers it as that does. */
import { recordHistory } from '../../src/history/records.ts';
import { historyMemory } from '../program.ts';

const records = recordHistory(process.argv[2] ?? '', 'main', historyMemory());
console.log(String(records?.receipts.size ?? 0));
