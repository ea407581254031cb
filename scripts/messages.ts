/** What a person at a terminal is told when things go well. Refusals stand in `schema/problems.yaml`. */
export const messages = {
  ready: (address: string, seconds: string, revision: number): string =>
    `一件事 yijianshi is ready at ${address}/graphql (${seconds} s, catalogue revision ${revision})`,
  keys: (folder: string): string =>
    `各部分的密钥已写入 ${folder}。 The keys of each part are in ${folder}: each file is for its part's machine alone.`,
  published: (revision: number): string => `已发布第 ${revision} 版。 Revision ${revision} is published.`,
  unchanged: (revision: number): string =>
    `内容未变，仍为第 ${revision} 版。 Nothing changed: revision ${revision} stands.`,
};
