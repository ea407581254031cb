import type { DepartmentRow } from '../../schema/registry.ts';
import type { SubgraphContext } from '../runtime/definition.ts';
import type { DeskFilings } from './store/filings.ts';
import type { MatterStore } from './store/matters.ts';
import type { DepartmentSystem } from './system.ts';

/** What is kept here of a department, whatever stands behind it. */
export interface KeptHere {
  readonly filings: DeskFilings;
  readonly matters: MatterStore;
}
export interface OpenSystem {
  readonly system: DepartmentSystem;
  readonly stop: () => Promise<void>;
}

/** The system of a department, as its row in the registry says. Each is loaded where it is asked for. Throws `SYSTEM_INVALID`. */
export async function openSystem(
  {
    row,
    system: file,
    takeFile,
    log,
    now,
  }: Pick<SubgraphContext<DepartmentRow>, 'row' | 'system' | 'takeFile' | 'log' | 'now'>,
  { filings, matters }: KeptHere,
): Promise<OpenSystem> {
  switch (row.system) {
    case undefined: {
      const { createDesk } = await import('./desk.ts');
      return { system: createDesk(filings, matters, now), stop: async () => {} };
    }
    case 'RELAY': {
      const { createRelay } = await import('./adapters/relay.ts');
      const { codes } = await readRelay(file, row.code);
      return { system: createRelay({ filings, matters, codes, takeFile, now }), stop: async () => {} };
    }
    case 'HTTP_JSON': {
      const { httpJsonSettings, longEnough, readSettings } = await import('./adapters/settings.ts');
      const { createHttpJson } = await import('./adapters/http-json.ts');
      const { settings, read } = readSettings(file, row.code, httpJsonSettings);
      const key = longEnough(read(settings.key), row.code, file);
      const system = createHttpJson({ ...settings, key, log: log.child({ part: row.code }), now });
      return { system, stop: system.close };
    }
  }
}

/** What a department that is reached by relay goes by, with the keys of both. Throws `SYSTEM_INVALID`. */
export async function readRelay(file: string | null, department: string) {
  const { keysIn, readSettings, relaySettings } = await import('./adapters/settings.ts');
  const { settings, read } = readSettings(file, department, relaySettings);
  const keys = (at: 'ours' | 'theirs') => keysIn(read(settings[at]), at, department, file);
  return { ...settings, ours: keys('ours'), theirs: keys('theirs') };
}
