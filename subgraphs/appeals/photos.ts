import { z } from 'zod';
import type { Doors } from '../runtime/definition.ts';
import { refusal } from '../runtime/errors.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';

/** A file whose bytes were received. */
export interface File {
  readonly id: string;
  /** SHA-256, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly contentType: string;
}
/** For one GET by whom it was made for, relative to the gateway. */
export interface PhotoLink {
  readonly url: string;
  readonly expiresAt: string;
}
/** Files of citizens and staff, asked of the part that receives them. All throw SUBMISSIONS_UNAVAILABLE. */
export interface Photos {
  /** Those of these that have arrived, are clean, are the account's and are evidence of nothing else. */
  fit(ids: ReadonlyArray<string>, account: string): Promise<ReadonlyArray<File>>;
  /** The same, and from now on they stay until they are let go. */
  take(ids: ReadonlyArray<string>, account: string): Promise<ReadonlyArray<File>>;
  letGo(ids: ReadonlyArray<string>): Promise<void>;
  link(upload: string, appeal: string, who: Pick<Identity, 'subject' | 'department'>): Promise<PhotoLink>;
}

/** The part of the graph that receives files. */
const part = 'journeys';
const files = z.array(z.object({ id: z.string(), sha256: z.string(), contentType: z.string() }));
const link = z.object({ url: z.string(), expiresAt: z.string() });

export function createPhotos(doors: Doors, service: Identity, log: Log): Photos {
  const ask = async <T>(
    query: string,
    field: string,
    variables: Readonly<Record<string, unknown>>,
    shape: z.ZodType<T>,
  ): Promise<T> => {
    try {
      const { data, errors } = await doors(part)({ query, variables, headers: {}, identity: service });
      const read = shape.safeParse(data?.[field]);
      if (!errors?.length && read.success) return read.data;
      log.warn({ field, codes: errors?.map(({ extensions }) => extensions?.code) }, 'files answer what cannot be used');
    } catch (err) {
      log.warn({ err, field }, 'files did not answer');
    }
    throw refusal('SUBMISSIONS_UNAVAILABLE');
  };
  const of = (kind: 'query' | 'mutation', field: string) => (ids: ReadonlyArray<string>, account: string) =>
    ask(
      `${kind} ($ids: [ID!]!, $account: String!) { ${field}(ids: $ids, account: $account) { id sha256 contentType } }`,
      field,
      { ids, account },
      files,
    );
  return {
    fit: of('query', 'uploadsFit'),
    take: of('mutation', 'uploadsTake'),
    async letGo(ids) {
      if (ids.length === 0) return;
      await ask('mutation ($ids: [ID!]!) { uploadsLetGo(ids: $ids) }', 'uploadsLetGo', { ids }, z.int());
    },
    link: (upload, appeal, { subject, department }) =>
      ask(
        `query ($upload: ID!, $of: String!, $subject: String!, $department: String) {
          uploadLink(upload: $upload, of: $of, subject: $subject, department: $department) { url expiresAt } }`,
        'uploadLink',
        { upload, of: appeal, subject, department },
        link,
      ),
  };
}
