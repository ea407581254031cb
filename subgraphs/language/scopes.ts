// Generated from schema/scopes.yaml by "npm run compose": change it there.

/** What a scope lets staff do. */
export const scopes = {
  'windows': { zh: '在本部门窗口叫号、取号、办理', en: 'give, call and serve numbers at the windows of their department' },
  'station': { zh: '调整本部门放号数、核查代办人', en: 'say how many numbers their department offers, and look at agents' },
  'agency': { zh: '登记为代办人、凭委托书为他人预约', en: 'be registered as an agent, and book for others by their power' },
  'integrity': { zh: '查看排队日志与廉政预警', en: 'look at what was recorded of queues and at what should not be' },
  'walk': { zh: '走流程并记录', en: 'walk matters as a user and write down what they met' },
  'issues': { zh: '办理本部门的台账问题', en: 'see the issues of their department to their end' },
  'audit': { zh: '查看问题台账与月度通报、核查销号', en: 'look at the ledger of issues and its months, and check what is mended' },
  'delegations': { zh: '记录下放事项的就绪情况并确认启用', en: 'show that a power can be handed down, and let it begin' },
} as const;

/** The same of scopes that are for one thing each: `code:name`. */
export const namedScopes = {
  'cases': { zh: '办理该机构的诉求', en: 'handle the appeals that a unit beside the departments has' },
  'platform': { zh: '代表该平台转来诉求', en: 'deliver appeals for that platform' },
  'institution': { zh: '以该机构名义颁发、核销证照', en: 'issue licences, and use them up, for an institution' },
} as const;
