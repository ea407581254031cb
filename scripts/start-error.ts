import { KeyClosed } from '../subgraphs/runtime/keys/rows.ts';
import { type Fillings, type ProblemCode, type ProblemId, problem } from './problems.ts';

/** What whoever started it is told: a sentence in both languages, without a stack. */
export class StartError extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The refusal of `schema/problems.yaml`, to be thrown. */
export function cannotStart<Id extends ProblemId>(id: Id, ...slots: Fillings<Id>): StartError {
  const { code, message } = problem(id, ...slots);
  return new StartError(code, `${message.zh} ${message.en}`);
}

const unreachable = new Set(['ECONNREFUSED', 'CONNECT_TIMEOUT', 'ENOTFOUND', '28P01', '3D000']);
const notWritable = new Set(['EACCES', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'ERR_INVALID_ARG_VALUE']);

/** Listens, and tells by the setting that named it of an address where it cannot. Throws `HOST_SETTING`. */
export async function listening(name: string, host: string, listen: () => Promise<string>): Promise<string> {
  // An empty one would be every address of the machine.
  if (host === '') throw cannotStart('HOST_SETTING', { name, host, reason: 'empty' });
  try {
    return await listen();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Of a port that is taken the port says more.
    if (code === 'EADDRINUSE') throw error;
    throw cannotStart('HOST_SETTING', { name, host, reason: code });
  }
}

/** The sentence for an error of the machine, of the database, or of ours. */
export function sentenceOf(error: unknown, port: number): string {
  if (error instanceof KeyClosed) {
    const { schema, key, wrapper } = error;
    return cannotStart('DATA_KEY_CLOSED', { schema, key, wrapper }).message;
  }
  const {
    code = '',
    path = '--data',
    port: taken = port,
  } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (code === 'EADDRINUSE') return cannotStart('PORT_TAKEN', { port: taken }).message;
  if (unreachable.has(code)) return cannotStart('DATABASE_UNREACHABLE', { reason: code }).message;
  if (notWritable.has(code)) return cannotStart('FOLDER_NOT_WRITABLE', { path, reason: code }).message;
  return error instanceof Error ? error.message : String(error);
}
