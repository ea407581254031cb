import type { Finding } from '../../subgraphs/publishing/finding.ts';

/**
 * 生成文件与其来源不一致。
 * A generated file is not what would be made of its sources now.
 *
 * @why 网关和客户端读的是生成文件：来源改了而文件没改，改动不会生效。
 * The gateway and clients read the generated file: a change of its source alone never takes effect.
 * @mend 运行 npm run compose，并提交结果。
 * Run "npm run compose" and commit the result.
 * @source MAINTAINERS.md
 */
export function findStaleFiles(stale: ReadonlyArray<string>): ReadonlyArray<Finding> {
  return stale.map((file) => ({
    rule: 'GENERATED_FILE_STALE',
    severity: 'ERROR' as const,
    file,
    line: 1,
    column: 1,
    part: '',
    message: { zh: '生成文件与其来源不一致。', en: 'It is not what it is made from.' },
    mend: { zh: '请运行 npm run compose 并提交结果。', en: 'Run "npm run compose" and commit the result.' },
  }));
}
