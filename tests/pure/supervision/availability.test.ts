import { describe, expect, it } from 'vitest';
import { auditOf, type BusinessItem, judgeItem } from '../../../subgraphs/supervision/domain/availability.ts';

const item = (more: Partial<BusinessItem> = {}): BusinessItem => ({
  ...{ authority: 'bureau', code: 'refund', name: { zh: '退费', en: 'Refund' }, matter: null },
  ...{ onlineSince: null, exempt: null, offline: null, ...more },
});
const law = { title: '中华人民共和国保守国家秘密法', article: null, documentNumber: null };
const offline = { reason: 'old-technology', since: '2026-01-01', promised: '2026-08-31' };

describe('an item', () => {
  it.each([
    ['is online from its day on', item({ onlineSince: '2026-08-31', offline }), 'ONLINE', '2026-08-31'],
    ['is offline the day before', item({ onlineSince: '2026-09-01', offline }), 'OFFLINE', '2026-01-01'],
    ['is exempt by a law', item({ exempt: { reason: 'secrecy', legalBasis: law } }), 'EXEMPT', null],
    [
      'without a legal basis counts as offline (systems 12)',
      item({ exempt: { reason: 'secrecy', legalBasis: null } }),
      'OFFLINE',
      null,
    ],
    [
      'that is exempt and online is online',
      item({ onlineSince: '2026-01-01', exempt: { reason: 'secrecy', legalBasis: law } }),
      'ONLINE',
      '2026-01-01',
    ],
  ] as const)('%s', (_name, each, state, since) => {
    expect(judgeItem(each, '2026-08-31')).toMatchObject({ state, since });
  });

  it('says why it is offline, and is overdue on the day after the promised one', () => {
    const on = (asOf: string) => judgeItem(item({ offline }), asOf);
    expect(on('2026-08-31')).toMatchObject({ reason: 'old-technology', promised: '2026-08-31', isOverdue: false });
    expect(on('2026-09-01')).toMatchObject({ isOverdue: true });
    expect(judgeItem(item({ exempt: { reason: 'secrecy', legalBasis: null } }), '2026-09-01').reason).toBe('secrecy');
  });
});

describe('an audit', () => {
  it('counts what is not exempt, of one authority alone', () => {
    const items = [
      item({ onlineSince: '2026-01-01' }),
      item({ offline }),
      item({ offline: { ...offline, reason: 'staff' } }),
      item({ offline }),
      item({ exempt: { reason: 'secrecy', legalBasis: law } }),
      item({ authority: 'another', onlineSince: '2026-01-01' }),
    ];
    expect(auditOf(items, 'bureau', '2026-02-01')).toMatchObject({
      ...{ total: 5, countable: 4, online: 1, rate: 25 },
      offlineByReason: [
        { reason: 'old-technology', count: 2 },
        { reason: 'staff', count: 1 },
      ],
    });
  });

  it('has no rate where all are exempt, and there is none of an authority of which nothing is published', () => {
    const exempt = item({ exempt: { reason: 'secrecy', legalBasis: law } });
    expect(auditOf([exempt], 'bureau', '2026-02-01')).toMatchObject({ countable: 0, rate: null });
    expect(auditOf([exempt], 'another', '2026-02-01')).toBeNull();
  });

  it('says a rate to a tenth of a percent', () => {
    const items = [item({ onlineSince: '2026-01-01' }), item({ offline }), item({ offline })];
    expect(auditOf(items, 'bureau', '2026-02-01')?.rate).toBe(33.3);
  });
});
