import type { Localized } from '../../subgraphs/language/text.ts';
import type { LayerName } from './findings.ts';

/** What each layer is called, and what it asks. The first six are the checks; what stands below them is told beside. */
export const checks: Readonly<Record<LayerName, { readonly name: Localized; readonly asks: Localized }>> = {
  COMPOSITION: {
    name: { zh: '组合', en: 'Composition' },
    asks: { zh: '各子图能否组合成一张图。', en: 'Whether the subgraphs compose to one graph.' },
  },
  API: {
    name: { zh: '不兼容变更', en: 'Breaking changes' },
    asks: {
      zh: '与上次发布的公开接口相比，客户端会失去什么。',
      en: 'What clients lose of the public schema that was published last.',
    },
  },
  OPERATIONS: {
    name: { zh: '登记和记录的操作', en: 'Registered and recorded operations' },
    asks: { zh: '客户端在用的操作是否仍能执行。', en: 'Whether the operations that clients send still hold.' },
  },
  LINT: {
    name: { zh: '接口写法', en: 'Schema lint' },
    asks: { zh: '接口是否按本图的写法书写。', en: 'Whether SDL is written as this graph is.' },
  },
  CONTRACTS: {
    name: { zh: '视图', en: 'Contracts' },
    asks: {
      zh: '办事人、集成方和工作人员的视图是否成立。',
      en: 'Whether the views of citizens, integrators and staff hold.',
    },
  },
  CATALOGUE: {
    name: { zh: '目录数据', en: 'Catalogue data' },
    asks: {
      zh: '目录文件是否成立，按它能否办成事。',
      en: 'Whether catalogue files hold, and whether things can be done by them.',
    },
  },
  GENERATED: {
    name: { zh: '生成文件', en: 'Generated files' },
    asks: { zh: '生成文件与来源是否一致。', en: 'Whether generated files are what their sources make.' },
  },
  APPROVALS: {
    name: { zh: '批准', en: 'Approvals' },
    asks: { zh: '批准是否仍有效、仍需要。', en: 'Whether approvals still hold and are still needed.' },
  },
  REMOVAL: {
    name: { zh: '删除的后果', en: 'Removal' },
    asks: { zh: '删去之后会少什么。', en: 'What would vanish with what is taken away.' },
  },
  EFFECT: {
    name: { zh: '对办事人的影响', en: 'Effect on citizens' },
    asks: { zh: '办事人的方案前后有何不同。', en: 'What is otherwise in the plans of citizens.' },
  },
  GRAPHS: {
    name: { zh: '办理顺序', en: 'Order of work' },
    asks: { zh: '每件事的办理顺序。', en: 'The order of each event.' },
  },
};
