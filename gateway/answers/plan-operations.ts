import { type DocumentNode, parse, print } from 'graphql';
import { graphqlErrorOf } from '../errors.ts';
import { maxima } from '../maxima.ts';
import { createDifficulty, type Difficulty } from '../planning/difficulty.ts';
import { createPlan, type Plan, type Plans } from '../planning/planner.ts';
import { type Planning, startPlannerPool } from '../planning/planner-pool.ts';
import { provenPlan } from '../planning/proof.ts';
import type { LoadedSupergraph } from '../planning/supergraph.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { GatewayOptions, Log } from '../types.ts';

export interface ToPlan {
  readonly document: DocumentNode;
  /** The document's text, where it is at hand. */
  readonly text: string | undefined;
  readonly operationName: string | undefined;
  /** Labels of `@override`s that hold. */
  readonly held: ReadonlyArray<string>;
}
/** Plans operations of one supergraph's public schema, each where it holds up nobody. */
export interface PlanOperations {
  /** Its turn is the caller's. */
  plan(operation: ToPlan, caller: string): Planning;
  /** Here and now, however long it takes. */
  readonly planHere: Plan;
  /** Resolves once something can be planned; rejects with one sentence where the supergraph does not hold. */
  ready(): Promise<void>;
  close(): void;
}

const defaultPlanningMs = 3000;
const defaultThreads = 2;
/** Some tenths of a second. Operations of people's making stay far below. */
const hardFrom = 2000;

/** A thread that plans begins at once, and reads the supergraph while others do. */
export function createPlanOperations(
  { sdl, isProven, publicView }: LoadedSupergraph,
  options: GatewayOptions,
  metrics: Metrics,
  log: Log,
): PlanOperations {
  const { production = false, planningMs = defaultPlanningMs, planningThreads = defaultThreads } = options;
  const { planning = production ? 'THREAD' : 'HERE', maximumDifficulty = maxima.difficulty } = options;
  const inThreads = planning === 'THREAD';
  const gaveUp = (err: unknown): void => log.error({ err }, 'the planner gave up on an operation');
  let here: Plan | undefined;
  const prove = (): void => {
    here ??= (isProven ? createPlan : provenPlan)(publicView(), gaveUp);
  };
  const planHere: Plan = (document, operationName, held) => {
    here ??= createPlan(publicView(), gaveUp);
    return here(document, operationName, held);
  };
  const pool = startPlannerPool(sdl, {
    // What is easy is planned here where it is not in threads.
    threads: inThreads ? planningThreads : 1,
    isProven,
    late: !inThreads,
    budgetMs: planningMs,
    here: {
      prove,
      plan: ({ text, operationName, held }) => planHere(parse(text), operationName, held),
    },
    log,
  });
  let difficultyOf: Difficulty | undefined;
  const begin = ({ document, text, operationName, held }: ToPlan, caller: string): Planning => {
    difficultyOf ??= createDifficulty(publicView().document, publicView().schema);
    const difficulty = difficultyOf(document, operationName);
    if (difficulty > maximumDifficulty) return settled(() => tooHard(difficulty, maximumDifficulty));
    const isHard = difficulty >= hardFrom;
    if (!inThreads && !isHard) return settled(() => planHere(document, operationName, held));
    return pool.plan({ text: text ?? print(document), operationName, held }, { isHard, caller });
  };
  return {
    plan: (operation, caller) => {
      const began = performance.now();
      const planning = begin(operation, caller);
      const tell = (outcome: 'PLANNED' | 'REFUSED') => (): void =>
        metrics.planned(outcome, (performance.now() - began) / 1000);
      planning.plans.then(tell('PLANNED'), tell('REFUSED'));
      return planning;
    },
    planHere,
    ready: async () => {
      if (!inThreads) prove();
      await pool.ready;
    },
    close: pool.close,
  };
}

function tooHard(difficulty: number, most: number): never {
  // However much it is, nobody reads more digits.
  const told = Number.isSafeInteger(difficulty) ? difficulty : difficulty.toPrecision(2);
  throw graphqlErrorOf('OPERATION_NOT_PLANNED.DIFFICULTY', { difficulty: told, most });
}

/** Made now. */
export function settled(plan: () => Plans): Planning {
  return { plans: new Promise((resolve) => resolve(plan())), join: () => {} };
}
