import { z } from 'zod';
import type { EvidenceRequestInput } from '../../schema/generated/departments.ts';
import { type DepartmentRow, doorPrefix } from '../../schema/registry.ts';
import { bornOn, type KnownPerson } from '../language/held-licence.ts';
import { createAskPart } from '../runtime/ask-part.ts';
import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';
import type { PolicyRules } from './domain/rules.ts';
import type { SourceInquiry } from './domain/tellers.ts';

/** What a source says: the entries of a document, `null` where it has none; `OUT`: it does not answer, or cannot yet. */
export type Provided = { readonly data: unknown } | null | 'OUT';
/** Asks the department of a source for a document of somebody, as whoever applied asks. `id`: tells the request from others in both sides' logs. */
export type AskSource = (
  inquiry: SourceInquiry,
  applicant: KnownPerson,
  sources: PolicyRules['sources'],
  id: string,
) => Promise<Provided>;

const longestData = 20_000;
const provided = z.object({
  outcome: z.enum(['FOUND', 'NOT_FOUND', 'NOT_MATCHED', 'REFUSED', 'LATER']),
  data: z
    .unknown()
    .refine((data) => JSON.stringify(data ?? null).length <= longestData)
    .optional(),
  expiresOn: z.iso.date().nullish(),
});
const told = (person: KnownPerson) => ({ ...person, bornOn: bornOn(person) });

export function createAskSource(
  departments: ReadonlyArray<Pick<DepartmentRow, 'code' | 'type'>>,
  doors: Doors,
  service: Identity,
  log: Log,
  today: () => string,
): AskSource {
  return async ({ source, documentType, person, policy }, applicant, sources, id) => {
    const provider = sources.find(({ code }) => code === source)?.provider;
    const row = departments.find(({ code }) => code === provider);
    // One that is in no registry has nothing.
    if (!row) return null;
    const request: EvidenceRequestInput = {
      ...{ id, source, documentType, spec: null, matter: policy },
      ...{ parties: [told(person)], applicant: told(applicant) },
    };
    const field = `${doorPrefix(row.type)}Provide`;
    const said = await createAskPart(doors, row.code, service, log)(
      `query ($request: EvidenceRequestInput!) { ${field}(request: $request) { outcome data expiresOn } }`,
      { request },
      field,
      provided.nullable(),
    );
    if (said === 'OUT' || said?.outcome === 'LATER') return 'OUT';
    if (said?.outcome !== 'FOUND' || (said.expiresOn != null && said.expiresOn < today())) return null;
    return { data: said.data };
  };
}
