/** `npm run boundaries`: fails on any arrow that the house forbids, and when nothing could be read. */
import { cruise, houseFolder } from "./cruise.ts";

const { violations, read } = await cruise(houseFolder);
for (const { rule, from, to } of violations) process.stdout.write(`${rule}: ${from} -> ${to}\n`);
process.stdout.write(`${read} modules read, ${violations.length} forbidden arrows\n`);
process.exitCode = violations.length > 0 || read === 0 ? 1 : 0;
