/** "Wondering if you could …" asks for a deed. */
const EN_TOLD =
  /\b(?:does|do|would|might) (?:any|some)(?:one|body)(?: [a-z]+){0,3} know\b|\bany(?:one|body)(?: here)? (?:knows?|(?:has|got|have) (?:an idea|a clue))\b|\bwonder(?:ing|ed)? (?:how|what|when|where|who|whom|which|why|(?:whether|if)(?! (?:you|any(?:one|body)|some(?:one|body)) (?:can|could|would|might|have time)))\b/i
const ZH_TOLD =
  /(?:有没有|有)(?:人|谁|哪位)(?:能|可以)?(?:知道|清楚|了解)|(?:谁|哪位|大家)(?:知道|清楚)|想(?:要)?(?:问|请教|打听|咨询|了解)(?:一下|下)?[^，。！!?？]{0,40}(?:多少|多久|几|什么|怎么|如何|哪|谁|是否|吗|呢)/

/** Whether a sentence only wants to be told something, however it is wrapped: whatever work is named in it, nobody is to do it. */
export const asksToBeTold = (sentence: string, language: 'zh' | 'en'): boolean =>
  (language === 'zh' ? ZH_TOLD : EN_TOLD).test(sentence)
