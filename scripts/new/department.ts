import { type Asked, pascal, type Skeleton } from './skeleton.ts';

/** A department with one matter, which its built-in desk decides by itself. */
export function newDepartment({ name, zh, en, url, matters }: Asked): Skeleton {
  const code = freeCode(matters);
  const file = `subgraphs/departments/${name}/matters/first-matter.yaml`;
  return {
    row: {
      code: name,
      kind: 'DEPARTMENT',
      type: pascal(name),
      answers: 'PUBLIC',
      url: `"${url}"`,
      name: `{ zh: ${zh}, en: ${en} }`,
    },
    files: {
      [file]: `# yaml-language-server: $schema=../../../../schema/catalogue/matter.schema.json
code: ${code}
catalogCode: "${code.slice(8)}"
title: { zh: ${zh}事项, en: A matter of ${en} }
region: "330381000000"
type: PUBLIC_SERVICE
authority: { zh: ${zh}, en: ${en} }
promisedLimit: { amount: 1, unit: WORKING_DAY }
requirements:
  - code: ${code.slice(-6)}-01
    name: { zh: 申请人身份证, en: Identity card of the applicant }
    uses: [{ type: resident-identity-card, subject: APPLICANT, use: INSPECT }]
results: []
formFields:
  - { element: name, subject: APPLICANT, required: true }
automatic: { checks: [], issues: [] }
`,
    },
    next: [
      `Write its matters as files beside ${file}: what they ask for, issue and take in.`,
      'Name them in an event (subgraphs/catalogue/data/life-events), then: npm run compose && npm run check',
    ],
  };
}

const codesStart = '330381XX000999';
/** An implementation code that no matter has. */
function freeCode(matters: Asked['matters']): string {
  for (let number = 1; ; number++) {
    const code = `${codesStart}${String(number).padStart(3, '0')}000`;
    if (!matters.has(code)) return code;
  }
}
