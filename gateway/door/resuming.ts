import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { ForwardedResponse } from '../types.ts';

/*
 * Resumable Uploads for HTTP (draft-ietf-httpbis-resumable-upload), between a client whose link may break and a subgraph that keeps what has
 * arrived. What a body has brought is passed on while more of it comes, so that it stands at the subgraph when the link breaks, when it hangs,
 * and when this process ends.
 */

/** What a client is told of it. */
export const standingHeaders = ['upload-offset', 'upload-length', 'upload-complete', 'upload-limit'] as const;

/** How much is there of what a body belongs to, as its subgraph says. */
export interface Standing {
  readonly stands: number;
  readonly length: number;
  /** Of a piece that others follow, in bytes. */
  readonly least: number;
  /** Who asks later has a higher one, and pieces of lower ones are refused. */
  readonly turn: number;
  readonly isComplete: boolean;
}

/** Null: what is put there is put at once or not at all. */
export function readStanding(headers: Readonly<Record<string, string>>): Standing | null {
  const least = numberIn(/\bmin-append-size=(\d{1,15})/.exec(headers['upload-limit'] ?? ''));
  const [stands, length, turn] = ['upload-offset', 'upload-length', 'upload-turn'].map((name) =>
    numberIn(/^(\d{1,15})$/.exec(headers[name] ?? '')),
  );
  if (!least || stands === undefined || length === undefined || turn === undefined) return null;
  return { stands, length, least, turn, isComplete: headers['upload-complete'] === '?1' };
}

const numberIn = (found: RegExpExecArray | null): number | undefined => (found ? Number(found[1]) : undefined);

const partialUpload = 'application/partial-upload';
/** Of a body: where it belongs, and whether more is to come. */
export interface Append {
  readonly begins: number;
  readonly isLast: boolean;
}

/** Null: it says neither, or in no way that anybody reads. */
export function readAppend(headers: IncomingHttpHeaders): Append | null {
  const begins = numberIn(/^(\d{1,15})$/.exec(String(headers['upload-offset'])));
  const isLast = numberIn(/^\?([01])$/.exec(String(headers['upload-complete'])));
  const type = String(headers['content-type']).split(';', 1)[0]?.trim().toLowerCase();
  if (begins === undefined || isLast === undefined || type !== partialUpload) return null;
  return { begins, isLast: isLast === 1 };
}

export function appendHeaders({ begins, isLast }: Append, turn: number): Readonly<Record<string, string>> {
  return {
    'content-type': partialUpload,
    'upload-offset': String(begins),
    'upload-complete': isLast ? '?1' : '?0',
    'upload-turn': String(turn),
  };
}

/** What a client said of what it would append, for whoever says why not; but for what is no header that one could pass on. */
export function saidHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const said = ['content-type', 'upload-offset', 'upload-complete'].map((name) => [name, String(headers[name] ?? '')]);
  return Object.fromEntries(said.filter(([, value]) => /^[\w?/;=., -]{1,100}$/.test(value ?? '')));
}

/** Passes on what follows on what stands, with more to come; null: its subgraph is out. */
type PassOn = (bytes: Buffer, begins: number) => Promise<ForwardedResponse | null>;
export interface ReceivingOptions {
  /** Null: nothing is passed on before all has come. */
  readonly standing: Standing | null;
  /** Where in the file the body begins. */
  readonly begins: number;
  /** Whether more is to come after it, so that its last piece has to be long enough. */
  readonly isLast: boolean;
  readonly passOn: PassOn;
}
/** `WHOLE`: `content` begins there in the file, and `stands` of it were there before or have been passed on. */
export type Received =
  | { readonly kind: 'WHOLE'; readonly content: Buffer; readonly begins: number; readonly stands: number }
  | { readonly kind: 'BROKEN' }
  | { readonly kind: 'TAKEN_OVER' }
  | { readonly kind: 'REFUSED'; readonly answer: ForwardedResponse };

type End = Error | 'WHOLE' | 'BROKEN' | 'TAKEN_OVER' | 'REFUSED';

/** A fast line brings a whole file in this time, and then it is passed on as one. What comes more slowly loses no more than this and a piece. */
const passOnMs = 1000;

/** A body that comes. */
export class Receiving {
  readonly #options: ReceivingOptions;
  readonly #body: Readable | null;
  readonly #ended: Promise<End>;
  #end: (how: End) => void = () => {};
  #held: Buffer[] = [];
  #begins: number;
  #stands: number;
  #refused: ForwardedResponse | null = null;
  #passing: Promise<void> | null = null;

  constructor(body: Readable | null, options: ReceivingOptions) {
    this.#options = options;
    this.#body = body;
    this.#begins = options.begins;
    this.#stands = options.standing?.stands ?? 0;
    this.#ended = new Promise((ended) => {
      this.#end = ended;
    });
    if (!body) this.#end('WHOLE');
    // As they come: what a stream has yet to give when it breaks is lost.
    body?.on('data', (chunk: Buffer) => this.#held.push(chunk));
    body?.once('end', () => this.#end('WHOLE'));
    body?.once('error', (error: Error & { statusCode?: number }) => this.#end(error.statusCode ? error : 'BROKEN'));
    body?.once('close', () => this.#end('BROKEN'));
  }

  /** Another goes on in its place, with what it has passed on. */
  takeOver(): void {
    this.#end('TAKEN_OVER');
  }

  /** Throws where it is longer than it may be. */
  async received(): Promise<Received> {
    const { isLast, standing } = this.#options;
    const spare = isLast ? 0 : (standing?.least ?? 0);
    const timer = setInterval(() => {
      this.#passing ??= this.#passOn(spare).finally(() => {
        this.#passing = null;
      });
    }, passOnMs);
    const how = await this.#ended;
    clearInterval(timer);
    if (how !== 'WHOLE') this.#body?.pause();
    await this.#passing;
    if (how instanceof Error) throw how;
    if (how === 'BROKEN' || how === 'TAKEN_OVER') await this.#passOn(0);
    if (this.#refused && how !== 'TAKEN_OVER') return { kind: 'REFUSED', answer: this.#refused };
    if (how !== 'WHOLE') return how === 'TAKEN_OVER' ? { kind: 'TAKEN_OVER' } : { kind: 'BROKEN' };
    return { kind: 'WHOLE', content: Buffer.concat(this.#held), begins: this.#begins, stands: this.#stands };
  }

  /** All pieces that are long enough, as one; `spare` bytes stay, so that what comes last is. What is not passed on now is later. */
  async #passOn(spare: number): Promise<void> {
    const { standing, passOn } = this.#options;
    if (!standing || this.#refused) return;
    // Of a file that is put anew, what stands of it is not sent again.
    const from = this.#stands - this.#begins;
    const held = this.#held.reduce((sum, { length }) => sum + length, 0);
    const bytes = Math.floor((held - from - spare) / standing.least) * standing.least;
    if (bytes <= 0) return;
    const all = Buffer.concat(this.#held);
    this.#held = [all];
    const answer = await passOn(all.subarray(from, from + bytes), this.#stands);
    if (!answer || answer.status >= 500) {
      answer?.body.resume();
      return;
    }
    if (answer.status >= 400) {
      this.#refused = answer;
      return this.#end('REFUSED');
    }
    answer.body.resume();
    this.#stands += bytes;
    this.#begins = this.#stands;
    // A copy, so that what was passed on is let go.
    this.#held[0] = Buffer.from(all.subarray(from + bytes));
  }
}
