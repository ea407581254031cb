import { GraphQLError } from 'graphql';
import type { Localized } from '../language/text.ts';

/** A refusal with a code, in both languages, which says what to do. Answered in `errors` with `extensions.code`. */
export class CodedError extends GraphQLError {
  constructor(code: string, message: Localized, extensions: Readonly<Record<string, unknown>> = {}) {
    super(`${message.zh} ${message.en}`, { extensions: { ...extensions, code } });
    this.name = 'CodedError';
  }
}
