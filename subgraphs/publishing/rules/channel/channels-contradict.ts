import type { Rule } from '../../rule.ts';
import type { MatterFile } from '../../shapes.ts';

/**
 * 办理渠道、网办深度与到现场次数互相矛盾，或同一渠道写了两次。
 * Channels, the online depth and the number of visits contradict each other, or a channel stands twice.
 *
 * @why 申请人以为可以网上办，到了才知道要跑；或者反过来白跑一趟。
 * Citizens believe that it is done online and learn at the counter that it is not, or the other way round.
 * @mend 深度 3 及以上写上 ONLINE；不跑动的写明 ONLINE、POST 或 SELF_SERVICE；有现场材料的 visits 至少为 1。
 * From depth 3 on name ONLINE; with no visit name ONLINE, POST or SELF_SERVICE; where a row is met on site there is at least one visit.
 * @source GB/T 39734-2020
 */
export const rule: Rule = {
  code: 'CHANNELS_CONTRADICT',
  severity: 'warning',
  perFile: true,

  *find({ matters }) {
    for (const { file, value } of matters) {
      const fault = faultOf(value);
      if (!fault) continue;
      const [at, zh, en] = fault;
      yield {
        file,
        at: [at],
        message: { zh, en },
        mend: { zh: '请改正其中之一。', en: 'Correct one of them.' },
      };
    }
  },
};

/** Of a depth that is not stated nothing is said. */
function faultOf({ channels = [], onlineDepth = 0, visits = 0, requirements }: MatterFile) {
  const isOnline = channels.includes('ONLINE');
  const isFromAfar = isOnline || channels.includes('POST') || channels.includes('SELF_SERVICE');
  if (new Set(channels).size < channels.length)
    return ['channels', '同一渠道写了两次。', 'A channel stands twice.'] as const;
  if (onlineDepth > 2 && !isOnline)
    return ['channels', '可以网办，却没有网上渠道。', 'It is done online, and online is no channel.'] as const;
  if (onlineDepth === 1 && isOnline)
    return ['onlineDepth', '有网上渠道，却不能网办。', 'Online is a channel, and nothing is done online.'] as const;
  if (onlineDepth === fully && visits > 1)
    return [
      'visits',
      '全程网办，却要跑多次。',
      'It is done online from end to end, and takes several visits.',
    ] as const;
  if (visits > 0) return undefined;
  if (channels.length > 0 && !isFromAfar)
    return ['visits', '不跑动，却只有窗口。', 'There is no visit, and the counter is the only channel.'] as const;
  if (requirements.some(({ onSite }) => onSite))
    return ['visits', '不跑动，却有现场材料。', 'There is no visit, and a row is met on site.'] as const;
  return undefined;
}

/** The depth at which everything is done online. */
const fully = 4;
