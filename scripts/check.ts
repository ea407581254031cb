import { Command, CommanderError } from 'commander';
import type { Finding } from '../subgraphs/publishing/finding.ts';
import { findBreakingChanges, publishedSchema } from './check/breaking.ts';
import { findCatalogueFindings } from './check/catalogue.ts';
import { composeRepository, findCompositionErrors, findStaleFiles } from './check/composition.ts';
import { explainCode, listCodes } from './check/explain.ts';
import { inOrder, reportText } from './check/report.ts';
import { cannotStart } from './start-error.ts';

/** 0 clean, 1 findings that block, 2 bad usage, 3 could not run. */
const EXIT = { clean: 0, findings: 1, usage: 2, failed: 3 };

interface Options {
  readonly against?: string;
  readonly catalogue?: string;
  readonly json?: boolean;
}

async function runChecks(options: Options): Promise<ReadonlyArray<Finding>> {
  const composed = composeRepository();
  return [
    ...findCompositionErrors(composed),
    ...(await findStaleFiles(composed)),
    ...(composed.ok ? await findBreakingChanges(publishedSchema(options.against), composed.api) : []),
    ...findCatalogueFindings(options.catalogue),
  ];
}

async function check(options: Options): Promise<number> {
  const findings = await runChecks(options);
  console.log(
    options.json ? JSON.stringify({ json_version: 1, findings: inOrder(findings) }, null, 2) : reportText(findings),
  );
  return findings.some((finding) => finding.severity === 'ERROR') ? EXIT.findings : EXIT.clean;
}

function explain(code: string | undefined): number {
  const text = code === undefined ? listCodes() : explainCode(code.toUpperCase());
  if (text === undefined) {
    console.error(cannotStart('UNKNOWN_FINDING', { code: String(code) }).message);
    return EXIT.usage;
  }
  console.log(text);
  return EXIT.clean;
}

const program = new Command('check')
  .description('Checks what would break before it is published: composition, the public schema, catalogue files.')
  .option(
    '--against <file>',
    'the public schema to compare with (default: the last committed schema/generated/api.graphql)',
  )
  .option('--catalogue <folder>', 'a further folder of catalogue files')
  .option('--json', 'findings as JSON')
  .allowExcessArguments(false)
  .exitOverride()
  .action(async (options: Options) => {
    process.exitCode = await check(options);
  });
program
  .command('explain [code]')
  .description('what a finding means, why it matters and how to mend it; without a code, every code')
  .allowExcessArguments(false)
  .action((code?: string) => {
    process.exitCode = explain(code);
  });
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.usage;
  } else {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(cannotStart('CHECK_NOT_RUN', { reason }).message);
    process.exitCode = EXIT.failed;
  }
}
