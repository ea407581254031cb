import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const localized = z.strictObject({ zh: z.string(), en: z.string() });
const bound = z.strictObject({ months: z.int().positive(), basis: localized });
const kind = z
  .strictObject({ what: localized, months: z.int().positive(), minimum: bound, maximum: bound })
  .refine(({ months, minimum, maximum }) => minimum.months <= months && months <= maximum.months);
const file = z.strictObject({
  kinds: z.strictObject({
    content: kind,
    requests: kind,
    accesses: kind,
    licences: kind,
    appeals: kind,
    appointments: kind,
    supervision: kind,
    offers: kind,
  }),
  shown: z.strictObject({ what: localized, hours: z.int().positive(), basis: localized }),
  kept: z.record(z.string(), z.strictObject({ what: localized, basis: localized })),
});

export type RetentionLaw = z.infer<typeof file>;
export type RetainedKind = keyof RetentionLaw['kinds'];
/** Months after the end of a submission, of a licence after its last day, of an appeal after it was closed, of a number after its day, of words on offers after the last of them, of what belongs to neither after it was written. */
export type Retention = Readonly<Record<RetainedKind, number>>;

/** What the law says of keeping. Throws where the file is not of its form, or a default is out of its bounds. */
export function readRetentionLaw(): RetentionLaw {
  return file.parse(parse(readFileSync(new URL('./retention.yaml', import.meta.url), 'utf8')));
}

export function defaultRetention(): Retention {
  const { content, requests, accesses, licences, appeals, appointments, supervision, offers } =
    readRetentionLaw().kinds;
  return {
    ...{ content: content.months, requests: requests.months, accesses: accesses.months },
    ...{ licences: licences.months, appeals: appeals.months },
    ...{ appointments: appointments.months, supervision: supervision.months },
    offers: offers.months,
  };
}

/** How long what a citizen was shown of evidence is kept unless they submit it, in milliseconds. */
export function shownForMs(): number {
  return readRetentionLaw().shown.hours * 3_600_000;
}
