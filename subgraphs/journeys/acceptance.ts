import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Plan, PlanningBasis, Problem } from '../planning/types.ts';
import { departmentOut, problem } from './problems.ts';

export interface EvidenceInput {
  readonly material: string;
  readonly upload?: string | null;
  readonly licence?: string | null;
  readonly bringToCounter?: boolean | null;
  readonly later?: boolean | null;
}
export interface ConsentInput {
  readonly source: string;
  readonly granted: boolean;
}
export type FormValue = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Why a plan cannot be submitted at all; what was sent for another plan is not judged by this one. */
export function planProblems(plan: Plan, basis: PlanningBasis, planId: string): ReadonlyArray<Problem> {
  const problems: Problem[] = [...plan.problems];
  if (!plan.complete) {
    const silent = new Set(
      basis.members.filter(({ matter }) => plan.missing.includes(matter)).map(({ department }) => department),
    );
    problems.push(departmentOut(basis.departments.filter(({ code }) => silent.has(code)).map(({ name }) => name)));
  }
  const texts = new Map(basis.questions.map((question) => [question.code, question.text]));
  for (const { question } of plan.openQuestions) {
    const text = texts.get(question);
    problems.push(
      problem('QUESTION_OPEN', `请先回答“${text?.zh ?? question}”。`, `Answer "${text?.en ?? question}" first.`, [
        'answers',
        question,
      ]),
    );
  }
  if (problems.length === 0 && plan.id !== planId) {
    problems.push(
      problem(
        'PLAN_OUTDATED',
        '方案已变化：请用相同的回答重新获取 plan，核对后再提交。',
        'The plan has changed: ask for it again with the same answers, look at it, and submit that.',
        ['planId'],
      ),
    );
  }
  return problems;
}

export function consentProblems(plan: Plan, consents: ReadonlyArray<ConsentInput>): ReadonlyArray<Problem> {
  const granted = new Set(consents.filter((consent) => consent.granted).map(({ source }) => source));
  return plan.sources
    .filter(({ code, requiresConsent }) => requiresConsent && !granted.has(code))
    .map(({ code }) =>
      problem(
        'CONSENT_MISSING',
        `请对数据来源“${code}”作出授权，或将其列入 refusedSources 重新获取方案。`,
        `Consent to the source "${code}", or plan again with it among refusedSources.`,
        ['consents', code],
      ),
    );
}

/** `stored`: ids of the caller's uploads that have arrived. */
export function evidenceProblems(
  plan: Plan,
  evidence: ReadonlyArray<EvidenceInput>,
  stored: ReadonlySet<string>,
): ReadonlyArray<Problem> {
  const problems: Problem[] = [];
  const materials = new Map(plan.materials.map((material) => [material.id, material]));
  const seen = new Set<string>();
  for (const [index, item] of evidence.entries()) {
    const material = materials.get(item.material);
    const at = (code: string, zh: string, en: string): number =>
      problems.push(problem(code, zh, en, ['evidence', String(index)], item.material));
    if (!material) {
      at(
        'UNKNOWN_MATERIAL',
        '方案中没有这份材料，请使用 plan.materials 中的 id。',
        'The plan has no such material: use an id of plan.materials.',
      );
      continue;
    }
    const { zh, en } = material.title;
    if (seen.has(item.material))
      at('EVIDENCE_TWICE', `“${zh}”提供了两次，请只保留一次。`, `"${en}" is supplied twice: keep one.`);
    seen.add(item.material);
    const ways = [item.upload != null, item.licence != null, item.bringToCounter === true, item.later === true];
    if (ways.filter(Boolean).length !== 1) {
      at(
        'EVIDENCE_AMBIGUOUS',
        `请为“${zh}”选择且只选择一种方式：upload、licence、bringToCounter 或 later。`,
        `Supply "${en}" in exactly one way: upload, licence, bringToCounter or later.`,
      );
    }
    if (item.upload != null && !stored.has(item.upload)) {
      at(
        'UPLOAD_NOT_FOUND',
        `“${zh}”的上传文件不存在或尚未上传完成。`,
        `The upload for "${en}" does not exist or has not arrived.`,
      );
    }
    if (item.later === true && !material.deferrable) {
      at('NOT_DEFERRABLE', `“${zh}”不能容缺后补，请现在提供。`, `"${en}" may not follow later: supply it now.`);
    }
  }
  for (const { id, title } of plan.materials) {
    if (seen.has(id)) continue;
    problems.push(
      problem(
        'EVIDENCE_MISSING',
        `还缺少“${title.zh}”，请上传、选择电子证照或现场出示。`,
        `"${title.en}" is missing: upload it, use an e-licence, or bring it to the counter.`,
        ['evidence'],
        id,
      ),
    );
  }
  return problems;
}

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);

/** Every field that does not hold, each at its path in the one form. */
export function formProblems(schema: Readonly<Record<string, unknown>>, form: unknown): ReadonlyArray<Problem> {
  const validate = ajv.compile(schema);
  const holds = validate(form);
  // Schemas differ from plan to plan; kept, they would pile up.
  ajv.removeSchema(schema);
  if (holds) return [];
  return (validate.errors ?? []).filter((error) => error.keyword !== 'if').map((error) => fieldProblem(schema, error));
}

function fieldProblem(schema: Readonly<Record<string, unknown>>, error: ErrorObject): Problem {
  const parts = error.instancePath.split('/').slice(1);
  const missing = (error.params as { missingProperty?: string; additionalProperty?: string }).missingProperty;
  const extra = (error.params as { additionalProperty?: string }).additionalProperty;
  const path = [...parts, ...(missing === undefined ? [] : [missing]), ...(extra === undefined ? [] : [extra])];
  const title = titleAt(schema, path);
  if (missing !== undefined) {
    return problem('FIELD_MISSING', `请填写“${title.zh}”。`, `Fill in "${title.en}".`, ['form', ...path]);
  }
  if (extra !== undefined) {
    return problem('FIELD_UNKNOWN', `表单中没有“${extra}”，请删去。`, `The form has no "${extra}": leave it out.`, [
      'form',
      ...path,
    ]);
  }
  return problem(
    'FIELD_INVALID',
    `“${title.zh}”的内容不符合要求，请检查格式。`,
    `"${title.en}" does not hold: ${error.message ?? ''}.`,
    ['form', ...path],
  );
}

type Node = {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
};

/** Titles along a path: 新生儿的出生日期. */
function titleAt(schema: Node, path: ReadonlyArray<string>): { zh: string; en: string } {
  const nodes: Node[] = [];
  let at: Node | undefined = schema;
  for (const part of path) {
    at = at?.properties?.[part];
    if (at) nodes.push(at);
  }
  const last = path.at(-1) ?? '';
  return {
    zh: nodes.map((node) => node.title ?? last).join('：') || last,
    en: nodes.map((node) => node.description ?? last).join(': ') || last,
  };
}
