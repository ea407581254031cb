import { readRegistry } from '../../schema/registry.ts';
import { assembleCatalogue } from '../../subgraphs/publishing/catalogue.ts';
import { linkCatalogue } from '../../subgraphs/publishing/link/catalogue.ts';
import { readFile } from '../../subgraphs/publishing/read.ts';
import { rules } from '../../subgraphs/publishing/rules.ts';
import { provinceOf } from './province.ts';

const slowestShown = 8;

/** Reads, judges and links a generated province, and prints what each takes: processor time, for others may use the machine. */
export function benchScale(): void {
  const registry = readRegistry();
  const texts = provinceOf(registry);
  console.log(
    `${texts.length} files, ${(texts.reduce((sum, { text }) => sum + text.length, 0) / 1e6).toFixed(1)} MB of text`,
  );
  let peak = 0;
  const measured = <T>(name: string, work: () => T): T => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    const { rss, heapUsed } = process.memoryUsage();
    peak = Math.max(peak, rss);
    console.log(
      `${name.padEnd(28)} ${((user + system) / 1e6).toFixed(2).padStart(8)} s of processor   ${(heapUsed / 2 ** 20).toFixed(0).padStart(6)} MiB in use`,
    );
    return result;
  };
  const files = measured('read', () => texts.map(readFile));
  const catalogue = measured('assemble', () => assembleCatalogue(registry.departments, files));
  const spent = rules.map(({ rule }) => {
    const before = process.cpuUsage();
    const found = [...rule.find(catalogue)].length;
    const { user, system } = process.cpuUsage(before);
    return { code: rule.code, found, seconds: (user + system) / 1e6 };
  });
  const total = spent.reduce((sum, { seconds }) => sum + seconds, 0);
  console.log(`${'rules'.padEnd(28)} ${total.toFixed(2).padStart(8)} s of processor`);
  for (const { code, found, seconds } of [...spent].sort((a, b) => b.seconds - a.seconds).slice(0, slowestShown))
    console.log(`  ${code.padEnd(26)} ${seconds.toFixed(2).padStart(8)} s, ${found} found`);
  const linked = measured('link', () => linkCatalogue(catalogue));
  console.log(
    `${linked.publication.lifeEvents.length} events in regions, ${linked.publication.matters.length} matters; at most ${(peak / 2 ** 20).toFixed(0)} MiB`,
  );
}
