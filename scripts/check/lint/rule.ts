import type { ASTNode, DocumentNode } from 'graphql';
import type { Localized } from '../../../subgraphs/language/text.ts';

/** SDL as people write it. */
export interface SdlFile {
  readonly path: string;
  readonly document: DocumentNode;
}
/** What lint reads: the files, and the public schema that they come to. */
export interface Sdl {
  readonly files: ReadonlyArray<SdlFile>;
  readonly api: DocumentNode;
}
export interface LintFault {
  readonly file: SdlFile;
  readonly node: ASTNode;
  /** Coordinate: `Type`, `Type.field`, `Type.field.argument`, `Enum.VALUE`. */
  readonly part: string;
  readonly message: Localized;
  readonly mend: Localized;
}

/**
 * One thing that must hold of the SDL that composes. It stands in `rules/<code in kebab case>.ts` with its cases beside it and is found there; its doc
 * comment is what `npm run check -- explain CODE` prints.
 */
export interface LintRule {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'trial';
  readonly find: (sdl: Sdl) => Iterable<LintFault>;
}
