import type { Finding } from '../../subgraphs/publishing/finding.ts';
import { findBreakingChanges } from './breaking.ts';
import { findOperationErrors, registeredOperations } from './operations.ts';
import { coordinatesUsed, type KnownOperation } from './recorded.ts';

/** What clients are known to send: what is registered, and what was recorded, where it was. */
export interface Evidence {
  readonly operations: ReadonlyArray<KnownOperation>;
  readonly isRecorded: boolean;
}

export function evidenceOf(recorded: ReadonlyArray<KnownOperation> | undefined): Evidence {
  const registered = registeredOperations().map((source) => ({ source }));
  return { operations: [...registered, ...(recorded ?? [])], isRecorded: recorded !== undefined };
}

/** A breaking change that no operation uses is a note, where it was recorded what clients send; where it was not, nobody can say so. */
export async function breakingWithEvidence(
  published: string,
  api: string,
  { operations, isRecorded }: Evidence,
): Promise<ReadonlyArray<Finding>> {
  const changes = await findBreakingChanges(published, api);
  if (changes.length === 0) return [];
  const used = coordinatesUsed(published, operations);
  return changes.map((finding) => {
    const users = used.get(finding.part) ?? [];
    if (users.length > 0) {
      const names = users.slice(0, 5).map(told).join('; ') + (users.length > 5 ? ` … ${users.length}` : '');
      return said(finding, 'ERROR', `使用它的操作：${names}。`, `Used by ${names}.`);
    }
    return isRecorded
      ? said(finding, 'INFO', '登记和记录的操作都不使用它。', 'No registered or recorded operation uses it.')
      : said(
          finding,
          'ERROR',
          '没有操作记录（--operations），无法知道是否有客户端使用。',
          'No operations were recorded (--operations): nobody can say that no client uses it.',
        );
  });
}

const said = (finding: Finding, severity: Finding['severity'], zh: string, en: string): Finding => ({
  ...finding,
  severity,
  message: { zh: `${finding.message.zh}。${zh}`, en: `${finding.message.en} ${en}` },
});

const told = ({ source, client, lastUsed }: KnownOperation): string =>
  [source.name, ...(client ? [client] : []), ...(lastUsed ? [lastUsedOn(lastUsed)] : [])].join(', ');

/** In these words fingerprints leave it out: by tomorrow it is another day, and the finding is the same. */
const lastUsedOn = (day: string): string => `last used ${day}`;

/** Those that hold in what is published and would not any more; what is broken already is nobody's doing here. */
export function failing(
  published: string,
  api: string,
  operations: ReadonlyArray<KnownOperation>,
): ReadonlyArray<Finding> {
  const sources = operations.map(({ source }) => source);
  const before = new Set(findOperationErrors(published, sources).map(({ file }) => file));
  const holding = operations.filter(({ source }) => !before.has(source.name));
  const byFile = new Map(holding.map((operation) => [operation.source.name, operation]));
  return findOperationErrors(
    api,
    holding.map(({ source }) => source),
  ).map((finding) => {
    const { client, lastUsed } = byFile.get(finding.file) ?? {};
    if (!client && !lastUsed) return finding;
    const who = [finding.file, ...(client ? [client] : []), ...(lastUsed ? [lastUsedOn(lastUsed)] : [])].join(', ');
    return { ...finding, message: { zh: `${finding.message.zh}（${who}）`, en: `${finding.message.en} (${who})` } };
  });
}
