/* An ordinary newborn event: what `npm run try` submits, and tests begin from. Names and numbers are invented. */
import { todayInChina } from '../subgraphs/language/civil-date.ts';

/** What is asked first: what the event asks, and brings, of somebody who has said nothing yet. It needs no variables. */
export const firstLook = `query FirstLook {
  lifeEvent(code: "newborn", region: "330381000000") {
    title
    plan {
      openQuestions { question { text } }
      materials { title }
    }
  }
}`;

export interface Person {
  readonly name: string;
  readonly identityNumber: string;
}
/** Who submits it: the mother. */
export const newbornApplicant: Person = { name: '林静', identityNumber: '330381199505050022' };
/** Nobody in it. */
export const somebodyElse: Person = { name: '赵敏', identityNumber: '330381198807070024' };

const answers = {
  married: true,
  household: 'mother',
  'household-kind': 'family',
  'same-ethnicity': true,
  'service-member': false,
  'born-abroad': false,
  applicant: 'mother',
  'time-since-birth': 'within-month',
  'maternity-insurance': 'employee',
  'settled-at-hospital': false,
};
export const newbornAnswers: ReadonlyArray<{ question: string; value: unknown }> = Object.entries(answers).map(
  ([question, value]) => ({ question, value }),
);
export const newbornParties: ReadonlyArray<{ id: string; roles: ReadonlyArray<string> }> = [
  { id: 'lin', roles: ['MOTHER'] },
  { id: 'chen', roles: ['FATHER'] },
  { id: 'baby', roles: ['CHILD'] },
];

const address = '浙江省瑞安市安阳街道万松东路1号';
const child = {
  name: '陈晨',
  sex: '女',
  'birth-time': '08:30',
  'birth-place': '瑞安市人民医院',
  'birth-weight': 3300,
  'birth-length': 50,
  'gestational-weeks': 39,
  ethnicity: '汉族',
  'relation-to-head': '女',
  'card-bank': '农商银行',
  'card-delivery': '邮寄',
};
const adult = {
  ethnicity: '汉族',
  nationality: '中国',
  'marital-status': '已婚',
  'household-address': address,
};
const people = {
  baby: child,
  lin: {
    ...adult,
    name: newbornApplicant.name,
    'identity-number': newbornApplicant.identityNumber,
    phone: '13800000000',
    'residence-address': address,
    hospital: '瑞安市人民医院',
    'delivery-mode': '顺产',
    'insured-unit': '瑞安市某某有限公司',
    'payee-account': '6222000000000000000',
    'payee-bank': '农商银行瑞安支行',
  },
  chen: { ...adult, name: '陈明', 'identity-number': '330381199303030015' },
};
/** Born twenty days before that moment (ms): the answers say that it was within a month, so no written date would do for long. */
export function newbornFormOn(now: number): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const daysAgo = (days: number): string => todayInChina(now - days * 86_400_000);
  return {
    ...people,
    baby: { ...people.baby, 'birth-date': daysAgo(20) },
    lin: { ...people.lin, 'admission-date': daysAgo(21), 'discharge-date': daysAgo(16) },
  };
}
/** As of today. */
export const newbornForm = newbornFormOn(Date.now());
