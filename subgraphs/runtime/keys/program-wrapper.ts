import { execFile } from 'node:child_process';
import type { KeyWrapper } from './wrapper.ts';

const deadlineMs = 10_000;
const longestAnswer = 64 * 1024;

/**
 * A program of the operator's wraps, so that the key may lie in a KMS, an HSM or on a card: `PROGRAM id`, `PROGRAM wrap CONTEXT` and `PROGRAM
 * unwrap CONTEXT`, keys in base64 on standard input and output. Rejects where the program fails, or takes longer than 10 s; what it
 * says on standard error is its own.
 */
export async function createProgramWrapper(program: string): Promise<KeyWrapper> {
  const ask = async (args: ReadonlyArray<string>, input?: Buffer): Promise<string> => {
    const options = { timeout: deadlineMs, maxBuffer: longestAnswer };
    return new Promise((done, failed) => {
      const child = execFile(program, [...args], options, (error, answer) => {
        // Its words may hold a key.
        if (error) failed(new Error(`"${program} ${args[0]}" failed: ${error.code ?? error.signal}.`));
        else done(answer.trim());
      });
      // One that ends without reading has said why by its code.
      child.stdin?.on('error', () => {});
      child.stdin?.end(input?.toString('base64') ?? '');
    });
  };
  const bytes = async (answer: Promise<string>): Promise<Buffer> => {
    const text = await answer;
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new Error(`"${program}" did not answer in base64.`);
    return Buffer.from(text, 'base64');
  };
  const id = await ask(['id']);
  if (!/^[\x21-\x7e]{1,200}$/.test(id)) throw new Error(`"${program} id" did not name its key.`);
  return {
    id,
    wrap: (key, context) => bytes(ask(['wrap', context], key)),
    unwrap: (wrapped, context) => bytes(ask(['unwrap', context], wrapped)),
  };
}
