/** What is mutated, and which pure tests must notice. Paths from the root of the repository; `*` within one name, `**` across folders. */
export interface Group {
  readonly name: string;
  readonly sources: ReadonlyArray<string>;
  /** Generated, or nothing but types and re-exports. */
  readonly except?: ReadonlyArray<string>;
  /** In the order they are tried: the quickest first. */
  readonly tests: ReadonlyArray<string>;
}

export const groups: ReadonlyArray<Group> = [
  {
    name: 'planning core and language',
    sources: ['subgraphs/planning/*.ts', 'subgraphs/language/*.ts'],
    except: ['subgraphs/planning/types.ts', 'subgraphs/planning/index.ts', 'subgraphs/language/problems.ts'],
    tests: [
      'tests/pure/language/*.test.ts',
      'tests/pure/planning/rules/*.test.ts',
      // Known fields are judged there alone.
      'tests/pure/planning/known-fields.test.ts',
    ],
  },
  {
    name: "the submission's decisions",
    sources: ['subgraphs/journeys/domain/**/*.ts'],
    tests: ['tests/pure/journeys/**/*.test.ts', 'tests/pure/submission/**/*.test.ts'],
  },
  {
    name: "the catalogue's rules",
    sources: ['subgraphs/publishing/rules/**/*.ts'],
    tests: ['tests/pure/publishing/rules.test.ts'],
  },
];
