import { readFileSync } from 'node:fs';
import type { Asked, Skeleton } from './skeleton.ts';

/** Whether it refuses nobody: one that does asks what a new event does not yet ask. */
const isForEveryone = (file: string): boolean => !/^acceptance:/m.test(readFileSync(file, 'utf8'));

/** A life event of one matter; `matter` is its code, by default one that stands in the catalogue. */
export function newEvent({ name, zh, en, matters }: Asked, matter?: string): Skeleton {
  const member = matter ?? [...matters.keys()].sort().find((code) => isForEveryone(matters.get(code) ?? ''));
  if (member === undefined || !matters.has(member)) {
    throw new Error(`There is no matter "${member ?? ''}": name one by --matter, or make a department first.`);
  }
  const file = `subgraphs/catalogue/data/life-events/${name}.yaml`;
  return {
    files: {
      [file]: `# yaml-language-server: $schema=../../../../schema/catalogue/life-event.schema.json
code: ${name}
region: "330381000000"
title: { zh: ${zh}一件事, en: ${en} }
audience: PERSON
members:
  # Where it is not for everyone: condition: { question: CODE, equals: true }; once for each of several: repeatedFor: ROLE
  - { matter: ${member} }
`,
    },
    next: [
      `Name its matters in ${file}, each with the condition under which it belongs to the event.`,
      'Questions, roles and document types that are new stand in files beside the others, then: npm run check && npm start',
    ],
  };
}
