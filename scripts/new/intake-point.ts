import { randomBytes } from 'node:crypto';
import { spokenCode } from '../../subgraphs/language/spoken-code.ts';
import type { Asked, Skeleton } from './skeleton.ts';

/** A code to be put up somewhere, at a place of its own; `matter` is what it is about, by default nothing in particular. */
export function newIntakePoint({ name, zh, en, matters }: Asked, matter?: string): Skeleton {
  if (matter !== undefined && !matters.has(matter)) throw new Error(`There is no matter "${matter}".`);
  const file = `subgraphs/catalogue/data/intake-points/${name}.yaml`;
  // By chance: nobody comes in by the code of another wall because a number was read wrongly.
  const code = spokenCode(randomBytes(8), { groups: 2, groupLength: 4 });
  return {
    files: {
      [file]: `# yaml-language-server: $schema=../../../../schema/catalogue/intake-points.schema.json
places:
  - code: ${name}
    name: { zh: ${zh}, en: ${en} }
    region: "330381000000"
points:
  - code: ${code}
    name: { zh: ${zh}, en: ${en} }
    place: ${name}
    kind: hard-case
${matter === undefined ? '    # What it is about, where that is one thing: matter: CODE, or department: CODE\n' : `    matter: "${matter}"\n`}`,
    },
    next: [
      `Say in ${file} where it hangs, what kind of appeals come in by it, and what they are about.`,
      'npm run check && npm start',
      `Print a QR code of the address of your page with ${code} in it, and the code itself below: intakePoint(code: "${code}") says what whoever scans it need not say.`,
    ],
  };
}
