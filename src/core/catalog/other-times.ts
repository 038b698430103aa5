/** 上周完成率, 上年同期完成率: a rate of another time, by a name of its own, of which no column beside it speaks. */
export function isOfOtherTime(name: string): boolean {
  return /(?:截至)?(?:上[周旬月期季年]|去年|前期).{0,12}率$/u.test(name);
}
