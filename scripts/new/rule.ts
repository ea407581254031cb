import type { Asked, Skeleton } from './skeleton.ts';

/** A check of catalogue files, on trial, with its cases. */
export function newRule({ name, zh, en }: Asked, group: string): Skeleton {
  const path = `subgraphs/publishing/rules/${group}/${name}`;
  return {
    files: {
      [`${path}.ts`]: `import type { Rule } from '../../rule.ts';

/**
 * ${zh}：事项名称为占位文字。
 * ${en}: a matter's title stands for another that is still to come.
 *
 * @why 说明为何对办事人有害。
 * Say what it does to a person if this is published.
 * @mend 说明如何改正。
 * Say how to mend it.
 * @source GB/T 39554.1
 */
export const rule: Rule = {
  code: '${name.toUpperCase().replaceAll('-', '_')}',
  severity: 'trial',
  perFile: true,
  *find({ matters }) {
    for (const { file, value } of matters) {
      if (value.title.zh !== '待定') continue;
      yield {
        file,
        at: ['title', 'zh'],
        message: { zh: '事项名称为占位文字。', en: 'The title stands for another.' },
        mend: { zh: '请填写正式名称。', en: 'Write the real one.' },
      };
    }
  },
};
`,
      [`${path}.cases.yaml`]: `good:
  - { name: a real title, set: { health/birth-certificate#/title/zh: 出生登记 } }
bad:
  - {
      name: a title still to come,
      set: { health/birth-certificate#/title/zh: 待定 },
      at: health/birth-certificate#/title/zh,
    }
boundary: it compares with one text alone
`,
    },
    next: [
      `Write the condition in ${path}.ts, and a case for each way in which it can be met or missed in ${path}.cases.yaml.`,
      'npx vitest run tests/pure/publishing && npm run check; it stays on trial until catalogues in use have passed it.',
    ],
  };
}
