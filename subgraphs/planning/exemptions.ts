import type { LegalBasis, Requirement, Source } from './types.ts';

type Exempt = Pick<Requirement, 'exemptions'>;

/** On what basis a row is asked for nothing at all (免提交); null: it is asked for. */
export function waivedBy({ exemptions }: Exempt): LegalBasis | null {
  return exemptions?.find(({ sources }) => sources === null)?.legalBasis ?? null;
}

/** Whether a source may meet the row. Where its department says nothing of exemptions, whatever serves the document type may. */
export function mayServe({ exemptions }: Exempt, source: Source): boolean {
  return exemptions == null || exemptions.some(({ sources }) => sources?.some(({ code }) => code === source.code));
}

/** On what basis a source meets the row; null: its department does not say. */
export function servedBy({ exemptions }: Exempt, source: string | null): LegalBasis | null {
  return exemptions?.find(({ sources }) => sources?.some(({ code }) => code === source))?.legalBasis ?? null;
}
