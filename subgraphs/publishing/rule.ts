import type { Localized } from '../language/text.ts';
import type { Catalogue } from './catalogue.ts';
import type { NodePath, SourceFile } from './source-file.ts';

/** What a rule found: in which file, at which part (or offset), what is wrong and how to mend it. */
export interface Fault {
  readonly file: SourceFile;
  readonly at: NodePath | number;
  readonly message: Localized;
  readonly mend: Localized;
}

/**
 * One thing that must hold of a catalogue. It stands in `rules/<group>/<code in kebab case>.ts` with its cases beside it and is found
 * there; its doc comment is what `npm run check -- explain CODE` prints.
 */
export interface Rule {
  readonly code: string;
  /** `error` blocks a publication, `warning` is told. `trial` is told and never fails: a new rule until catalogues in use have passed it. */
  readonly severity: 'error' | 'warning' | 'trial';
  /** It says that something is nowhere: judged only where nothing of the catalogue is set aside. */
  readonly whole?: true;
  /**
   * What it finds in a file follows from that file, from what is looked up by a code, and from files that are no matter and no event; so that after a
   * change of one file it is asked of that one alone.
   */
  readonly perFile?: true;
  readonly find: (catalogue: Catalogue) => Iterable<Fault>;
}
